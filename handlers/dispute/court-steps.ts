import { canAgree, courtDays } from '../../core/agreement-steps.ts';
import type { CourtConfirmation } from '../../core/agreement.ts';
import type { MatterId } from '../../core/ids.ts';
import type { Matter } from '../../core/matter.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import { zoneDate } from '../../core/zone-time.ts';
import { setTimer } from '../set-timer.ts';
import { traceMatter, type Work } from '../work.ts';
import type { MatterAct } from '../matter/matter-act.ts';
import { sayPrivately } from '../matter/say-privately.ts';
import { questionSlot } from '../matter/show-questions.ts';
import { dayAfterInstant, morningOf } from './day-at.ts';
import { showWork } from './show-work.ts';
import { tellSides } from './tell-sides.ts';

/** Sets the timer for the next of the days on which the court's thirty are spoken of, or for the day after the last of them. */
export async function planCourt(work: Work, matter: Matter): Promise<void> {
  const { court } = matter.body;
  const { timeZone } = work.zone;
  if (court === null || court.state !== null || matter.effectiveAt === null) return;
  const day = courtDays.find((one) => !court.reminded.includes(one));
  const on =
    day === undefined
      ? Temporal.PlainDate.from(court.lastDay).add({ days: 1 }).toString()
      : dayAfterInstant(matter.effectiveAt, day, timeZone);
  await setTimer(work, 'matter_court', matter.id, morningOf(on, timeZone));
}

/**
 * Day 7, 20 or 27: both sides and the owner hear until when they can go to the court together. After it is decided, nobody. The day
 * after the last one says nothing of its own: the messages before show that the time is over.
 */
export async function remindCourt(work: Work, subject: string): Promise<void> {
  const matter = await work.tx.matters.lock(subject as MatterId);
  const court = matter?.body.court ?? null;
  if (matter === null || court === null || court.state !== null || !canAgree(matter, 'court')) return;
  const today = zoneDate(work.now, work.zone.timeZone);
  const from = matter.effectiveAt ?? work.now;
  if (today > court.lastDay) {
    await showWork(work, matter);
    return;
  }
  const due = courtDays.filter((day) => dayAfterInstant(from, day, work.zone.timeZone) <= today);
  const day = due.at(-1);
  if (day === undefined) return;
  const kept: Matter = {
    ...matter,
    changedAt: work.now,
    body: { ...matter.body, court: { ...court, reminded: due } },
  };
  await work.tx.matters.put(kept);
  const notice = { kind: 'matter_court', matterId: matter.id, day } as const;
  await tellSides(work, kept, () => notice, 'reminder', { slot: questionSlot(work, matter) });
  if (matter.ownerId !== null)
    await sayPrivately(work, matter.ownerId, notice, { priority: 'reminder', slot: questionSlot(work, matter) });
  await planCourt(work, kept);
}

const states = ['none', 'applied', 'confirmed', 'rejected'] as const;

/**
 * What became of the court's confirmation, as a side or the owner tells it: not wanted, applied for by both, confirmed, so that
 * the court can enforce it, or rejected, so that it can be changed or a new one made (People's Mediation Act, Art. 33).
 */
export async function noteCourt(work: Work, matter: Matter, act: MatterAct): Promise<MatterResult> {
  const { court } = matter.body;
  const state = states.find((one) => one === act.value);
  if (court === null || !canAgree(matter, 'court')) return { kind: 'matter_not_yet', need: 'effective' };
  if (state === undefined || !follows(court, state)) return { kind: 'matter_already', state: matter.state };
  const now = work.now;
  const noted: CourtConfirmation = {
    ...court,
    state,
    appliedAt: state === 'none' ? null : (court.appliedAt ?? now),
    decidedAt: state === 'confirmed' || state === 'rejected' ? now : null,
  };
  const kept: Matter = { ...matter, changedAt: now, body: { ...matter.body, court: noted } };
  await work.tx.matters.put(kept);
  await work.tx.timers.cancel('matter_court', matter.id);
  await traceMatter(work, matter, 'court_step', act.person.id, { state });
  if (state !== 'none')
    await tellSides(
      work,
      kept,
      () => ({ kind: 'matter_turn', matterId: matter.id, turn: `court_${state}` }),
      'answer',
      {
        except: act.person.id,
      },
    );
  // What was rejected is for whoever has it to see to.
  await showWork(work, kept, { loud: state === 'rejected' && act.person.id !== matter.ownerId, moved: true });
  return { kind: 'matter_court_noted', state };
}

/** Applied comes before decided, and what was decided stays; "not wanted" can be thought better of. */
function follows({ state }: CourtConfirmation, next: (typeof states)[number]): boolean {
  if (state === next) return false;
  if (next === 'none') return state === null;
  if (next === 'applied') return state === null || state === 'none';
  return state === 'applied';
}

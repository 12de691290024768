import { endOfDayAfter, sideOf, stepRefusal } from '../../core/dispute.ts';
import { readSideValue } from '../../core/course-tap.ts';
import type { MatterId } from '../../core/ids.ts';
import type { Matter } from '../../core/matter.ts';
import { partyOf, takesPart, type PartyKey } from '../../core/party.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import type { MatterAct } from '../matter/matter-act.ts';
import { sayPrivately } from '../matter/say-privately.ts';
import { questionSlot } from '../matter/show-questions.ts';
import { setTimer } from '../set-timer.ts';
import { traceMatter, type Work } from '../work.ts';
import { deadlineOf, keepCourse } from './keep-course.ts';
import { showWork } from './show-work.ts';
import { tellSides } from './tell-sides.ts';

const day = 86_400_000;
/** The owner hears so long before the end that it is near. */
const soonDays = 5;
/** Once it is over the owner is asked again each week, until it is ended or extended. */
const overDays = 7;
const usualDays = 15;
const mostDays = 90;

/** Sets the timer for the end of the time for mediating: some days before it, then the end, then each week. */
export async function planDeadline(work: Work, matter: Matter): Promise<void> {
  const ends = deadlineOf(work, matter);
  if (ends === null) return;
  const soon = ends - soonDays * day;
  await setTimer(work, 'matter_deadline', matter.id, soon > work.now ? soon : Math.max(ends, work.now));
}

/** The time is over soon, or over: its owner hears it, and can end it or ask the sides for more. */
export async function remindDeadline(work: Work, subject: string): Promise<void> {
  const matter = await work.tx.matters.lock(subject as MatterId);
  const ends = matter === null ? null : deadlineOf(work, matter);
  if (matter === null || ends === null || stepRefusal(matter, 'extend') !== null) return;
  const step = work.now < ends ? 'soon' : 'over';
  if (matter.ownerId !== null) {
    const notice = { kind: 'matter_deadline', matterId: matter.id, step, endsAt: ends } as const;
    await sayPrivately(work, matter.ownerId, notice, { priority: 'reminder', slot: questionSlot(work, matter) });
  }
  await setTimer(work, 'matter_deadline', matter.id, step === 'soon' ? ends : work.now + overDays * day);
}

/**
 * More time: its owner asks for some days, and every side has to agree. A side answers by itself, or its owner for one who was
 * rung. One no is enough; all yes moves the end.
 */
export async function extendMediation(work: Work, matter: Matter, act: MatterAct): Promise<MatterResult> {
  const refusal = stepRefusal(matter, 'extend');
  if (refusal !== null) return refusal;
  const owner = act.rights.has('owner');
  const answer = readSideValue(act.value, ['yes', 'no']);
  if (answer === null) return owner ? ask(work, matter, act) : { kind: 'matter_not_yours' };
  const side = answer.side === null ? sideOf(matter, act.person.id) : owner ? answer.side : null;
  if (side === null || partyOf(matter.body.parties, side) === undefined) return { kind: 'matter_not_yours' };
  const asked = matter.body.extension;
  if (asked === null || asked.askedDays === 0) return { kind: 'matter_already', state: matter.state };
  return note(work, matter, asked, { side, agreed: answer.said === 'yes', by: act });
}

async function ask(work: Work, matter: Matter, { person, value }: MatterAct): Promise<MatterResult> {
  const days = value === '' ? usualDays : Number(value);
  if (!Number.isInteger(days) || days < 1 || days > mostDays) return { kind: 'matter_already', state: matter.state };
  const before = matter.body.extension;
  // Asked anew, only the new question counts: the days may be others.
  const round = (before?.round ?? (before === null ? 0 : 1)) + 1;
  const extension = { untilAt: before?.untilAt ?? null, askedDays: days, agreed: [], round };
  const kept = await keepCourse(work, { ...matter, body: { ...matter.body, extension } });
  await traceMatter(work, matter, 'matter_extended', person.id, { days, said: 'asked' });
  await tellSides(
    work,
    kept,
    ({ key: side }) => ({ kind: 'matter_more_time', matterId: matter.id, side, round }),
    'answer',
    { slot: questionSlot(work, matter) },
  );
  await showWork(work, kept);
  return { kind: 'matter_more_time_asked', days };
}

interface Answered {
  side: PartyKey;
  agreed: boolean;
  by: MatterAct;
}

async function note(
  work: Work,
  matter: Matter,
  asked: NonNullable<Matter['body']['extension']>,
  { side, agreed, by }: Answered,
): Promise<MatterResult> {
  const { askedDays } = asked;
  const sides = agreed ? [...new Set([...asked.agreed, side])] : [];
  const all = agreed && matter.body.parties.every((party) => !takesPart(party) || sides.includes(party.key));
  const ends = deadlineOf(work, matter) ?? work.now;
  const extension = all
    ? { ...asked, untilAt: endOfDayAfter(ends - 1, askedDays, work.zone.timeZone), askedDays: 0, agreed: sides }
    : { ...asked, askedDays: agreed ? askedDays : 0, agreed: sides };
  const kept = await keepCourse(work, { ...matter, body: { ...matter.body, extension } });
  await traceMatter(work, matter, 'matter_extended', by.person.id, { side, said: agreed ? 'yes' : 'no' });
  if (all) {
    await planDeadline(work, kept);
    const turn = { kind: 'matter_turn', matterId: matter.id, turn: 'extended' } as const;
    await tellSides(work, kept, () => turn, 'answer', { except: by.person.id });
  }
  await showWork(work, kept, { loud: (all || !agreed) && !by.rights.has('owner') });
  return { kind: 'matter_more_time', agreed, ...(all ? { all } : {}) };
}

import type { Instant } from '../../core/clock.ts';
import type { MatterId } from '../../core/ids.ts';
import { idleSince, isIdle, isWorkedOn } from '../../core/matter-idle.ts';
import { minutesToWork } from '../../core/matter-time.ts';
import type { Matter } from '../../core/matter.ts';
import { isOpen } from '../../core/session-steps.ts';
import { toCommand } from '../incident/command-rooms.ts';
import { setTimer } from '../set-timer.ts';
import type { Work } from '../work.ts';
import { leadersOf } from './leaders-of.ts';
import { redrawFor } from './matter-standings.ts';
import { privateRules } from './rules.ts';
import { sayPrivately } from './say-privately.ts';

const minute = 60_000;
/** Once those who lead know, whoever has it hears of it again each week, until it is over or has moved. */
const againMs = 7 * 24 * 60 * minute;

const idleSlot = ({ id }: Pick<Matter, 'id'>): string => `matter-idle:${id}`;

/** Something was done with it just now, or somebody has it anew: what was said of its rest is past, and the time begins again. */
export async function noteProgress(work: Work, { id }: Pick<Matter, 'id'>): Promise<void> {
  const matter = await work.tx.matters.lock(id);
  if (matter === null || !isWorkedOn(matter)) return;
  const moved: Matter = { ...matter, body: { ...matter.body, idle: { since: work.now, told: 0 } } };
  await work.tx.matters.put(moved);
  await setTimer(work, 'matter_idle', id, work.now + patience(work, matter));
  if (isIdle(matter)) await showMoved(work, matter);
}

/**
 * Nothing has moved: its owner hears it first, those who lead after as long again, by its number and whom to ring. A time that is
 * arranged has reminders of its own, and the rest begins after it.
 */
export async function remindOwner(work: Work, subject: string): Promise<void> {
  const matter = await work.tx.matters.lock(subject as MatterId);
  if (matter === null || !isWorkedOn(matter)) return;
  const dueAt = restsFrom(matter) + patience(work, matter);
  if (dueAt > work.now) return setTimer(work, 'matter_idle', matter.id, dueAt);
  const told = (matter.body.idle?.told ?? 0) + 1;
  const kept: Matter = { ...matter, body: { ...matter.body, idle: { since: idleSince(matter), told } } };
  await work.tx.matters.put(kept);
  await tell(work, kept, told === 2);
  await setTimer(work, 'matter_idle', matter.id, work.now + (told === 1 ? patience(work, matter) : againMs));
}

/** From its owner's last step, or from the end of what is arranged. */
function restsFrom(matter: Matter): Instant {
  const times = matter.body.sessions.filter(isOpen).flatMap(({ startsAt, times }) => startsAt ?? times);
  return Math.max(idleSince(matter), ...times);
}

async function tell(work: Work, matter: Matter, leadersToo: boolean): Promise<void> {
  const notice = { kind: 'matter_idle', matterId: matter.id } as const;
  const manner = { priority: 'reminder', slot: idleSlot(matter) } as const;
  if (matter.ownerId !== null) await sayPrivately(work, matter.ownerId, notice, manner);
  if (!leadersToo) return;
  let reached = false;
  for (const { id } of await leadersOf(work, matter))
    if (id === matter.ownerId || (await sayPrivately(work, id, notice, manner))) reached = true;
  if (reached) return;
  await toCommand(work, { kind: 'matter_pointer', matterId: matter.id, why: 'waiting' }, { priority: 'reminder' });
}

/** Whoever heard of it sees in the same message that it has moved. */
async function showMoved(work: Work, matter: Matter): Promise<void> {
  const standing = { notice: { kind: 'matter_idle', matterId: matter.id }, slot: idleSlot(matter) } as const;
  const leaders = (await leadersOf(work, matter)).map(({ id }) => id);
  for (const id of new Set([matter.ownerId ?? [], leaders].flat())) await redrawFor(work, id, [standing]);
}

/** Once they have talked the next step takes its time. */
function patience(work: Work, matter: Matter): number {
  const talked = matter.body.sessions.some(({ state }) => state === 'held');
  return talked ? againMs : minutesToWork(privateRules(work), matter) * minute;
}

import type { CheckIn } from '../../core/check-in.ts';
import type { PatrolResult } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import type { ShiftPoint } from '../../core/shift.ts';
import { traceShift, whenSaid, type Work } from '../work.ts';
import { closeWhenDone } from './end-shift.ts';
import { heardOf } from './heard-of.ts';
import { patrolRules } from './rules.ts';
import { setShiftTimers } from './set-shift-timers.ts';
import { tellShift } from './shift-rooms.ts';
import { saveShift, showShift } from './show-shift.ts';

const minute = 60_000;
/** What is sent closer together than this is one sending of what was taken before. */
const onTheWayMs = 5 * minute;
/** A team that is done so long before its time and goes on all the same is not done. */
const earlyMs = 30 * minute;

/** Whether a shift was said to be over and is not summed up yet, so that the end can be taken back. */
export function isEndOpen(work: Work, { shift }: Pick<ShiftView, 'shift'>): boolean {
  return shift.state === 'closing' && work.now < shift.endsAt + patrolRules(work).closeMinutes * minute;
}

/** The team is not done after all: the night goes on as before. The shift must be locked before. */
export async function takeEndBack(work: Work, view: ShiftView, person: Pick<Person, 'id'>): Promise<PatrolResult> {
  if (!isEndOpen(work, view)) return { kind: 'shift_none' };
  const asked = await goOn(work, await heardOf(work, view, person.id, null), person);
  return { kind: 'shift_resumed', asked };
}

/**
 * To be called after each check-in. Once nothing is open any more a shift whose team is done is summed up; a team that said so long
 * before its time, and goes from one point to another afterwards, goes on, and reads so. One photo is only what was missing.
 */
export async function goOnOrClose(work: Work, view: ShiftView, person: Pick<Person, 'id'>): Promise<void> {
  const { shift, points } = view;
  if (points.every(({ state }) => state !== 'open')) return closeWhenDone(work, view);
  const { endedAt } = shift;
  const saidAt = whenSaid(work);
  if (endedAt === null || !isEndOpen(work, view) || saidAt >= shift.endsAt - earlyMs) return;
  const since = (await work.tx.shifts.checkIns(shift.id)).filter(({ at }) => at > endedAt);
  const walked = since.filter((one) => isOnTheWay(work, view, one));
  if (!walked.some(({ at }) => at === saidAt) || !walked.some(({ at }) => at + onTheWayMs <= saidAt)) return;
  const result = { kind: 'shift_resumed', asked: await goOn(work, view, person), walking: true } as const;
  await tellShift(work, view, { kind: 'shift_answer', shiftId: shift.id, result }, { priority: 'answer' });
}

/** At a point just then: neither told afterwards, nor named soon after the team was asked about it, which is the answer to that. */
function isOnTheWay(work: Work, { points }: ShiftView, { n, state, source, afterwards, at }: CheckIn): boolean {
  if (state !== 'counted' || afterwards) return false;
  const askedAt = points.find((point) => point.n === n)?.askedAt ?? null;
  const isNamed = source !== 'next' && source !== 'position' && source !== 'code' && source !== 'word';
  return !isNamed || askedAt === null || at > askedAt + patrolRules(work).graceMinutes * minute;
}

/** Runs on; answers how many points were asked about before their time, and will be in it. */
async function goOn(work: Work, view: ShiftView, { id }: Pick<Person, 'id'>): Promise<number> {
  const shift = await saveShift(work, { ...view.shift, state: 'running', endedAt: null });
  const early = view.points.filter((point) => wasAskedEarly(work, point));
  for (const point of early) await work.tx.shifts.putPoint({ ...point, askedAt: null, toldAt: null });
  const points = view.points.map((point) =>
    early.includes(point) ? { ...point, askedAt: null, toldAt: null } : point,
  );
  await traceShift(work, shift, 'shift_resumed', id);
  await setShiftTimers(work, { ...view, shift, points });
  await showShift(work, shift);
  return early.length;
}

function wasAskedEarly(work: Work, { state, askedAt, dueAt }: ShiftPoint): boolean {
  return state === 'open' && askedAt !== null && dueAt + patrolRules(work).graceMinutes * minute > work.now;
}

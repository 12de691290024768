import type { ShiftId } from '../../core/ids.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { standing } from '../../core/next-point.ts';
import { countedMinutes, walkedMinutes } from '../../core/shift-hours.ts';
import type { Shift, ShiftPerson, ShiftPoint } from '../../core/shift.ts';
import { toPerson } from '../hazard/show-hazard.ts';
import { setTimer } from '../set-timer.ts';
import { traceShift, type Work } from '../work.ts';
import { leadersOf } from './leaders-of.ts';
import { showHandover } from './hand-over.ts';
import { carryOver } from './keep-log.ts';
import { patrolRules } from './rules.ts';
import { settleQuestions } from './settle-questions.ts';
import { isWatched, setShiftTimers } from './set-shift-timers.ts';
import { tellShift } from './shift-rooms.ts';
import { saveShift, showShift } from './show-shift.ts';
import { redrawUnreported } from './tell-unreported.ts';
import { tellUnstaffed } from './tell-unstaffed.ts';

/**
 * Sums a shift up, once: when its team is done and nothing is missing, and by itself after its end. What is still open is
 * missed, who did not come was absent, hours are counted, the team gets the night in one message and its leader what to look
 * at again. Where nobody came only the leader hears.
 */
export async function closeShift(work: Work, id: ShiftId): Promise<void> {
  const view = await work.tx.shifts.lock(id);
  if (view === null || (view.shift.state !== 'running' && view.shift.state !== 'closing')) return;
  if (stoodStill(work, view)) return waitForBacklog(work, view);
  const later = silentUntil(work, view) ?? (await stillGoing(work, view));
  if (later !== null) return setTimer(work, 'shift_close', id, later);
  if (!view.people.some(({ state }) => state === 'present')) return giveUp(work, view);
  const points = await missPoints(work, view);
  const people = await countHours(work, view);
  const shift = await end(work, { ...view, points, people }, 'ended');
  const missed = points.filter(({ state }) => state === 'missed').map(({ n }) => n);
  await settleQuestions(work, { ...view, points, shift }, missed);
  await traceShift(work, shift, 'shift_summed_up', null, {
    people: people.filter(({ state }) => state === 'present').length,
    seen: points.filter(({ state }) => state === 'seen' || state === 'late').length,
    points: points.length,
  });
  await tellShift(work, { shift }, { kind: 'shift_summary', shiftId: id }, { priority: 'card' });
  for (const leader of await leadersOf(work, view)) {
    await toPerson(work, leader, { kind: 'shift_review', shiftId: id }, { priority: 'reminder' });
  }
}

/** So long after its time nothing is summed up but by a program that stood still. */
const overdueMs = 5 * 60_000;
/** What waited at the platforms meanwhile has so long to come in. */
const backlogMs = 5 * 60_000;

function stoodStill(work: Work, { shift }: ShiftView): boolean {
  const latest = shift.endsAt + patrolRules(work).closeMinutes * 60_000;
  const isAsked = shift.welfare !== null && shift.welfare.step !== 'unreported';
  return shift.state === 'running' && shift.endedAt === null && !isAsked && work.now > latest + overdueMs;
}

/** Over since long, and photos that were sent in its time may be on their way: it takes them, and is then summed up as it ended. */
async function waitForBacklog(work: Work, view: ShiftView): Promise<void> {
  const shift = await saveShift(work, { ...view.shift, state: 'closing', endedAt: view.shift.endsAt });
  await setShiftTimers(work, { ...view, shift });
  await setTimer(work, 'shift_close', shift.id, work.now + backlogMs);
}

/** Nobody is summed up of whom it is not known whether all is well: first the officer is told. Null: nobody is asked. */
function silentUntil(work: Work, { shift }: ShiftView): number | null {
  if (shift.welfare === null || (shift.welfare.missing === undefined && !isWatched(shift))) return null;
  if (shift.welfare.step === 'officer' || shift.welfare.step === 'unreported') return null;
  return Math.max(work.now, shift.welfare.askedAt + patrolRules(work).welfareMinutes * 60_000) + 1_000;
}

/**
 * A team that said 收队 and still sends photos of what is open has not finished: it is summed up so long after the last. Null:
 * it is over.
 */
async function stillGoing(work: Work, { shift, points }: ShiftView): Promise<number | null> {
  const { closeMinutes, graceMinutes } = patrolRules(work);
  const latest = shift.endsAt + closeMinutes * 60_000;
  const { endedAt, state } = shift;
  if (state !== 'closing' || endedAt === null || work.now >= latest) return null;
  if (points.every((point) => point.state !== 'open')) return null;
  const last = (await work.tx.shifts.checkIns(shift.id)).at(-1)?.receivedAt ?? 0;
  const quietAt = last + graceMinutes * 60_000;
  return last > endedAt && quietAt > work.now ? Math.min(quietAt, latest) : null;
}

async function missPoints(work: Work, { shift, points }: ShiftView): Promise<ShiftPoint[]> {
  const missed = points
    .filter(({ state }) => state === 'open')
    .map((point) => ({ ...point, state: 'missed' as const }));
  for (const point of missed) await work.tx.shifts.putPoint(point);
  if (missed.length > 0) await traceShift(work, shift, 'point_missed', null, { points: missed.map(({ n }) => n) });
  return points.map((point) => missed.find(({ n }) => n === point.n) ?? point);
}

/** Whoever came has hours, whoever was expected and did not come was absent. */
async function countHours(work: Work, { shift, people }: ShiftView): Promise<ShiftPerson[]> {
  const minutesOf = shift.kind === 'round' ? await roundHours(work, shift) : hoursOf(shift);
  const counted = people.map((person): ShiftPerson => {
    const state = person.state === 'expected' ? 'absent' : person.state;
    const leftAt = state === 'present' ? (person.leftAt ?? shift.endedAt ?? shift.endsAt) : person.leftAt;
    return { ...person, state, leftAt, minutes: minutesOf({ ...person, state, leftAt }) };
  });
  for (const person of counted) await work.tx.shifts.putPerson(person);
  return counted;
}

type Hours = (person: ShiftPerson) => number;

function hoursOf(shift: Shift): Hours {
  return (person) => countedMinutes(shift, person, shift.endedAt);
}

/** A round may be done on any of its days: what counts is the time from place to place. */
async function roundHours(work: Work, { id }: Shift): Promise<Hours> {
  const seen = Map.groupBy(standing(await work.tx.shifts.checkIns(id)), ({ personId }) => personId);
  return ({ personId }) => walkedMinutes((seen.get(personId) ?? []).map(({ at }) => at));
}

/** The state after which nothing is due any more, on the card too; what others go on with is passed on. */
async function end(work: Work, view: ShiftView, state: 'ended' | 'unstaffed'): Promise<Shift> {
  // An officer who was told that nobody answers still waits for a word.
  const welfare = view.shift.welfare?.step === 'officer' ? view.shift.welfare : null;
  const shift = await saveShift(work, { ...view.shift, state, endedAt: view.shift.endedAt ?? work.now, welfare });
  await setShiftTimers(work, { ...view, shift });
  await carryOver(work, shift);
  const { handover } = shift;
  const unsaid = handover !== null && handover.givenAt === null && handover.takenAt === null;
  if (unsaid && state === 'ended') await showHandover(work, shift);
  await showShift(work, shift);
  return shift;
}

/** Nobody came: there is nothing to sum up, but somebody must know. */
async function giveUp(work: Work, view: ShiftView): Promise<void> {
  await missPoints(work, view);
  await countHours(work, view);
  const shift = await end(work, view, 'unstaffed');
  await traceShift(work, shift, 'shift_summed_up', null, { people: 0 });
  const isTold = view.shift.welfare?.step === 'unreported';
  const known = isTold || view.points.some(({ askedAt, toldAt }) => askedAt === null && toldAt !== null);
  if (isTold) await redrawUnreported(work, shift);
  if (!known) await tellUnstaffed(work, view);
}

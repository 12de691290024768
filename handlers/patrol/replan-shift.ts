import { isDeepStrictEqual } from 'node:util';
import type { ShiftId } from '../../core/ids.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import type { TraceEntry } from '../../core/ports/trace.ts';
import type { Occurrence } from '../../core/roster.ts';
import { shiftSubject, type Shift } from '../../core/shift.ts';
import type { Roster } from '../../core/zone/patrol-rules.ts';
import { traceShift, type Work } from '../work.ts';
import { plannedView, type PlanScene } from './plan-scene.ts';
import { patrolRules } from './rules.ts';
import { setShiftTimers } from './set-shift-timers.ts';
import { tellShift } from './shift-rooms.ts';
import { saveShift } from './show-shift.ts';

/** What became of one shift in planning. */
export type Planned = 'added' | 'changed' | 'cancelled' | 'as_it_was';

/** How the trace says that a roster, and no person, has cancelled a shift: only then it may come back. */
const byRoster = { why: 'roster' } as const;

/** Makes the shift of an occurrence; one that is there already is looked at again. */
export async function addShift(work: Work, scene: PlanScene, roster: Roster, occurrence: Occurrence): Promise<Planned> {
  const as = { id: work.ids.next<ShiftId>(work.now), token: work.ids.token(), at: work.now };
  const view = plannedView(scene, roster, occurrence, as);
  if (!(await work.tx.shifts.add(view))) {
    const before = await work.tx.shifts.ofRoster(roster.code, occurrence.date);
    return before === null ? 'as_it_was' : replanShift(work, scene, roster, occurrence, before);
  }
  await traceShift(work, view.shift, 'shift_planned', null, factsOf(view));
  await setShiftTimers(work, view);
  return 'added';
}

/**
 * Makes a shift what its roster says now, where it has not begun and nobody has changed it by hand. Where the roster has none any
 * more it is cancelled, whoever changed it; where the roster alone had cancelled it, it comes back.
 */
export async function replanShift(
  work: Work,
  scene: PlanScene,
  roster: Roster | null,
  occurrence: Occurrence | null,
  before: Shift,
): Promise<Planned> {
  const { state, startsAt } = before;
  if (startsAt <= work.now || (state !== 'planned' && state !== 'cancelled')) return 'as_it_was';
  if (roster === null || occurrence === null) return state === 'planned' ? cancel(work, before) : 'as_it_was';
  const now = await work.tx.shifts.lock(before.id);
  if (now?.shift.state !== state) return 'as_it_was';
  const trace = await work.tx.trace.of(shiftSubject(before));
  const last = trace.at(-1);
  const byHand = isByHand(now, trace);
  const mayComeBack = last?.what === 'shift_cancelled' && last.data['why'] === byRoster.why;
  if (state === 'cancelled' ? !mayComeBack : byHand) return 'as_it_was';
  // What people had agreed on before it was cancelled holds again.
  const next = byHand
    ? { ...now, shift: { ...now.shift, state: 'planned' as const } }
    : wanted(scene, roster, occurrence, now);
  return rewrite(work, now, next);
}

/** What is wished and decided changes nothing but who comes, and that may have been taken back since. */
const ofPeople: ReadonlySet<string> = new Set([
  'request_made',
  'request_decided',
  'excused',
  'stood_in',
  'shift_changed',
]);

/** Whether something holds that people have changed: somebody is away or stands in, or it is more than that. */
function isByHand({ people }: ShiftView, trace: readonly TraceEntry[]): boolean {
  if (people.some(({ state, standsInForId, guest }) => state !== 'expected' || standsInForId !== null || guest))
    return true;
  return trace.some(
    ({ actorId, what, data }) =>
      actorId !== null && (!ofPeople.has(what) || (what === 'stood_in' && data['for'] === null)),
  );
}

function wanted(scene: PlanScene, roster: Roster, occurrence: Occurrence, { shift }: ShiftView): ShiftView {
  const view = plannedView(scene, roster, occurrence, { id: shift.id, token: shift.token, at: shift.changedAt });
  return { ...view, shift: { ...view.shift, handover: shift.handover } };
}

async function rewrite(work: Work, now: ShiftView, next: ShiftView): Promise<Planned> {
  const byId = (view: ShiftView): ShiftView['people'] =>
    view.people.toSorted((a, b) => (a.personId < b.personId ? -1 : 1));
  const samePeople = isDeepStrictEqual(byId(now), byId(next));
  const samePoints = isDeepStrictEqual(now.points, next.points);
  if (samePeople && samePoints && isDeepStrictEqual(now.shift, next.shift)) return 'as_it_was';
  const shift = await saveShift(work, next.shift);
  if (!samePeople) await setPeople(work, now, next);
  if (!samePoints) await work.tx.shifts.setPoints(shift.id, next.points);
  await traceShift(work, shift, 'shift_changed', null, factsOf(next));
  const timed = now.shift.startsAt === shift.startsAt && now.shift.state === shift.state;
  if (!timed) await setShiftTimers(work, { ...next, shift });
  return 'changed';
}

async function setPeople(work: Work, now: ShiftView, next: ShiftView): Promise<void> {
  const staying = new Set(next.people.map(({ personId }) => personId));
  for (const { personId } of now.people) {
    if (!staying.has(personId)) await work.tx.shifts.removePerson(next.shift.id, personId);
  }
  for (const person of next.people) await work.tx.shifts.putPerson(person);
}

/** Whoever has been reminded of it, or has swapped into it, hears that it is off. */
async function cancel(work: Work, before: Shift): Promise<Planned> {
  const view = await work.tx.shifts.lock(before.id);
  if (view?.shift.state !== 'planned') return 'as_it_was';
  const shift = await saveShift(work, { ...view.shift, state: 'cancelled' });
  const trace = await work.tx.trace.of(shiftSubject(shift));
  await traceShift(work, shift, 'shift_cancelled', null, byRoster);
  await setShiftTimers(work, { ...view, shift });
  const reminded = shift.startsAt - work.now <= patrolRules(work).remindMinutes * 60_000;
  if (reminded || trace.some(({ actorId }) => actorId !== null)) {
    const result = { kind: 'shift_cancelled', name: shift.name } as const;
    await tellShift(work, view, { kind: 'shift_answer', shiftId: shift.id, result }, { priority: 'answer' });
  }
  return 'cancelled';
}

const factsOf = ({ shift, people, points }: ShiftView): Record<string, unknown> => ({
  roster: shift.rosterCode,
  people: people.length,
  points: points.length,
});

import type { PatrolResult } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import {
  countOf,
  missingAtEnd,
  missingAtStart,
  returnedGear,
  takenGear,
  type GearSaid,
} from '../../core/shift-gear.ts';
import { toPerson } from '../hazard/show-hazard.ts';
import { traceShift, type Work } from '../work.ts';
import { leadersOf } from './leaders-of.ts';
import { saveShift, showShift } from './show-shift.ts';

/** Gear is taken along, by list or all of it. The shift must be locked before. */
export async function takeGear(
  work: Work,
  view: ShiftView,
  person: Pick<Person, 'id'>,
  said: GearSaid,
): Promise<{ view: ShiftView; result: PatrolResult }> {
  const gear = takenGear(view.shift.gear, said);
  const shift = await saveShift(work, { ...view.shift, gear });
  const missing = missingAtStart(gear);
  await traceShift(work, shift, 'gear_taken', person.id, { missing });
  await showShift(work, shift);
  return { view: { ...view, shift }, result: { kind: 'gear_taken', missing: countOf(missing) } };
}

/** Gear comes back, even after the shift was summed up. The shift must be locked before. */
export async function returnGear(
  work: Work,
  view: ShiftView,
  person: Pick<Person, 'id'>,
  said: GearSaid,
): Promise<{ view: ShiftView; result: PatrolResult }> {
  const gear = returnedGear(view.shift.gear, said, view.shift.handover?.missing);
  const shift = await saveShift(work, { ...view.shift, gear });
  const missing = missingAtEnd(gear);
  await traceShift(work, shift, 'gear_returned', person.id, { missing });
  await showShift(work, shift);
  if (missing.length > 0) await tellMissing(work, { ...view, shift });
  return { view: { ...view, shift }, result: { kind: 'gear_returned', missing: countOf(missing) } };
}

/** Where the summary has gone out by then, the leader is told now. */
export async function tellMissing(work: Work, view: ShiftView): Promise<void> {
  const { shift } = view;
  if (shift.state !== 'ended') return;
  const notice = { kind: 'shift_review', shiftId: shift.id } as const;
  for (const leader of await leadersOf(work, view)) await toPerson(work, leader, notice, { priority: 'reminder' });
}

import type { PatrolResult } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import {
  countOf,
  foundGear,
  lostGear,
  lostOnTheWay,
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
  const gear = returnedGear(view.shift.gear, said);
  const shift = await saveShift(work, { ...view.shift, gear });
  const missing = missingAtEnd(gear);
  await traceShift(work, shift, 'gear_returned', person.id, { missing });
  await showShift(work, shift);
  // The summary has gone out by then, so the leader is told now.
  if (shift.state === 'ended' && missing.length > 0) {
    const notice = { kind: 'shift_review', shiftId: shift.id } as const;
    for (const leader of await leadersOf(work, view)) await toPerson(work, leader, notice, { priority: 'reminder' });
  }
  return { view: { ...view, shift }, result: { kind: 'gear_returned', missing: countOf(missing) } };
}

/** Gear is lost on the way: it counts as missing at the end, and who leads them hears of it. The shift must be locked before. */
export async function loseGear(
  work: Work,
  view: ShiftView,
  person: Pick<Person, 'id'>,
  said: GearSaid,
): Promise<PatrolResult> {
  const shift = await saveShift(work, { ...view.shift, gear: lostGear(view.shift.gear, said, person.id) });
  const items = Object.entries(said.missing).map(([item, count]) => ({ item, count }));
  await traceShift(work, shift, 'gear_lost', person.id, { items });
  await showShift(work, shift);
  return { kind: 'gear_lost', items, told: await tellLost(work, { ...view, shift }, person) };
}

/** What was lost is found again, as these words say. Null: none of it is meant. The shift must be locked before. */
export async function findGear(
  work: Work,
  view: ShiftView,
  person: Pick<Person, 'id'>,
  words: string,
): Promise<PatrolResult | null> {
  const gear = foundGear(view.shift.gear, words, person.id);
  if (gear === null) return null;
  const shift = await saveShift(work, { ...view.shift, gear });
  const left = lostOnTheWay(gear);
  await traceShift(work, shift, 'gear_found', person.id, { left });
  await showShift(work, shift);
  await tellLost(work, { ...view, shift }, person);
  return { kind: 'gear_found', left };
}

/** False: nobody leads them but who says it, or nothing reaches who does. */
async function tellLost(work: Work, view: ShiftView, { id }: Pick<Person, 'id'>): Promise<boolean> {
  const notice = { kind: 'shift_gear_lost', shiftId: view.shift.id } as const;
  const manner = { priority: 'reminder', slot: `gear-lost:${view.shift.id}` } as const;
  let told = false;
  for (const leader of await leadersOf(work, view))
    if (leader !== id) told = (await toPerson(work, leader, notice, manner)) || told;
  return told;
}

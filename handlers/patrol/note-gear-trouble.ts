import { inTrouble, rightedGear, troubledGear, type GearTrouble } from '../../core/gear-trouble.ts';
import type { Person } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import type { PatrolResult } from '../../core/tap-result.ts';
import { toPerson } from '../hazard/show-hazard.ts';
import { traceShift, type Work } from '../work.ts';
import { leadersOf } from './leaders-of.ts';
import { saveShift, showShift } from './show-shift.ts';

/** How the trace and the answer name what happens to gear on the way. */
const steps = {
  lost: { begins: 'gear_lost', ends: 'gear_found', notice: 'shift_gear_lost', slot: 'gear-lost' },
  broken: { begins: 'gear_broken', ends: 'gear_mended', notice: 'shift_gear_broken', slot: 'gear-broken' },
} as const;

/**
 * Gear is lost on the way, and counts as missing at the end, or it works no more, and the next shift is told; who leads them hears
 * of it. The shift must be locked before.
 * @param counts how many, by code of `Gear`
 */
export async function noteGearTrouble(
  work: Work,
  view: ShiftView,
  person: Pick<Person, 'id'>,
  counts: Readonly<Record<string, number>>,
  trouble: GearTrouble,
): Promise<PatrolResult> {
  const gear = troubledGear(view.shift.gear, counts, person.id, trouble);
  const shift = await saveShift(work, { ...view.shift, gear });
  const items = Object.entries(counts).map(([item, count]) => ({ item, count }));
  await traceShift(work, shift, steps[trouble].begins, person.id, { items });
  await showShift(work, shift);
  return { kind: steps[trouble].begins, items, told: await tellTrouble(work, { ...view, shift }, person, trouble) };
}

/** What was lost is found, or works, again, as these words say. Null: none of it is meant. The shift must be locked before. */
export async function noteGearRighted(
  work: Work,
  view: ShiftView,
  person: Pick<Person, 'id'>,
  words: string,
  trouble: GearTrouble,
): Promise<PatrolResult | null> {
  const gear = rightedGear(view.shift.gear, words, person.id, trouble);
  if (gear === null) return null;
  const shift = await saveShift(work, { ...view.shift, gear });
  const left = inTrouble(gear, trouble);
  await traceShift(work, shift, steps[trouble].ends, person.id, { left });
  await showShift(work, shift);
  await tellTrouble(work, { ...view, shift }, person, trouble);
  return { kind: steps[trouble].ends, left };
}

/** False: nobody leads them but who says it, or nothing reaches who does. */
async function tellTrouble(
  work: Work,
  view: ShiftView,
  { id }: Pick<Person, 'id'>,
  trouble: GearTrouble,
): Promise<boolean> {
  const notice = { kind: steps[trouble].notice, shiftId: view.shift.id } as const;
  const manner = { priority: 'reminder', slot: `${steps[trouble].slot}:${view.shift.id}` } as const;
  let told = false;
  for (const leader of await leadersOf(work, view))
    if (leader !== id) told = (await toPerson(work, leader, notice, manner)) || told;
  return told;
}

import { takesOver, type Occurrence } from '../../core/roster.ts';
import type { Handover } from '../../core/shift.ts';
import type { Work } from '../work.ts';
import { saveShift } from './show-shift.ts';

const unsaid: Omit<Handover, 'toShiftId'> = {
  givenById: null,
  givenAt: null,
  takenById: null,
  takenAt: null,
  missing: [],
  words: '',
};

/**
 * Tells every shift of a roster's occurrences, from a date on, which one takes over when it ends; of shifts that have begun
 * nothing is changed.
 */
export async function linkHandovers(
  work: Work,
  occurrences: readonly Occurrence[],
  takers: readonly Occurrence[],
  from: string,
): Promise<void> {
  for (const occurrence of occurrences) {
    if (occurrence.date < from) continue;
    const next = takesOver(occurrence, takers, occurrences);
    const giving = await work.tx.shifts.ofRoster(occurrence.rosterCode, occurrence.date);
    if (giving?.state !== 'planned') continue;
    const taking = next === null ? null : await work.tx.shifts.ofRoster(next.rosterCode, next.date);
    const toShiftId = taking === null || taking.state === 'cancelled' ? null : taking.id;
    if (toShiftId === (giving.handover?.toShiftId ?? null)) continue;
    await saveShift(work, { ...giving, handover: toShiftId === null ? null : { ...unsaid, toShiftId } });
  }
}

import type { Shift } from '../../core/shift.ts';
import type { Work } from '../work.ts';
import { tellShift } from './shift-rooms.ts';

/** Writes the shift with all its fields, as one whose card shows something else now. */
export async function saveShift(work: Work, shift: Shift): Promise<Shift> {
  const saved: Shift = { ...shift, changedAt: Math.max(work.now, shift.changedAt + 1) };
  await work.tx.shifts.put(saved);
  return saved;
}

/**
 * Shows a shift's present state on its card, in its teams' groups and to those whose team has none. Where nothing can be edited
 * it is shown at the start and not again: the summary says the rest.
 */
export async function showShift(work: Work, shift: Shift, how: { isNew?: boolean } = {}): Promise<void> {
  work.notify({ about: 'shift', id: shift.id });
  if (shift.state === 'planned' || shift.state === 'cancelled') return;
  await draw(work, shift, how.isNew === true ? 'everywhere' : 'edits');
}

/** A shift that had begun is called off: the card that stands there says so, and nobody taps on it any more. */
export async function showCalledOff(work: Work, shift: Shift): Promise<void> {
  await draw(work, shift, 'edits');
}

async function draw(work: Work, shift: Shift, where: 'everywhere' | 'edits'): Promise<void> {
  const manner = { priority: 'card', slot: `shift:${shift.id}` } as const;
  await tellShift(work, { shift }, { kind: 'shift_card', shiftId: shift.id }, manner, where);
}

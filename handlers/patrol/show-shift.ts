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
  await tellShift(
    work,
    { shift },
    { kind: 'shift_card', shiftId: shift.id },
    { priority: 'card', slot: `shift:${shift.id}` },
    how.isNew === true ? 'everywhere' : 'edits',
  );
}

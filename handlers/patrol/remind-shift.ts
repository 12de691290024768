import type { ShiftId } from '../../core/ids.ts';
import type { Work } from '../work.ts';
import { tellShift } from './shift-rooms.ts';

/** The slot of a shift's reminder. */
export function reminderSlot(shiftId: ShiftId): string {
  return `shift-reminder:${shiftId}`;
}

/** Says once, shortly before, who goes when and where. One that was cancelled, or has begun meanwhile, is not spoken of. */
export async function remindShift(work: Work, id: ShiftId): Promise<void> {
  const view = await work.tx.shifts.view(id);
  if (view?.shift.state !== 'planned' || view.shift.startsAt <= work.now) return;
  await tellShift(
    work,
    view,
    { kind: 'shift_reminder', shiftId: id },
    // What could not be sent by the start is told by the card of the start.
    { priority: 'reminder', slot: reminderSlot(id), expiresAt: view.shift.startsAt },
  );
}

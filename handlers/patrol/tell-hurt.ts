import type { Person } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { toCommand } from '../incident/command-rooms.ts';
import type { Work } from '../work.ts';

/**
 * Somebody of a crew is hurt: beside the report itself the officer gets where they were last and the numbers of those out there,
 * because the first thing to do is to ring.
 */
export async function tellHurt(work: Work, { shift }: Pick<ShiftView, 'shift'>, { id }: Person): Promise<void> {
  const notice = { kind: 'welfare_hurt', shiftId: shift.id, personId: id } as const;
  await toCommand(work, notice, { priority: 'order', slot: `hurt:${shift.id}` });
}

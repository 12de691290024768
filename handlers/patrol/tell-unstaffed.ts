import type { ShiftView } from '../../core/ports/shifts.ts';
import { toPerson } from '../hazard/show-hazard.ts';
import { toCommand } from '../incident/command-rooms.ts';
import type { Work } from '../work.ts';
import { leadersOf } from './leaders-of.ts';

/** Nobody came: the leaders hear of it; where none can be written to, the command. */
export async function tellUnstaffed(work: Work, { shift }: Pick<ShiftView, 'shift'>): Promise<void> {
  const notice = { kind: 'shift_gaps', shiftIds: [shift.id] } as const;
  let told = 0;
  for (const leader of await leadersOf(work, { shift })) {
    if (await toPerson(work, leader, notice, { priority: 'reminder' })) told += 1;
  }
  if (told === 0) await toCommand(work, notice, { priority: 'reminder' });
}

import type { PersonId } from '../../core/ids.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import type { Work } from '../work.ts';

/** Who leads the teams of a shift. */
export async function leadersOf(work: Work, { shift }: Pick<ShiftView, 'shift'>): Promise<PersonId[]> {
  const teams = await work.tx.people.teamsByIds(shift.teamIds);
  return [...new Set(teams.flatMap(({ leaderId }) => (leaderId === null ? [] : [leaderId])))];
}

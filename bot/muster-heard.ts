import type { Person } from '../core/people.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import type { Heard } from './heard.ts';

/** Whether somebody can still come to it. */
export const takesPeople = ({ shift }: ShiftView): boolean =>
  shift.state === 'planned' || shift.state === 'running' || shift.state === 'closing';

/** The people of a shift. */
export async function crewOf({ work }: Heard, { people }: ShiftView): Promise<Person[]> {
  return (await work.tx.people.byIds(people.map(({ personId }) => personId))).filter(({ active }) => active);
}

/** The people of a shift, and whoever else is in its teams. */
export async function around(heard: Heard, view: ShiftView): Promise<Person[]> {
  const { people } = heard.work.tx;
  const teams = await people.teamsByIds(view.shift.teamIds);
  const crew = await crewOf(heard, view);
  const known = new Set(crew.map(({ id }) => id));
  const others = await people.byIds(teams.flatMap(({ memberIds }) => memberIds).filter((id) => !known.has(id)));
  return [...crew, ...others.filter(({ active }) => active)];
}

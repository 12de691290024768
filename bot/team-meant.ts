import type { Person, Team } from '../core/people.ts';
import type { Heard } from './heard.ts';

/** The room's team; in a direct chat the one that the person leads, else the first that they are in. */
export async function ownTeam({ work, person, room }: Heard): Promise<Team | null> {
  const { people } = work.tx;
  if (room.teamId !== null) return (await people.teamsByIds([room.teamId]))[0] ?? null;
  if (room.kind !== 'direct') return null;
  // A leader need not be one of the members.
  const led = (await people.teams()).find(({ leaderId, active }) => active && leaderId === person.id);
  return led ?? (await people.teamsOf(person.id)).find(({ active }) => active) ?? null;
}

/** Whether somebody decides on this team's shifts: its leader, and the officers. */
export function decidesFor(person: Person, team: Team): boolean {
  const officer = person.roles.some((role) => role === 'duty_officer' || role === 'admin');
  return person.active && (officer || team.leaderId === person.id);
}

/** Whether somebody has to do with this team; words of anybody else in its group are not for the bot. */
export function belongsTo(person: Person, team: Team): boolean {
  return decidesFor(person, team) || (person.active && team.memberIds.includes(person.id));
}

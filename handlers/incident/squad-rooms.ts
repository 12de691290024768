import type { Asking } from '../../core/call-out.ts';
import type { RoomId } from '../../core/ids.ts';
import type { Incident } from '../../core/incident.ts';
import type { Work } from '../work.ts';

/** The squad rooms that hold the incident's card: those of the teams of everybody asked, and those of no team. */
export async function squadRoomsOf(
  work: Work,
  incident: Incident,
  askings: readonly Asking[],
): Promise<readonly RoomId[]> {
  if (askings.length === 0) return incident.squadRoomIds;
  const asked = new Set(askings.map(({ ranked }) => ranked.candidate.person.id));
  const teams = await work.tx.people.teams();
  const called = new Set(teams.filter((team) => team.memberIds.some((id) => asked.has(id))).map((team) => team.id));
  const rooms = await work.tx.rooms.withPurpose('squad');
  const holding = rooms.filter((room) => room.teamId === null || called.has(room.teamId)).map((room) => room.id);
  return [...new Set([...incident.squadRoomIds, ...holding])];
}

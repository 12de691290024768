import type { RoomId, TeamId } from '../../core/ids.ts';
import type { Notice } from '../../core/notice.ts';
import type { Room } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import type { Shift, ShiftPerson } from '../../core/shift.ts';
import { toPerson } from '../hazard/show-hazard.ts';
import type { Manner } from '../say.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';

/** Open groups of a shift's teams, and the teams that have none. */
export async function groupsOfTeams(
  work: Work,
  teamIds: readonly TeamId[],
): Promise<{ rooms: Room[]; without: TeamId[] }> {
  const rooms = new Map<RoomId, Room>();
  const without: TeamId[] = [];
  for (const teamId of new Set(teamIds)) {
    const groups = (await work.tx.rooms.ofTeam(teamId)).filter(({ kind }) => kind === 'group');
    if (groups.length === 0) without.push(teamId);
    for (const room of groups) rooms.set(room.id, room);
  }
  return { rooms: [...rooms.values()], without };
}

/** The rooms in which a shift takes place: the open groups of its teams. */
export async function roomsOfShift(work: Work, { shift }: { shift: Pick<Shift, 'teamIds'> }): Promise<RoomId[]> {
  return (await groupsOfTeams(work, shift.teamIds)).rooms.map(({ id }) => id);
}

/** Who of a shift hears of it alone: whoever is in no group's team, and is not away. */
export function heardAlone(people: readonly ShiftPerson[], without: readonly TeamId[]): ShiftPerson[] {
  return people.filter(({ teamId, state }) => without.includes(teamId) && state !== 'leave');
}

/** Says something to a shift: in its teams' groups, and to those whose team has none in their direct chats. */
export async function tellShift(work: Work, view: ShiftView, notice: Notice, manner: Manner): Promise<void> {
  const { rooms, without } = await groupsOfTeams(work, view.shift.teamIds);
  await toRooms(
    work,
    rooms.map(({ id }) => id),
    notice,
    manner,
  );
  for (const { personId } of heardAlone(view.people, without)) await toPerson(work, personId, notice, manner);
}

import type { PersonId, RoomId, TeamId } from '../../core/ids.ts';
import type { PublicNotice } from '../../core/notice.ts';
import type { Room } from '../../core/people.ts';
import type { Shift } from '../../core/shift.ts';
import type { Manner } from '../say.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';

/** Open groups of a shift's teams, and the teams that have none. */
async function groupsOfTeams(work: Work, teamIds: readonly TeamId[]): Promise<{ rooms: Room[]; without: TeamId[] }> {
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

/** What of a shift is needed to say something to it. */
type Addressed = Pick<Shift, 'id' | 'teamIds'>;

/**
 * Who of a shift hears of it alone: the crew of teams that have no group, and guests who have not come yet, for they are in none of
 * its groups; with the direct chats that the bot can write to.
 */
async function alone(
  work: Work,
  shift: Addressed,
  without: readonly TeamId[],
  where: 'everywhere' | 'edits',
): Promise<{ roomId: RoomId; platform: Room['platform']; reader: PersonId }[]> {
  if (without.length === 0 && where === 'edits') return [];
  const people = (await work.tx.shifts.view(shift.id))?.people ?? [];
  const chats = people
    .filter(
      ({ teamId, state, guest }) =>
        (without.includes(teamId) && state !== 'leave') || (guest && state === 'expected' && where === 'everywhere'),
    )
    .map(async ({ personId }) => {
      const [channel] = await work.tx.people.channelsOf(personId);
      return channel === undefined ? [] : [{ ...channel, reader: personId }];
    });
  return (await Promise.all(chats)).flat();
}

/**
 * Says something to a shift: in its teams' groups, and to those whose team has none in their direct chats.
 * @param where `edits`: only where a message that stands there can be changed, for what is worth no message of its own
 */
export async function tellShift(
  work: Work,
  { shift }: { shift: Addressed },
  notice: PublicNotice,
  manner: Manner,
  where: 'everywhere' | 'edits' = 'everywhere',
): Promise<void> {
  const { rooms, without } = await groupsOfTeams(work, shift.teamIds);
  const fits = ({ platform }: Pick<Room, 'platform'>): boolean => where === 'everywhere' || work.can(platform).edit;
  await toRooms(
    work,
    rooms.filter(fits).map(({ id }) => id),
    notice,
    manner,
  );
  for (const chat of (await alone(work, shift, without, where)).filter(fits)) {
    await toRooms(work, [chat.roomId], notice, { ...manner, reader: chat.reader });
  }
}

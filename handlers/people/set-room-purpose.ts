import type { PublicNotice } from '../../core/notice.ts';
import type { Room, RoomPurpose } from '../../core/people.ts';
import type { Work } from '../work.ts';

/** An administrator says in a group what it is for: `/room squad 救援一队`. The team is found by its code or name. */
export async function setRoomPurpose(
  work: Work,
  room: Room,
  purpose: RoomPurpose,
  team: string,
): Promise<PublicNotice> {
  if (room.kind === 'direct' || purpose === 'direct') return { kind: 'refusal', result: { kind: 'not_allowed' } };
  const teams = await work.tx.people.teams();
  const found = team === '' ? undefined : teams.find((one) => one.code === team || one.name === team);
  if (team !== '' && found === undefined) return { kind: 'refusal', result: { kind: 'stale' } };
  await work.tx.rooms.put({ ...room, purpose, teamId: found?.id ?? room.teamId });
  return { kind: 'room_set', purpose, team: found?.name ?? '' };
}

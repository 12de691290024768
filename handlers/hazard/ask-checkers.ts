import type { Hazard } from '../../core/hazard.ts';
import type { PersonId, RoomId } from '../../core/ids.ts';
import { commandRooms } from '../incident/command-rooms.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';
import { checkersOf } from './find-people.ts';
import { hazardRules } from './rules.ts';
import { directRoomOf } from './show-hazard.ts';

/** Where somebody is asked to look again, and who reads it there; null: a group. */
interface Asked {
  roomId: RoomId;
  reader: PersonId | null;
}

/** Whoever the zone file names looks again; without a name the leader; without a leader the command. */
async function askedOf(work: Work, hazard: Hazard): Promise<Asked[]> {
  const by = { rules: hazardRules(work), places: work.zone.places };
  const named = (await checkersOf(work.tx.people, by, hazard)).map(({ id }) => id);
  const leader = hazard.leaderId !== null && hazard.leaderId !== hazard.fixedById ? [hazard.leaderId] : [];
  const asked: Asked[] = [];
  for (const id of named.length > 0 ? named : leader) {
    const roomId = id === hazard.ownerId ? null : await directRoomOf(work, id);
    if (roomId !== null) asked.push({ roomId, reader: id });
  }
  return asked.length > 0 ? asked : (await commandRooms(work)).map((roomId) => ({ roomId, reader: null }));
}

const slotOf = (hazard: Hazard): string => `hazard-check:${hazard.id}:${String(hazard.round)}`;

/** Asks for the second look. */
export async function askCheckers(work: Work, hazard: Hazard): Promise<void> {
  const notice = { kind: 'hazard_check', hazardId: hazard.id } as const;
  for (const { roomId, reader } of await askedOf(work, hazard)) {
    const manner = { priority: 'answer', slot: slotOf(hazard) } as const;
    await toRooms(work, [roomId], notice, reader === null ? manner : { ...manner, reader });
  }
}

/**
 * The second look is over: everybody who was asked sees so in the very message, where one can be edited; elsewhere a tap that
 * comes too late is told.
 * @param hazard as it was when it was asked about
 */
export async function showChecked(work: Work, hazard: Hazard): Promise<void> {
  const notice = { kind: 'hazard_check', hazardId: hazard.id } as const;
  for (const { roomId, reader } of await askedOf(work, hazard)) {
    const room = await work.tx.rooms.byId(roomId);
    if (room === null || !work.can(room.platform).edit) continue;
    const manner = { priority: 'card', slot: slotOf(hazard) } as const;
    await toRooms(work, [roomId], notice, reader === null ? manner : { ...manner, reader });
  }
}

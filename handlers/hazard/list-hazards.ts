import type { RoomId } from '../../core/ids.ts';
import type { Person } from '../../core/people.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';
import { directRoomOf } from './show-hazard.ts';

/**
 * 我的隐患: what somebody has to do, a leader's area, and what the person told of, whichever there is. In a group the list goes
 * to the direct chat, because what somebody told of is nobody else's. False: there is no direct chat to send it to.
 */
export async function listHazards(
  work: Work,
  person: Person,
  room: { id: RoomId; kind: 'direct' | 'group' },
  about?: 'owned' | 'area' | 'reported',
): Promise<boolean> {
  const roomId = room.kind === 'direct' ? room.id : await directRoomOf(work, person.id);
  if (roomId === null) return false;
  const chosen = about ?? (await whatHas(work, person));
  await toRooms(
    work,
    [roomId],
    { kind: 'hazard_list', personId: person.id, about: chosen },
    { priority: 'answer', reader: person.id },
  );
  return true;
}

async function whatHas(work: Work, person: Person): Promise<'owned' | 'area' | 'reported'> {
  if ((await work.tx.hazards.ofOwner(person.id, 1)).length > 0) return 'owned';
  if ((await work.tx.hazards.ofLeader(person.id, 1)).length > 0) return 'area';
  return 'reported';
}

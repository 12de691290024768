import { worksOnHazards } from '../../core/hazard-permission.ts';
import type { RoomId } from '../../core/ids.ts';
import type { PublicNotice } from '../../core/notice.ts';
import type { Person } from '../../core/people.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';
import { askedToCheck } from './asked-to-check.ts';
import { directRoomOf } from './show-hazard.ts';

/**
 * 我的隐患: what somebody has to do, a leader's area, what waits for their second look, or what they told of, whichever there is. In a group the list goes
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
  const personId = person.id;
  const notice =
    about === undefined ? await whatHas(work, person) : ({ kind: 'hazard_list', personId, about } as const);
  await toRooms(work, [roomId], notice, { priority: 'answer', reader: personId });
  return true;
}

async function whatHas(work: Work, person: Person): Promise<PublicNotice> {
  const list = { kind: 'hazard_list', personId: person.id } as const;
  if ((await work.tx.hazards.ofOwner(person.id, 1)).length > 0) return { ...list, about: 'owned' };
  if ((await work.tx.hazards.ofLeader(person.id, 1)).length > 0) return { ...list, about: 'area' };
  const checks = worksOnHazards(person) ? await askedToCheck(work, person) : [];
  if (checks.length === 0) return { ...list, about: 'reported' };
  return { ...list, about: 'to_check', hazardIds: checks.map(({ id }) => id) };
}

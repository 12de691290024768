import type { IdentityId, PersonId, RoomId } from '../../core/ids.ts';
import type { Inbound } from '../../core/message.ts';
import type { Identity, Person, Room } from '../../core/people.ts';
import type { Work } from '../work.ts';

/** Who wrote and where; `isNew`: never heard of before. */
export interface Known {
  room: Room;
  person: Person | null;
  identity: Identity | null;
  isNew: boolean;
}

/**
 * Finds, or notes down, the room and the person of an event. Whoever writes is kept as a resident without a call sign until
 * the zone file or a binding code says more; a person who writes is reachable again.
 */
export async function knowSender(work: Work, inbound: Inbound): Promise<Known> {
  const room = await knowRoom(work, inbound);
  if (inbound.sender === null) return { room, person: null, identity: null, isNew: false };
  const known = await work.tx.people.bySender(inbound.platform, inbound.sender.externalId);
  if (known !== null) {
    const identity = await reachable(work, known.identity, room);
    return { room, person: known.person, identity, isNew: false };
  }
  const person = newResident(work, inbound.sender);
  await work.tx.people.put(person);
  const identity: Identity = {
    id: work.ids.next<IdentityId>(work.now),
    personId: person.id,
    platform: inbound.platform,
    externalId: inbound.sender.externalId,
    roomId: room.kind === 'direct' ? room.id : null,
    state: 'open',
  };
  await work.tx.people.putIdentity(identity);
  return { room, person, identity, isNew: true };
}

async function knowRoom(work: Work, inbound: Inbound): Promise<Room> {
  const { platform, room: named } = inbound;
  const known = await work.tx.rooms.byExternal(platform, named.externalId);
  const title = named.title ?? known?.title ?? inbound.sender?.name ?? '';
  if (known?.state === 'open' && (known.kind === 'direct' || known.title === title)) return known;
  const room: Room =
    known === null
      ? {
          id: work.ids.next<RoomId>(work.now),
          platform,
          externalId: named.externalId,
          kind: named.kind,
          purpose: named.kind === 'direct' ? 'direct' : 'other',
          title,
          language: inbound.sender?.language ?? 'zh',
          teamId: null,
          state: 'open',
        }
      : { ...known, title, state: 'open' };
  await work.tx.rooms.put(room);
  return room;
}

/** Whoever writes in a direct chat can be written to there. */
async function reachable(work: Work, identity: Identity, room: Room): Promise<Identity> {
  const direct = room.kind === 'direct';
  if (!direct || (identity.state === 'open' && identity.roomId === room.id)) return identity;
  const open: Identity = { ...identity, state: 'open', roomId: room.id };
  await work.tx.people.putIdentity(open);
  return open;
}

function newResident(work: Work, sender: NonNullable<Inbound['sender']>): Person {
  return {
    id: work.ids.next<PersonId>(work.now),
    callSign: null,
    name: sender.name.slice(0, 80),
    phone: '',
    language: sender.language ?? 'zh',
    roles: ['resident'],
    duty: 'off',
    certificates: [],
    base: null,
    active: true,
  };
}

import type { PersonId } from '../../core/ids.ts';
import type { Inbound, Platform } from '../../core/message.ts';
import type { Room } from '../../core/people.ts';
import type { KnownSender } from '../../core/ports/people.ts';
import type { Handle } from '../handle.ts';
import { named } from '../read-ahead.ts';
import type { KnownDuties, ReadAhead } from '../read-ahead.ts';
import { readCases } from './hazard-cases.ts';
import { concernedPeople } from './matter-queries.ts';
import { currentOrdersOf } from './orders.ts';
import { senders } from './people.ts';
import { personOf } from './person-row.ts';
import { questionsOfPeople, roomsByExternal } from './rooms.ts';
import { readDuties } from './shift-duties.ts';

/** Reads who wrote these events and where, and what waits for an answer of theirs: a few statements for any number of events. */
export async function readAhead(handle: Handle, events: readonly Inbound[]): Promise<ReadAhead> {
  const rooms = new Map<string, Room | null>();
  const known = new Map<string, KnownSender | null>();
  // Side by side: on PostgreSQL they travel together.
  await Promise.all(
    [...Map.groupBy(events, (event) => event.platform)].flatMap(([platform, ofPlatform]) => [
      readRooms(handle, platform, ofPlatform, rooms),
      readSenders(handle, platform, ofPlatform, known),
    ]),
  );
  const people = [...new Set([...known.values()].flatMap((sender) => (sender === null ? [] : [sender.person.id])))];
  const [current, asked, cases, concerned, duties] = await Promise.all([
    handle.run(currentOrdersOf, { people }),
    handle.run(questionsOfPeople, { people }),
    readCases(handle, people),
    handle.run(concernedPeople, { people }),
    knownDuties(handle, people, [...rooms.values()], events),
  ]);
  const isConcerned = new Set(concerned.map(({ personId }) => personId));
  const orders = Map.groupBy(current, ({ order }) => order.personId);
  const questions = Map.groupBy(asked, ({ personId }) => personId);
  return {
    rooms,
    senders: known,
    orders: new Map(people.map((id) => [id, (orders.get(id) ?? []).map(({ order }) => order)])),
    questions: new Map(people.map((id) => [id, questions.get(id) ?? []])),
    cases,
    concerned: new Map(people.map((id) => [id, isConcerned.has(id)])),
    duties,
  };
}

/** A transaction is over long before; whoever asks for later than this asks the database. */
const dutiesAheadMs = 600_000;

async function knownDuties(
  handle: Handle,
  people: readonly PersonId[],
  rooms: readonly (Room | null)[],
  events: readonly Inbound[],
): Promise<KnownDuties> {
  const teams = [...new Set(rooms.flatMap((room) => room?.teamId ?? []))];
  const until = Math.max(...events.map(({ sentAt }) => sentAt)) + dutiesAheadMs;
  return { asked: new Set([...people, ...teams]), until, duties: await readDuties(handle, { people, teams, until }) };
}

async function readRooms(
  handle: Handle,
  platform: Platform,
  events: readonly Inbound[],
  into: Map<string, Room | null>,
): Promise<void> {
  const externalIds = [...new Set(events.map(({ room }) => room.externalId))];
  for (const id of externalIds) into.set(named(platform, id), null);
  for (const room of await handle.run(roomsByExternal, { platform, externalIds }))
    into.set(named(platform, room.externalId), room);
}

async function readSenders(
  handle: Handle,
  platform: Platform,
  events: readonly Inbound[],
  into: Map<string, KnownSender | null>,
): Promise<void> {
  const externalIds = [...new Set(events.flatMap(({ sender }) => (sender === null ? [] : [sender.externalId])))];
  for (const id of externalIds) into.set(named(platform, id), null);
  for (const { person, identity } of await handle.run(senders, { platform, externalIds }))
    into.set(named(platform, identity.externalId), { person: personOf(person), identity });
}

import type { Instant } from '../../core/clock.ts';
import type { HazardId, IncidentId, PersonId, RoomId, ShiftId } from '../../core/ids.ts';
import type { Person, Room } from '../../core/people.ts';
import type { RecordKind, RecordOf } from '../../core/ports/personal-data.ts';
import { recordSubject } from '../../core/record-subject.ts';
import type { Handle } from '../handle.ts';
import * as queries from './forget-record-queries.ts';
import type { SqlPeople } from './people.ts';
import type { SqlRooms } from './rooms.ts';

/** Where those come from who stand for people that are no longer known. */
interface Beside {
  readonly people: SqlPeople;
  readonly rooms: SqlRooms;
}

const nobodys = 'nobody-';

/** Records of this kind whose time is over. */
export async function recordsToForget(
  handle: Handle,
  kind: RecordKind,
  ask: { before: Instant; limit: number },
): Promise<RecordOf[]> {
  switch (kind) {
    case 'incidents':
      return (await handle.run(queries.oldIncidents, ask)).map(({ id }) => ({ kind, id }));
    case 'hazards':
      return (await handle.run(queries.oldHazards, ask)).map(({ id }) => ({ kind, id }));
    case 'shifts':
      return (await handle.run(queries.oldShifts, ask)).map(({ id }) => ({ kind, id }));
  }
}

/**
 * Takes people and words out of a record. Whoever had a part in it is replaced by one of a few that stand for nobody, two people
 * of one record by two of them, so that what was counted by heads still counts the same.
 */
export async function forgetRecord(handle: Handle, beside: Beside, record: RecordOf, now: Instant): Promise<void> {
  if (record.kind === 'incidents') await forgetIncident(handle, beside, record.id);
  else if (record.kind === 'hazards') await forgetHazard(handle, record.id);
  else await forgetShift(handle, beside, record.id);
  await handle.run(queries.putTombstone, { subject: recordSubject(record), forgottenAt: now });
}

async function forgetIncident(handle: Handle, beside: Beside, id: IncidentId): Promise<void> {
  for (const blank of [queries.blankIncident, queries.blankReports, queries.blankSeats])
    await handle.run(blank, { id });
  const asked = await handle.run(queries.whoWasAsked, { id });
  for (const one of await standIns(beside, asked)) await handle.run(queries.giveOrders, { id, ...one });
}

async function forgetHazard(handle: Handle, id: HazardId): Promise<void> {
  for (const step of [
    queries.blankHazard,
    queries.blankHazardReports,
    queries.removeTellers,
    queries.removeDraftsOf,
    queries.removeTexts,
  ])
    await handle.run(step, { id });
}

async function forgetShift(handle: Handle, beside: Beside, id: ShiftId): Promise<void> {
  for (const step of [queries.blankShift, queries.blankPoints, queries.removeRequests, queries.removeTracksOf])
    await handle.run(step, { id });
  const people = [
    ...(await handle.run(queries.whoHadPart, { id })),
    ...(await handle.run(queries.whoCheckedIn, { id })),
  ];
  for (const one of await standIns(beside, people)) {
    await handle.run(queries.giveShift, { id, ...one });
    await handle.run(queries.giveCheckIns, { id, ...one });
  }
  const roomId = await nowhere(beside);
  const nobodyId = await nobody(beside, 0);
  await handle.run(queries.blankCheckIns, { id, roomId });
  await handle.run(queries.blankFinds, { id, roomId, nobodyId });
  await handle.run(queries.blankLog, { id, nobodyId });
}

/** Who stands for each of these people from now on. */
async function standIns(
  beside: Beside,
  people: readonly { id: PersonId }[],
): Promise<{ personId: PersonId; nobodyId: PersonId }[]> {
  const known = [...new Set(people.map(({ id }) => id))].filter((id) => !id.startsWith(nobodys));
  const pairs: { personId: PersonId; nobodyId: PersonId }[] = [];
  for (const [at, personId] of known.entries()) pairs.push({ personId, nobodyId: await nobody(beside, at + 1) });
  return pairs;
}

/** A person who is nobody: without a name, a number, a role or a chat. */
async function nobody({ people }: Beside, n: number): Promise<PersonId> {
  const id = `${nobodys}${String(n)}` as PersonId;
  const blank: Person = {
    id,
    callSign: null,
    name: '',
    phone: '',
    language: 'zh',
    roles: [],
    duty: 'off',
    certificates: [],
    base: null,
    active: false,
  };
  if ((await people.byId(id)) === null) await people.put(blank);
  return id;
}

/** A room that stands for those in which things were said once. */
async function nowhere({ rooms }: Beside): Promise<RoomId> {
  const id = 'nowhere' as RoomId;
  const blank: Room = {
    id,
    platform: 'web',
    externalId: 'nowhere',
    kind: 'group',
    purpose: 'other',
    title: '',
    language: 'zh',
    teamId: null,
    state: 'gone',
  };
  if ((await rooms.byId(id)) === null) await rooms.put(blank);
  return id;
}

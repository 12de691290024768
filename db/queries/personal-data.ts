import type { Instant } from '../../core/clock.ts';
import { idBefore, type InboxId, type PersonId } from '../../core/ids.ts';
import type { Inbound, Position } from '../../core/message.ts';
import type { Identity, Person, Room, Team } from '../../core/people.ts';
import type { Consent, DataEntry, PersonalData } from '../../core/personal-data.ts';
import type {
  Erasure,
  Keepable,
  PersonalDataWrites,
  RecordKind,
  RecordOf,
  Sender,
} from '../../core/ports/personal-data.ts';
import type { Sealing } from '../../core/ports/sealing.ts';
import type { Handle } from '../handle.ts';
import { openedJson } from '../sealed-json.ts';
import { forgetRecord, recordsToForget } from './forget-record.ts';
import { aboutUpdate } from './inbox.ts';
import * as queries from './personal-data-queries.ts';
import type { SqlPeople } from './people.ts';
import type { SqlRooms } from './rooms.ts';
import { first, positionOf } from './rows.ts';

/** Updates that are looked through in one go. */
const windowRows = 1_000;

/** What else is known of people, on the same handle. */
interface Beside {
  readonly people: SqlPeople;
  readonly rooms: SqlRooms;
}

/** Everything that is kept of one person, wherever it stands, and its end. */
export class SqlPersonalData implements PersonalDataWrites {
  readonly #handle: Handle;
  readonly #beside: Beside;
  readonly #sealing: Sealing;

  constructor(handle: Handle, beside: Beside, sealing: Sealing) {
    this.#handle = handle;
    this.#beside = beside;
    this.#sealing = sealing;
  }

  async consent(personId: PersonId): Promise<Consent | null> {
    const row = first(await this.#handle.run(queries.consentOf, { personId }));
    return row && { askedAt: row.askedAt, agreedAt: row.agreedAt };
  }

  async putConsent(personId: PersonId, consent: Consent): Promise<void> {
    await this.#handle.run(queries.putConsent, { personId, ...consent });
  }

  async removeConsent(personId: PersonId): Promise<void> {
    await this.#handle.run(queries.removeConsent, { personId });
  }

  async of(personId: PersonId): Promise<Omit<PersonalData, 'message' | 'matter'>> {
    const { people } = this.#beside;
    const ask = { personId };
    const [person, consent, identities, position, teams] = await Promise.all([
      people.byId(personId),
      this.consent(personId),
      people.identitiesOf(personId),
      people.lastPosition(personId),
      people.teamsOf(personId),
    ]);
    const checkIns = await this.#handle.run(queries.checkInsOf, ask);
    return {
      person: person === null ? [] : [entryOfPerson(person)],
      consent: consent === null ? [] : [entryOf({ at: consent.askedAt, until: consent.agreedAt })],
      identity: identities.map(entryOfIdentity),
      position:
        position === null ? [] : [entryOf({ at: position.at, position: said(position), kind: position.source })],
      team: teams.map((team) => entryOfTeam(team, personId)),
      report: (await this.#handle.run(queries.reportsOf, ask)).map(entryOf),
      order: (await this.#handle.run(queries.ordersOf, ask)).map(entryOf),
      hazard_report: (await this.#handle.run(queries.hazardReportsOf, ask)).map(entryOf),
      hazard: (await this.#handle.run(queries.hazardsOf, ask)).map(entryOf),
      shift: (await this.#handle.run(queries.shiftsOf, ask)).map(entryOf),
      check_in: checkIns.map(({ lat, lon, ...rest }) => entryOf({ ...rest, position: said(positionOf(lat, lon)) })),
      request: (await this.#handle.run(queries.requestsOf, ask)).map(entryOf),
      find: (await this.#handle.run(queries.findsOf, ask)).map(entryOf),
      log: (await this.#handle.run(queries.logLinesOf, ask)).map(entryOf),
      file: (await this.#handle.run(queries.filesOf, ask)).map(entryOf),
    };
  }

  async messages(
    senders: readonly Sender[],
    after: InboxId | '',
  ): Promise<{ found: readonly DataEntry[]; next: InboxId | null }> {
    const { own, next } = await this.#ownUpdates(senders, after);
    return { found: own.map(({ inbound, receivedAt }) => entryOfMessage(inbound, receivedAt)), next };
  }

  async erasures(): Promise<Erasure[]> {
    const rows = await this.#handle.run(queries.openErasures, {});
    return rows.map(({ personId, askedAt, senders, after }) => ({ personId, askedAt, senders, after }));
  }

  async erase(personId: PersonId, now: Instant, keepName: boolean): Promise<void> {
    const ask = { personId };
    const identities = await this.#beside.people.identitiesOf(personId);
    const senders = identities.map(({ platform, externalId }) => ({ platform, externalId }));
    if (!keepName) await this.#handle.run(queries.blankPerson, ask);
    for (const room of await this.#directRooms(personId))
      if (room.platform === 'web') await this.#handle.run(queries.removeWebMessages, { room: room.externalId });
    for (const remove of [
      queries.removePosition,
      queries.removeConsent,
      queries.removeQuestions,
      queries.removeCodes,
      queries.removeFeeds,
      queries.removeTracks,
      queries.removeDrafts,
      queries.giveUpLooseFiles,
    ])
      await this.#handle.run(remove, ask);
    await this.#handle.run(queries.addErasure, { personId, askedAt: now, senders, after: '', doneAt: null });
  }

  async eraseMessages(erasure: Erasure): Promise<{ erasure: Erasure; isLast: boolean }> {
    const { personId, senders, askedAt } = erasure;
    const { own, next, last } = await this.#ownUpdates(senders, erasure.after);
    for (const { id, receivedAt } of own)
      if (receivedAt <= askedAt) await this.#handle.run(queries.removeUpdate, { id });
    const after = last ?? erasure.after;
    await this.#handle.run(queries.moveErasure, { personId, after, senders, doneAt: null });
    return { erasure: { ...erasure, after }, isLast: next === null };
  }

  /** The rooms stay, for what was sent there hangs on them, but nobody can tell any more whose they were. */
  async finishErasure({ personId, after }: Erasure, now: Instant): Promise<void> {
    const rooms = await this.#directRooms(personId);
    await this.#handle.run(queries.removeIdentities, { personId });
    for (const room of rooms)
      await this.#beside.rooms.put({ ...room, externalId: `erased:${room.id}`, title: '', state: 'gone' });
    await this.#handle.run(queries.moveErasure, { personId, after, senders: [], doneAt: now });
  }

  async forgetOld(what: Keepable, before: Instant, limit: number): Promise<number> {
    switch (what) {
      case 'messages':
        return (await this.#handle.run(queries.removeOldUpdates, { beforeId: idBefore(before), limit })).changed;
      case 'notices':
        return (await this.#handle.run(queries.removeOldNotices, { beforeId: idBefore(before), limit })).changed;
      case 'positions':
        return (await this.#handle.run(queries.removeOldPositions, { before, limit })).changed;
      case 'drafts':
        return (await this.#handle.run(queries.removeOldDrafts, { before, limit })).changed;
    }
  }

  toForget(kind: RecordKind, before: Instant, limit: number): Promise<RecordOf[]> {
    return recordsToForget(this.#handle, kind, { before, limit });
  }

  forgetRecord(record: RecordOf, now: Instant): Promise<void> {
    return forgetRecord(this.#handle, this.#beside, record, now);
  }

  async #directRooms(personId: PersonId): Promise<Room[]> {
    return (await this.#handle.run(queries.roomsOfIdentities, { personId })).map(({ room }) => room);
  }

  /** Those of the next updates that came from one of these senders; sealed ones are opened. */
  async #ownUpdates(
    senders: readonly Sender[],
    after: InboxId | '',
  ): Promise<{
    own: { id: InboxId; receivedAt: Instant; inbound: Inbound }[];
    next: InboxId | null;
    last: InboxId | null;
  }> {
    const rows = await this.#handle.run(queries.updatesAfter, { after, limit: windowRows });
    const own = rows
      .map((row) => ({ ...row, inbound: openedJson(row.inbound, aboutUpdate(row), this.#sealing) }))
      .filter(({ platform, inbound }) =>
        senders.some((one) => one.platform === platform && one.externalId === inbound.sender?.externalId),
      );
    const last = rows.at(-1)?.id ?? null;
    return { own, last, next: rows.length < windowRows ? null : last };
  }
}

/** An entry without what is empty. */
function entryOf(fields: Readonly<Record<string, string | number | null>>): DataEntry {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== ''));
}

function said(position: Position | null): string | null {
  return position && `${position.lat.toFixed(6)}, ${position.lon.toFixed(6)}`;
}

function entryOfPerson({ id, name, callSign, phone, language, roles, duty, certificates, base, ...more }: Person) {
  return entryOf({
    id,
    name,
    callSign,
    phone,
    language,
    roles: roles.join(' '),
    duty,
    certificates: certificates.map(({ skill, validUntil }) => [skill, validUntil ?? ''].join(' ').trim()).join(', '),
    position: said(base),
    gender: more.gender ?? null,
  });
}

function entryOfIdentity({ platform, externalId, state }: Identity): DataEntry {
  return entryOf({ platform, id: externalId, state });
}

function entryOfTeam({ name, kind, leaderId }: Team, personId: PersonId): DataEntry {
  return entryOf({ name, kind, standing: leaderId === personId ? 'leader' : 'member' });
}

function entryOfMessage({ platform, event, room }: Inbound, at: Instant): DataEntry {
  const words = event.kind === 'message' ? event.text : '';
  const position = event.kind === 'message' && event.position !== undefined ? said(event.position) : null;
  return entryOf({
    at,
    platform,
    kind: event.kind,
    name: room.kind === 'group' ? (room.title ?? '') : '',
    words,
    position,
  });
}

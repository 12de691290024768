import type { Instant } from '../../core/clock.ts';
import type { IdentityId, PersonId, TeamId } from '../../core/ids.ts';
import { plainPhone } from '../../core/matter-words.ts';
import type { Platform } from '../../core/message.ts';
import type { Candidate, Duty, Identity, LastPosition, Person, Role, Team } from '../../core/people.ts';
import type { BindCode, KnownSender, PeopleWrites } from '../../core/ports/people.ts';
import { and, asc, eq, lt, sql } from '../drizzle.ts';
import type { Handle } from '../handle.ts';
import { query } from '../query.ts';
import { named } from '../read-ahead.ts';
import type { Changed, Values } from '../query.ts';
import { findCandidates } from './candidates.ts';
import { channelsOf } from './channels.ts';
import type { Channel } from './channels.ts';
import { personOf, personRow } from './person-row.ts';
import type { PersonRow } from './person-row.ts';
import { excluded, first, upsertRow } from './rows.ts';
import { findTeams, putTeam, removeMember } from './teams.ts';

const personById = query(({ db, tables: { people } }, given: Values<{ id: PersonId }>) =>
  db.select().from(people).where(eq(people.id, given.id)),
);

export const peopleByIds = query(({ db, dialect, tables: { people } }, given: Values<{ ids: readonly PersonId[] }>) =>
  db.select().from(people).where(dialect.among(people.id, given.ids)).orderBy(asc(people.id)),
);

const personByCallSign = query(({ db, tables: { people } }, given: Values<{ callSign: string }>) =>
  db.select().from(people).where(eq(people.callSign, given.callSign)),
);

const peopleByPhone = query(({ db, tables: { people } }, given: Values<{ plainPhone: string }>) =>
  db
    .select()
    .from(people)
    .where(and(eq(people.plainPhone, given.plainPhone), eq(people.active, true)))
    .orderBy(asc(people.id)),
);

export const senders = query(
  (
    { db, dialect, tables: { people, identities } },
    given: Values<{ platform: Platform; externalIds: readonly string[] }>,
  ) =>
    db
      .select({ person: people, identity: identities })
      .from(identities)
      .innerJoin(people, eq(people.id, identities.personId))
      .where(
        and(
          eq(identities.platform, given.platform),
          dialect.among(identities.externalId, given.externalIds),
          sql`${identities.state} <> 'replaced'`,
        ),
      ),
);

const identitiesOfPerson = query(({ db, tables: { identities } }, given: Values<{ personId: PersonId }>) =>
  db.select().from(identities).where(eq(identities.personId, given.personId)).orderBy(asc(identities.id)),
);

const peopleWithRole = query(({ db, tables: { people, personRoles } }, given: Values<{ role: Role }>) =>
  db
    .select({ person: people })
    .from(personRoles)
    .innerJoin(people, eq(people.id, personRoles.personId))
    .where(and(eq(personRoles.role, given.role), eq(people.active, true)))
    .orderBy(asc(people.id)),
);

const everybody = query(({ db, tables: { people } }) => db.select().from(people).orderBy(asc(people.id)));

const positionOfPerson = query(({ db, tables: { positions } }, given: Values<{ personId: PersonId }>) =>
  db
    .select({ lat: positions.lat, lon: positions.lon, at: positions.at, source: positions.source })
    .from(positions)
    .where(eq(positions.personId, given.personId)),
);

const putPersonRow = query<PersonRow, Changed>(({ db, tables: { people } }) => upsertRow(db, people, people.id));

const dropRoles = query(({ db, tables: { personRoles } }, given: Values<{ personId: PersonId }>) =>
  db.delete(personRoles).where(eq(personRoles.personId, given.personId)),
);

const addRole = query(({ db, tables: { personRoles } }, given: Values<{ personId: PersonId; role: Role }>) =>
  db.insert(personRoles).values({ personId: given.personId, role: given.role }).onConflictDoNothing(),
);

const setDutyOf = query(({ db, tables: { people } }, given: Values<{ id: PersonId; duty: Duty }>) =>
  db.update(people).set({ duty: given.duty }).where(eq(people.id, given.id)),
);

const putIdentityRow = query<Identity, Changed>(({ db, tables: { identities } }) =>
  upsertRow(db, identities, identities.id),
);

const setStateOfIdentity = query(
  ({ db, tables: { identities } }, given: Values<{ id: IdentityId; state: Identity['state'] }>) =>
    db.update(identities).set({ state: given.state }).where(eq(identities.id, given.id)),
);

const putPositionRow = query(({ db, tables: { positions } }, given: Values<LastPosition & { personId: PersonId }>) =>
  db
    .insert(positions)
    .values({ personId: given.personId, lat: given.lat, lon: given.lon, at: given.at, source: given.source })
    .onConflictDoUpdate({
      target: positions.personId,
      set: { lat: excluded('lat'), lon: excluded('lon'), at: excluded('at'), source: excluded('source') },
      setWhere: lt(positions.at, excluded('at')),
    }),
);

const putCode = query<BindCode, Changed>(({ db, tables: { bindCodes } }) => upsertRow(db, bindCodes, bindCodes.code));

const codeRow = query(({ db, tables: { bindCodes } }, given: Values<{ code: string }>) =>
  db.select().from(bindCodes).where(eq(bindCodes.code, given.code)),
);

const useCode = query(({ db, tables: { bindCodes } }, given: Values<{ code: string; at: Instant }>) =>
  db
    .update(bindCodes)
    .set({ usedAt: given.at })
    .where(and(eq(bindCodes.code, given.code), sql`${bindCodes.usedAt} is null`)),
);

/** People, how platforms name them, where they are, their teams. */
export class SqlPeople implements PeopleWrites {
  readonly #handle: Handle;

  constructor(handle: Handle) {
    this.#handle = handle;
  }

  async byId(id: PersonId): Promise<Person | null> {
    return onePerson(await this.#handle.run(personById, { id }));
  }

  async byIds(ids: readonly PersonId[]): Promise<Person[]> {
    const rows = await this.#handle.run(peopleByIds, { ids });
    return rows.map(personOf);
  }

  async byCallSign(callSign: string): Promise<Person | null> {
    return onePerson(await this.#handle.run(personByCallSign, { callSign }));
  }

  async byPhone(phone: string): Promise<Person[]> {
    const plain = plainPhone(phone);
    return plain === '' ? [] : (await this.#handle.run(peopleByPhone, { plainPhone: plain })).map(personOf);
  }

  async bySender(platform: Platform, externalId: string): Promise<KnownSender | null> {
    const ahead = this.#handle.readAhead?.senders.get(named(platform, externalId));
    if (ahead !== undefined) return ahead;
    const row = first(await this.#handle.run(senders, { platform, externalIds: [externalId] }));
    return row && { person: personOf(row.person), identity: row.identity };
  }

  identitiesOf(personId: PersonId): Promise<Identity[]> {
    return this.#handle.run(identitiesOfPerson, { personId });
  }

  async withRole(role: Role): Promise<Person[]> {
    const rows = await this.#handle.run(peopleWithRole, { role });
    return rows.map(({ person }) => personOf(person));
  }

  async all(): Promise<Person[]> {
    const rows = await this.#handle.run(everybody, {});
    return rows.map(personOf);
  }

  candidates(forDrill = false): Promise<Candidate[]> {
    return findCandidates(this.#handle, forDrill);
  }

  channelsOf(personId: PersonId): Promise<Channel[]> {
    return channelsOf(this.#handle, personId);
  }

  async lastPosition(personId: PersonId): Promise<LastPosition | null> {
    return first(await this.#handle.run(positionOfPerson, { personId }));
  }

  teams(): Promise<Team[]> {
    return findTeams(this.#handle, null);
  }

  teamsOf(personId: PersonId): Promise<Team[]> {
    return findTeams(this.#handle, { personId });
  }

  teamsByIds(ids: readonly TeamId[]): Promise<Team[]> {
    return findTeams(this.#handle, { ids });
  }

  async put(person: Person): Promise<void> {
    await this.#handle.run(putPersonRow, personRow(person));
    await this.#handle.run(dropRoles, { personId: person.id });
    for (const role of person.roles) await this.#handle.run(addRole, { personId: person.id, role });
  }

  async setDuty(id: PersonId, duty: Duty): Promise<void> {
    await this.#handle.run(setDutyOf, { id, duty });
  }

  async putIdentity(identity: Identity): Promise<void> {
    await this.#handle.run(putIdentityRow, identity);
  }

  async setIdentityState(id: IdentityId, state: Identity['state']): Promise<void> {
    await this.#handle.run(setStateOfIdentity, { id, state });
  }

  async putPosition(personId: PersonId, position: LastPosition): Promise<void> {
    await this.#handle.run(putPositionRow, { personId, ...position });
  }

  putTeam(team: Team): Promise<void> {
    return putTeam(this.#handle, team);
  }

  removeFromTeam(teamId: TeamId, personId: PersonId): Promise<void> {
    return removeMember(this.#handle, teamId, personId);
  }

  async putBindCode(code: BindCode): Promise<void> {
    await this.#handle.run(putCode, code);
  }

  async bindCode(code: string): Promise<BindCode | null> {
    return first(await this.#handle.run(codeRow, { code }));
  }

  async useBindCode(code: string, at: Instant): Promise<boolean> {
    const { changed } = await this.#handle.run(useCode, { code, at });
    return changed === 1;
  }
}

function onePerson(rows: readonly PersonRow[]): Person | null {
  const row = first(rows);
  return row && personOf(row);
}

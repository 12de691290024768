import type { Instant } from '../../core/clock.ts';
import { boxAround, distanceMetres } from '../../core/geo.ts';
import type { Hazard } from '../../core/hazard.ts';
import { hazardSubject } from '../../core/hazard.ts';
import type { HazardId, PersonId, PlaceId, RoomId, Token } from '../../core/ids.ts';
import type { Position } from '../../core/message.ts';
import type { HazardCount, HazardCursor, HazardFilter, HazardView, HazardWrites } from '../../core/ports/hazards.ts';
import { and, desc } from '../drizzle.ts';
import type { Handle } from '../handle.ts';
import type { SqlFiles } from './files.ts';
import { fitting, listedAfter } from './hazard-filter.ts';
import { findHazards } from './find-hazards.ts';
import { readCases } from './hazard-cases.ts';
import * as queries from './hazard-queries.ts';
import { cellsOf, hazardOf, hazardRow } from './hazard-row.ts';
import type { HazardRow } from './hazard-row.ts';
import { searchText, textKey } from './hazard-search.ts';
import { SqlTellings } from './hazard-tellings.ts';
import type { SqlPeople } from './people.ts';
import type { SqlPlaces } from './places.ts';
import { first, known } from './rows.ts';

/** Hazards with their reports and drafts. */
export class SqlHazards extends SqlTellings implements HazardWrites {
  readonly #handle: Handle;
  readonly #near: { people: SqlPeople; places: SqlPlaces; files: SqlFiles };

  constructor(handle: Handle, near: { people: SqlPeople; places: SqlPlaces; files: SqlFiles }) {
    super(handle);
    this.#handle = handle;
    this.#near = near;
  }

  async byId(id: HazardId): Promise<Hazard | null> {
    return oneHazard(await this.#handle.run(queries.hazardById, { id }));
  }

  async byIds(ids: readonly HazardId[]): Promise<Hazard[]> {
    return (await this.#handle.run(queries.hazardsByIds, { ids })).map(hazardOf);
  }

  async byToken(token: Token): Promise<Hazard | null> {
    return oneHazard(await this.#handle.run(queries.hazardByToken, { token }));
  }

  async byNumber(number: string): Promise<Hazard | null> {
    return oneHazard(await this.#handle.run(queries.hazardByNumber, { number }));
  }

  async byNumbers(numbers: readonly string[]): Promise<Hazard[]> {
    return (await this.#handle.run(queries.hazardsByNumbers, { numbers })).map(hazardOf);
  }

  async lock(id: HazardId): Promise<Hazard | null> {
    return oneHazard(await this.#handle.run(queries.hazardByIdLocked, { id }));
  }

  async view(id: HazardId): Promise<HazardView | null> {
    const hazard = await this.byId(id);
    if (hazard === null) return null;
    const { people, places, files } = this.#near;
    const person = (personId: PersonId | null) => (personId === null ? null : people.byId(personId));
    const [reports, owner, leader, officer, fixedBy, checkedBy, place, kept, mergedInto] = await Promise.all([
      this.reports(id),
      person(hazard.ownerId),
      person(hazard.leaderId),
      person(hazard.officerId),
      person(hazard.fixedById),
      person(hazard.checkedById),
      hazard.placeId === null ? null : places.byId(hazard.placeId),
      files.ofSubject(hazardSubject(id)),
      hazard.mergedIntoId === null ? null : this.byId(hazard.mergedIntoId),
    ]);
    return { hazard, reports, owner, leader, officer, fixedBy, checkedBy, place, files: kept, mergedInto };
  }

  async ofOwner(ownerId: PersonId, limit: number): Promise<Hazard[]> {
    return (await this.#handle.run(queries.openOfOwner, { ownerId, limit })).map(hazardOf);
  }

  async ofLeader(leaderId: PersonId, limit: number): Promise<Hazard[]> {
    return (await this.#handle.run(queries.openOfLeader, { leaderId, limit })).map(hazardOf);
  }

  async hasCase(personId: PersonId, since: Instant): Promise<boolean> {
    const known =
      this.#handle.readAhead?.cases.get(personId) ?? (await readCases(this.#handle, [personId])).get(personId);
    return known !== undefined && (known.owns || (known.toldAt !== null && known.toldAt >= since));
  }

  async awaitingCheck(limit: number): Promise<Hazard[]> {
    return (await this.#handle.run(queries.unchecked, { limit })).map(hazardOf);
  }

  async awaitingOfficer(limit: number): Promise<Hazard[]> {
    return (await this.#handle.run(queries.undecided, { limit })).map(hazardOf);
  }

  async ofPlace(placeId: PlaceId, limit: number): Promise<Hazard[]> {
    return (await this.#handle.run(queries.openOfPlace, { placeId, limit })).map(hazardOf);
  }

  async ofRoom(roomId: RoomId, limit: number): Promise<Hazard[]> {
    // `select distinct` compares whole rows, and PostgreSQL's json has no equality: the ids are told apart here.
    const reports = await this.#handle.run(queries.openReportsOfRoom, { roomId, limit: limit * 2 });
    return [...new Map(reports.map(({ hazard }) => [hazard.id, hazardOf(hazard)])).values()].slice(0, limit);
  }

  async changedInRoomSince(roomId: RoomId, since: Instant, limit: number): Promise<Hazard[]> {
    return (await this.#handle.run(queries.changedInRoom, { roomId, since, limit })).map(hazardOf);
  }

  async near(ask: {
    position: Position | null;
    radiusMetres: number;
    placeId: PlaceId | null;
    since: Instant;
  }): Promise<Hazard[]> {
    const { position, radiusMetres, placeId, since } = ask;
    const found = new Map<HazardId, Hazard>();
    if (position !== null) {
      const cells = cellsOf(boxAround(position, radiusMetres));
      for (const row of await this.#handle.run(queries.openInCells, { cells, since })) {
        const hazard = hazardOf(row);
        if (hazard.position === null || distanceMetres(hazard.position, position) > radiusMetres) continue;
        found.set(hazard.id, hazard);
      }
    }
    if (placeId !== null) {
      const rows = await this.#handle.run(queries.openAtPlaceSince, { placeId, since });
      for (const row of rows) found.set(row.id, hazardOf(row));
    }
    return [...found.values()].sort((a, b) => b.reportedAt - a.reportedAt);
  }

  async list(filter: HazardFilter, limit: number, after: HazardCursor | null): Promise<Hazard[]> {
    const rows = await this.#handle.once(({ db, tables }) =>
      db
        .select()
        .from(tables.hazards)
        .where(and(...fitting(tables, filter), after === null ? undefined : listedAfter(tables, after)))
        .orderBy(desc(tables.hazards.reportedAt), desc(tables.hazards.id))
        .limit(limit),
    );
    return rows.map(hazardOf);
  }

  async page(filter: HazardFilter, limit: number, leftOut: number): Promise<Hazard[]> {
    const rows = await this.#handle.once(({ db, tables }) =>
      db
        .select()
        .from(tables.hazards)
        .where(and(...fitting(tables, filter)))
        .orderBy(desc(tables.hazards.reportedAt), desc(tables.hazards.id))
        .limit(limit)
        .offset(leftOut),
    );
    return rows.map(hazardOf);
  }

  async search(words: string, limit: number): Promise<Hazard[]> {
    return (await findHazards(this.#handle, words, limit)).map(hazardOf);
  }

  async ownersDueBy(at: Instant): Promise<PersonId[]> {
    return known(await this.#handle.run(queries.ownersDue, { at }));
  }

  async leadersOverdue(at: Instant): Promise<PersonId[]> {
    return known(await this.#handle.run(queries.leadersDue, { at }));
  }

  async roomsChangedSince(at: Instant): Promise<RoomId[]> {
    return known(await this.#handle.run(queries.changedRooms, { at }));
  }

  async countOfPlace(placeId: PlaceId, now: Instant): Promise<HazardCount> {
    const row = first(await this.#handle.run(queries.countsOfPlace, { placeId, now }));
    return row ?? { open: 0, overdue: 0, major: 0 };
  }

  async lastOfPlace(placeId: PlaceId): Promise<{ reportedAt: Instant; closedAt: Instant | null } | null> {
    const row = first(await this.#handle.run(queries.latestOfPlace, { placeId }));
    return row === null || row.reportedAt === null ? null : { reportedAt: row.reportedAt, closedAt: row.closedAt };
  }

  async add(hazard: Hazard): Promise<void> {
    await this.#handle.run(queries.addHazard, hazardRow(hazard));
    await this.#putText(hazard);
  }

  async put(hazard: Hazard): Promise<void> {
    await this.#handle.run(queries.putHazard, hazardRow(hazard));
    await this.#putText(hazard);
  }

  async #putText(hazard: Hazard): Promise<void> {
    await this.#handle.run(queries.putText, { n: textKey(hazard), hazardId: hazard.id, text: searchText(hazard) });
  }
}

function oneHazard(rows: readonly HazardRow[]): Hazard | null {
  const row = first(rows);
  return row && hazardOf(row);
}

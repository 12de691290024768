import type { Instant } from '../../core/clock.ts';
import type { MatterId, MatterNoteId, OpeningId, PersonId, Token } from '../../core/ids.ts';
import type { Matter, MatterNote, MatterPerson, MatterStanding, Opening } from '../../core/matter.ts';
import { blankBody, matterSubject } from '../../core/matter.ts';
import type { MatterFilter, MatterView, MatterWrites } from '../../core/ports/matters.ts';
import type { Sealing } from '../../core/ports/sealing.ts';
import { and, desc, gte, inArray, lte, eq } from '../drizzle.ts';
import type { Handle } from '../handle.ts';
import { runMany } from '../query-many.ts';
import type { Tables } from '../schema.ts';
import { currentTransaction } from '../transaction.ts';
import type { SqlFiles } from './files.ts';
import * as queries from './matter-queries.ts';
import { matterOf, matterRow, noteOf, noteRow, openingOf, openingRow } from './matter-row.ts';
import type { MatterRow } from './matter-row.ts';
import type { SqlPeople } from './people.ts';
import { first } from './rows.ts';

/** What a matter is shown with, on the same handle. */
interface Beside {
  readonly people: SqlPeople;
  readonly files: SqlFiles;
}

/** Private matters: sealed on their way in, opened on their way out. */
export class SqlMatters implements MatterWrites {
  readonly #handle: Handle;
  readonly #beside: Beside;
  readonly #sealing: Sealing;

  constructor(handle: Handle, beside: Beside, sealing: Sealing) {
    this.#handle = handle;
    this.#beside = beside;
    this.#sealing = sealing;
  }

  async byId(id: MatterId): Promise<Matter | null> {
    return this.#one(await this.#handle.run(queries.matterById, { id }));
  }

  async lock(id: MatterId): Promise<Matter | null> {
    return this.#one(await this.#handle.run(queries.lockedMatter, { id }));
  }

  async byToken(token: Token): Promise<Matter | null> {
    return this.#one(await this.#handle.run(queries.matterByToken, { token }));
  }

  async byNumber(number: string): Promise<Matter | null> {
    return this.#one(await this.#handle.run(queries.matterByNumber, { number }));
  }

  async byReceipt(receipt: string): Promise<Matter | null> {
    const found = await this.#handle.run(queries.matterByReceipt, { hash: this.#receiptHash(receipt) });
    return this.#one(found.map(({ matter }) => matter));
  }

  async view(id: MatterId): Promise<MatterView | null> {
    const matter = await this.byId(id);
    if (matter === null) return null;
    const [teller, owner, people, files] = await Promise.all([
      matter.tellerId === null ? null : this.#beside.people.byId(matter.tellerId),
      matter.ownerId === null ? null : this.#beside.people.byId(matter.ownerId),
      this.people(id),
      this.#beside.files.ofSubject(matterSubject(matter)),
    ]);
    return { matter, teller, owner, people, files };
  }

  async telling(personId: PersonId): Promise<Matter | null> {
    return this.#one(await this.#handle.run(queries.lastTelling, { personId }));
  }

  async ofPerson(
    personId: PersonId,
    standings: readonly MatterStanding[],
    { over, limit }: { over: boolean; limit: number },
  ): Promise<Matter[]> {
    const ask = over ? queries.allOfPerson : queries.openOfPerson;
    return this.#all(await this.#handle.run(ask, { personId, standings, limit }));
  }

  async concerns(personId: PersonId): Promise<boolean> {
    const known = this.#handle.readAhead?.concerned?.get(personId) ?? this.#handle.concerned.get(personId);
    if (known !== undefined) return known;
    const isConcerned = (await this.#handle.run(queries.concernedPeople, { people: [personId] })).length > 0;
    // Outside of a transaction others may change it at any time.
    if (currentTransaction() === this.#handle) this.#handle.concerned.set(personId, isConcerned);
    return isConcerned;
  }

  people(id: MatterId): Promise<MatterPerson[]> {
    return this.#handle.run(queries.peopleOfMatter, { id });
  }

  async list(filter: MatterFilter, limit: number): Promise<Matter[]> {
    const rows = await this.#handle.once(({ db, tables }) =>
      db
        .select()
        .from(tables.matters)
        .where(and(...fitting(tables, filter)))
        .orderBy(desc(tables.matters.begunAt), desc(tables.matters.id))
        .limit(limit),
    );
    return this.#all(rows);
  }

  async notes(id: MatterId): Promise<MatterNote[]> {
    const rows = await this.#handle.run(queries.notesOfMatter, { id });
    return rows.map((row) => noteOf(row, this.#sealing));
  }

  async opening(id: OpeningId): Promise<Opening | null> {
    const row = first(await this.#handle.run(queries.openingById, { id }));
    return row && openingOf(row, this.#sealing);
  }

  async openingByToken(token: Token): Promise<Opening | null> {
    const row = first(await this.#handle.run(queries.openingByToken, { token }));
    return row && openingOf(row, this.#sealing);
  }

  async openings(id: MatterId): Promise<Opening[]> {
    const rows = await this.#handle.run(queries.openingsOfMatter, { id });
    return rows.map((row) => openingOf(row, this.#sealing));
  }

  async add(matter: Matter): Promise<void> {
    await this.#handle.run(queries.addMatter, matterRow(matter, this.#sealing));
  }

  async put(matter: Matter): Promise<void> {
    await this.#handle.run(queries.putMatter, matterRow(matter, this.#sealing));
  }

  async setPeople(id: MatterId, people: readonly Omit<MatterPerson, 'matterId'>[]): Promise<void> {
    await this.#handle.run(queries.removeMatterPeople, { id });
    const each = new Map(people.map((one) => [`${one.personId} ${one.standing}`, { ...one, matterId: id }]));
    await runMany(this.#handle, queries.addMatterPeople, [...each.values()]);
  }

  async setReceipt(id: MatterId, receipt: string): Promise<void> {
    await this.#handle.run(queries.addReceipt, { hash: this.#receiptHash(receipt), matterId: id });
  }

  async addNote(note: MatterNote): Promise<void> {
    await this.#handle.run(queries.addNote, noteRow(note, this.#sealing));
  }

  async removeNote(id: MatterNoteId): Promise<void> {
    await this.#handle.run(queries.removeNote, { id });
  }

  async putOpening(opening: Opening): Promise<void> {
    await this.#handle.run(queries.putOpening, openingRow(opening, this.#sealing));
  }

  async toForget(now: Instant, limit: number): Promise<MatterId[]> {
    return (await this.#handle.run(queries.dueToForget, { now, limit })).map(({ id }) => id);
  }

  async forget(id: MatterId, now: Instant): Promise<void> {
    const matter = await this.lock(id);
    if (matter === null) return;
    const nobody = { tellerId: null, roomId: null, ownerId: null };
    await this.put({ ...matter, ...nobody, need: null, dueAt: null, forgottenAt: now, body: blankBody });
    await this.#handle.run(queries.removeMatterPeople, { id });
    await this.#handle.run(queries.removeReceipts, { id });
    await this.#handle.run(queries.removeNotes, { id });
    for (const opening of await this.openings(id)) await this.putOpening({ ...opening, reason: '' });
  }

  #receiptHash(receipt: string): string {
    return this.#sealing.fingerprint('receipt', receipt);
  }

  #one(rows: readonly MatterRow[]): Matter | null {
    const row = first(rows);
    return row && matterOf(row, this.#sealing);
  }

  #all(rows: readonly MatterRow[]): Matter[] {
    return rows.map((row) => matterOf(row, this.#sealing));
  }
}

function fitting({ matters }: Tables, { kinds, states, roomCode, from, to }: MatterFilter) {
  return [
    kinds === undefined ? undefined : inArray(matters.kind, [...kinds]),
    states === undefined ? undefined : inArray(matters.state, [...states]),
    roomCode === undefined ? undefined : eq(matters.roomCode, roomCode),
    from === undefined ? undefined : gte(matters.reportedAt, from),
    to === undefined ? undefined : lte(matters.reportedAt, to),
  ];
}

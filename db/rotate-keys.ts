import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { SQL } from 'drizzle-orm/sql';
import { and, asc, eq, gt, lte, sql } from './drizzle.ts';
import type { Engine } from './engine.ts';
import { aboutUpdate } from './queries/inbox.ts';
import { aboutMatter, aboutNote, aboutOpening } from './queries/matter-row.ts';
import { aboutWebMessage } from './queries/web-messages.ts';
import { aboutZoneKeys, lockZoneKeys, putZoneKeys } from './queries/zone-keys.ts';
import { query } from './query.ts';
import type { Changed, Query, Values } from './query.ts';
import type { SealedJson } from './sealed-json.ts';
import type { Tables } from './schema.ts';
import type { Keyring } from './sealing.ts';

/** Rows that are looked through at a time; those among them that need it are sealed anew in one transaction. */
const windowRows = 500;

type Column = (tables: Tables) => { table: PgTable; id: PgColumn; column: PgColumn };

/** A column in which something may be sealed: as text, or as JSON where the sealed text stands as `{"sealed": …}`. */
interface SealedColumn {
  json: boolean;
  about: (row: { id: string }) => string;
  ids: Query<{ after: string; limit: number }, { id: string }[]>;
  /** Those of a window that another key has sealed. */
  others: Query<{ after: string; until: string; key: string }, { id: string; text: string }[]>;
  put: Query<{ id: string; value: string | SealedJson; before: string }, Changed>;
}

/** How a sealed text begins in the column, up to the id of its key. */
const beginnings = { text: 'sealed1.', json: '{"sealed":"sealed1.' } as const;

function sealedColumn(
  name: string,
  kind: keyof typeof beginnings,
  about: (row: { id: string }) => string,
  of: Column,
): SealedColumn {
  const beginning = beginnings[kind];
  return {
    json: kind === 'json',
    about,
    ids: query(({ db, tables }, given: Values<{ after: string; limit: number }>) => {
      const { table, id } = of(tables);
      return db
        .select({ id: sql<string>`${id}` })
        .from(table)
        .where(gt(id, given.after))
        .orderBy(asc(id))
        .limit(given.limit);
    }),
    others: query(({ db, tables }, given: Values<{ after: string; until: string; key: string }>) => {
      const { table, id, column } = of(tables);
      const length = String(beginning.length);
      const isSealed = sql`substr(${asText(column)}, 1, ${sql.raw(length)}) = ${sql.raw(`'${beginning}'`)}`;
      const byAnother = sql`substr(${asText(column)}, ${sql.raw(length)} + 1, 8) <> ${given.key}`;
      return db
        .select({ id: sql<string>`${id}`, text: asText(column) })
        .from(table)
        .where(and(gt(id, given.after), lte(id, given.until), isSealed, byAnother));
    }),
    put: query(({ db, tables }, given: Values<{ id: string; value: string | SealedJson; before: string }>) => {
      const { table, id, column } = of(tables);
      return db
        .update(table)
        .set({ [name]: given.value })
        .where(and(eq(id, given.id), sql`${asText(column)} = ${given.before}`));
    }),
  };
}

function asText(column: PgColumn): SQL<string> {
  return sql<string>`cast(${column} as text)`;
}

const columns: readonly SealedColumn[] = [
  sealedColumn('body', 'text', aboutMatter, ({ matters: table }) => ({ table, id: table.id, column: table.body })),
  sealedColumn('words', 'text', aboutNote, ({ matterNotes: table }) => ({ table, id: table.id, column: table.words })),
  sealedColumn('reason', 'text', aboutOpening, ({ matterOpenings: table }) => ({
    table,
    id: table.id,
    column: table.reason,
  })),
  sealedColumn('inbound', 'json', aboutUpdate, ({ inbox: table }) => ({ table, id: table.id, column: table.inbound })),
  sealedColumn('content', 'json', aboutWebMessage, ({ webMessages: table }) => ({
    table,
    id: table.id,
    column: table.content,
  })),
];

/** Seals anew, with the first key, what other keys have sealed. It can be broken off and begun again at any time. */
export class KeyRotation {
  readonly #engine: Engine;
  readonly #keys: Keyring;

  constructor(engine: Engine, keys: Keyring) {
    this.#engine = engine;
    this.#keys = keys;
  }

  /** Goes through every row; the answer is how many were sealed anew. @param told hears of each batch */
  async rows(told: (count: number) => void): Promise<number> {
    let count = 0;
    for (const column of columns) count += await this.#column(column, told);
    return count;
  }

  /** When nothing is left that needs the other keys: the zone forgets them. Its own secret is sealed anew as well. */
  async end(): Promise<void> {
    await this.#engine.transaction(async (handle) => {
      const known = await lockZoneKeys(handle);
      if (known === null) return;
      const secret = this.#keys.seal(this.#keys.open(known.secret, aboutZoneKeys), aboutZoneKeys);
      await putZoneKeys(handle, { ids: [this.#keys.firstId], secret });
    });
  }

  async #column(column: SealedColumn, told: (count: number) => void): Promise<number> {
    let count = 0;
    for (let after = ''; ;) {
      const window = await this.#engine.read.run(column.ids, { after, limit: windowRows });
      const until = window.at(-1)?.id;
      if (until === undefined) return count;
      const found = await this.#engine.read.run(column.others, { after, until, key: this.#keys.firstId });
      if (found.length > 0) count += await this.#sealAnew(column, found);
      if (found.length > 0) told(found.length);
      after = until;
    }
  }

  /** What somebody else has written meanwhile is left alone: it is found again by the next round. */
  async #sealAnew(column: SealedColumn, rows: readonly { id: string; text: string }[]): Promise<number> {
    return this.#engine.transaction(async (handle) => {
      let count = 0;
      for (const { id, text } of rows) {
        const about = column.about({ id });
        const sealed = column.json ? (JSON.parse(text) as SealedJson).sealed : text;
        const anew = this.#keys.seal(this.#keys.open(sealed, about), about);
        const value = column.json ? { sealed: anew } : anew;
        count += (await handle.run(column.put, { id, value, before: text })).changed;
      }
      return count;
    });
  }
}

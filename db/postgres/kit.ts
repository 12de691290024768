import type { ExtraConfigColumn } from 'drizzle-orm/pg-core';
import { pgCore } from '../drizzle.ts';

const { bigint, boolean, check, customType, doublePrecision, index, pgTable, text, uniqueIndex } = pgCore;

/** JSON is kept as its text (`json`, not `jsonb`): keys stay in order and `\u0000` is allowed, as on SQLite. */
const json = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'json',
  toDriver: (value) => JSON.stringify(value),
});

type Columns = [ExtraConfigColumn, ...ExtraConfigColumn[]];

/**
 * The columns that a table can have. These are PostgreSQL's, and their types are the ones that the whole of db/ is written
 * against; db/sqlite/kit.ts has the same columns for SQLite and proves it.
 */
export const postgresKit = {
  /** The key of a row of ours. */
  id: <Id extends string>() => text().$type<Id>().primaryKey(),
  /** The key of another row; add `.references(…)`. */
  ref: <Id extends string>() => text().$type<Id>(),
  text: () => text(),
  /** One of a few words; the domain's own type says which. */
  oneOf: <Word extends string>() => text().$type<Word>(),
  /** A whole number of at most 53 bits. */
  int: () => bigint({ mode: 'number' }),
  real: () => doublePrecision(),
  bool: () => boolean(),
  /** An instant: milliseconds since 1970. */
  at: () => bigint({ mode: 'number' }),
  json: <Value>() => json().$type<Value>(),
  table: pgTable,
  primaryKey: (columns: Columns) => pgCore.primaryKey({ columns }),
  index,
  uniqueIndex,
  check,
};

/** What a schema is written with. */
export type Kit = typeof postgresKit;

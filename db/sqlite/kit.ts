import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { sqliteCore } from '../drizzle.ts';
import type { Kit } from '../postgres/kit.ts';

const { check, index, integer, real, sqliteTable, text, uniqueIndex } = sqliteCore;

const columns = {
  id: <Id extends string>() => text().$type<Id>().primaryKey(),
  ref: <Id extends string>() => text().$type<Id>(),
  text: () => text(),
  oneOf: <Word extends string>() => text().$type<Word>(),
  int: () => integer(),
  real: () => real(),
  bool: () => integer({ mode: 'boolean' }),
  at: () => integer(),
  json: <Value>() => text({ mode: 'json' }).$type<Value>(),
};

/** What a query sees of a column. */
type Facts<Builder> = Builder extends { _: infer Config }
  ? {
      data: Config extends { $type: infer Data } ? Data : Config extends { data: infer Data } ? Data : never;
      notNull: Config extends { notNull: true } ? true : false;
      hasDefault: Config extends { hasDefault: true } ? true : false;
    }
  : never;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Built<Column> = Column extends (...given: never[]) => infer Builder ? Facts<Builder> : never;
type Unequal = {
  [Name in keyof typeof columns]: Same<Built<(typeof columns)[Name]>, Built<Kit[Name]>> extends true ? never : Name;
}[keyof typeof columns];

/**
 * SQLite's columns, seen as PostgreSQL's. The type is the proof: it does not compile while a column differs from
 * PostgreSQL's in data, notNull or hasDefault, and `Unequal` names the column.
 */
export const sqliteKit: [Unequal] extends [never] ? Kit : Unequal = {
  ...columns,
  table: sqliteTable,
  primaryKey: (columns: [SQLiteColumn, ...SQLiteColumn[]]) => sqliteCore.primaryKey({ columns }),
  index,
  uniqueIndex,
  check,
} as unknown as Kit;

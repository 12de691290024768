import type { Column } from 'drizzle-orm/column';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { SQL } from 'drizzle-orm/sql';
import type { Position } from '../../core/message.ts';
import { eq, getTableColumns, sql, toSnakeCase } from '../drizzle.ts';
import type { Builders, Changed, Preparable, Values } from '../query.ts';

/** The only row, or null. */
export function first<Row>(rows: readonly Row[]): Row | null {
  return rows[0] ?? null;
}

/** Each id once, without those that are missing. */
export function known<Id extends string>(rows: readonly { id: Id | null }[]): Id[] {
  return [...new Set(rows.flatMap(({ id }) => (id === null ? [] : [id])))];
}

/** A position from its two columns. */
export function positionOf(lat: number | null, lon: number | null): Position | null {
  return lat === null || lon === null ? null : { lat, lon };
}

/** Inserts a whole row; a value for each column comes with the call. */
export function insertRow<Table extends PgTable>(db: Builders, table: Table) {
  return db.insert(table).values(everyColumn(table));
}

/** Inserts whole rows, each from its own stand-ins. */
export function insertRows<Table extends PgTable>(db: Builders, table: Table, rows: readonly Values<object>[]) {
  const names = Object.keys(getTableColumns(table));
  const values = rows.map((row) => Object.fromEntries(names.map((name) => [name, Reflect.get(row, name)])));
  return db.insert(table).values(values as never);
}

/**
 * Rows to join with that are in no table, as \`given\`; their columns are called column1, column2 … on both engines. A value's
 * type cannot be seen from outside, so each is said.
 */
export function givenRows<Row>(
  rows: readonly Values<Row>[],
  columns: readonly (readonly [name: keyof Row & string, type: 'text' | 'bigint'])[],
): SQL {
  const values = rows.map(
    (row) =>
      sql`(${sql.join(
        columns.map(([name, type]) => sql`cast(${row[name]} as ${sql.raw(type)})`),
        sql`, `,
      )})`,
  );
  return sql`(values ${sql.join(values, sql`, `)}) as given`;
}

/** Inserts a whole row, or overwrites the one with the same key; the key can be several columns. */
export function upsertRow<Table extends PgTable>(db: Builders, table: Table, ...key: PgColumn[]): Preparable<Changed> {
  const set = Object.fromEntries(
    Object.entries(getTableColumns(table))
      .filter(([, column]) => !key.includes(column))
      .map(([name]) => [name, excluded(name)]),
  );
  return insertRow(db, table).onConflictDoUpdate({ target: key, set: set as never });
}

/** Overwrites every column of the row with this key. */
export function updateRow<Table extends PgTable>(
  db: Builders,
  table: Table,
  key: PgColumn,
  value: SQL,
): Preparable<Changed> {
  return db.update(table).set(everyColumn(table)).where(eq(key, value));
}

/** The value that an insert could not put in because a row was in its way. */
export function excluded(name: string): SQL {
  return sql`excluded.${sql.identifier(toSnakeCase(name))}`;
}

/** The smaller of a column and the value that could not be put in. */
export function lesser(column: Column, name: string): SQL {
  return sql`case when ${excluded(name)} < ${column} then ${excluded(name)} else ${column} end`;
}

/** A placeholder for each column, named like it. The builders' types cannot follow a table that is not known yet. */
function everyColumn(table: PgTable): never {
  const columns = Object.keys(getTableColumns(table)).map((name) => [name, sql.placeholder(name)] as const);
  return Object.fromEntries<unknown>(columns) as never;
}

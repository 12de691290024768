import type { AnyColumn } from 'drizzle-orm/column';
import type { Placeholder, SQL } from 'drizzle-orm/sql';

/** A select that PostgreSQL can lock the rows of. */
export interface Lockable {
  for(strength: 'update', config?: { skipLocked: true }): unknown;
}

/** Everything in a query's text that is not the same on both engines. One file per engine answers it. */
export interface Dialect {
  readonly engine: 'sqlite' | 'postgres';
  /** The rows stay as they are until the end of the transaction (FOR UPDATE). SQLite has one writer anyway. */
  locked<Select extends Lockable>(select: Select): Select;
  /** As `locked`, and rows that somebody else has locked are left out (SKIP LOCKED). */
  claimed<Select extends Lockable>(select: Select): Select;
  /** Whether the column's text is one of a list of any length, given as an array. */
  among(column: AnyColumn, list: Placeholder): SQL;
}

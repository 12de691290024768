import type { Dialect } from '../dialect.ts';
import { sql } from '../drizzle.ts';

/** What SQLite says in its own way. */
export const sqliteDialect: Dialect = {
  engine: 'sqlite',
  locked: (select) => select,
  claimed: (select) => select,
  among: (column, list) => sql`${column} in (select value from json_each(${list}))`,
};

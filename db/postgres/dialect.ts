import type { Dialect, Lockable } from '../dialect.ts';
import { sql } from '../drizzle.ts';

/** What PostgreSQL says in its own way. */
export const postgresDialect: Dialect = {
  engine: 'postgres',
  locked: (select) => lock(select),
  claimed: (select) => lock(select, { skipLocked: true }),
  among: (column, list) => sql`${column} = any(${list}::text[])`,
};

function lock<Select extends Lockable>(select: Select, config?: { skipLocked: true }): Select {
  select.for('update', config);
  return select;
}

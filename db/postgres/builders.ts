import type { PreparedQueryConfig, SelectedFieldsOrdered } from 'drizzle-orm/pg-core';
import type { Query } from 'drizzle-orm/sql';
import { pgCore } from '../drizzle.ts';
import type { Builders } from '../query.ts';

const { PgDatabase, PgDialect, PgPreparedQuery, PgSession } = pgCore;

/** What a builder prepared, to be compiled; it cannot be run by itself, past the transaction that it belongs to. */
class Captured<Config extends PreparedQueryConfig> extends PgPreparedQuery<Config> {
  readonly fields: SelectedFieldsOrdered | undefined;

  constructor(query: Query, fields: SelectedFieldsOrdered | undefined) {
    super(query, undefined, undefined);
    this.fields = fields;
  }

  execute = refuse;
}

class CapturingSession extends PgSession {
  prepareQuery<Config extends PreparedQueryConfig>(
    query: Query,
    fields: SelectedFieldsOrdered | undefined,
  ): Captured<Config> {
    return new Captured(query, fields);
  }

  transaction = refuse;
}

function refuse(): never {
  throw new Error('Queries run through a handle: handle.run(query, values) or handle.once(…)');
}

/** drizzle's builders, writing PostgreSQL's SQL. */
export function postgresBuilders(): Builders {
  const dialect = new PgDialect({ casing: 'snake_case' });
  return new PgDatabase(dialect, new CapturingSession(dialect), undefined) as unknown as Builders;
}

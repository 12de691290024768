import type { Query } from 'drizzle-orm/sql';
import type { PreparedQueryConfig, SelectedFieldsOrdered, SQLiteExecuteMethod } from 'drizzle-orm/sqlite-core';
import { sqliteCore } from '../drizzle.ts';
import type { Builders } from '../query.ts';

const { BaseSQLiteDatabase, SQLitePreparedQuery, SQLiteSession, SQLiteSyncDialect } = sqliteCore;

type Config = PreparedQueryConfig & { type: 'sync' };

/** What a builder prepared, to be compiled; it cannot be run by itself, past the transaction that it belongs to. */
class Captured extends SQLitePreparedQuery<Config> {
  readonly fields: SelectedFieldsOrdered | undefined;

  constructor(query: Query, fields: SelectedFieldsOrdered | undefined, method: SQLiteExecuteMethod) {
    super('sync', method, query);
    this.fields = fields;
  }

  run = refuse;
  all = refuse;
  get = refuse;
  values = refuse;
}

class CapturingSession extends SQLiteSession<'sync', unknown, Record<string, unknown>, Record<string, never>> {
  prepareQuery(query: Query, fields: SelectedFieldsOrdered | undefined, method: SQLiteExecuteMethod): Captured {
    return new Captured(query, fields, method);
  }

  transaction = refuse;
}

function refuse(): never {
  throw new Error('Queries run through a handle: handle.run(query, values) or handle.once(…)');
}

/**
 * Writes each stand-in as `+?`, which says the same. Where SQLite meets a bare one while it plans, it looks at its value, and
 * then plans the statement anew whenever another one is bound: that takes several times as long as running it.
 */
class SettledDialect extends SQLiteSyncDialect {
  override escapeParam(): string {
    return '+?';
  }
}

/** drizzle's builders, writing SQLite's SQL, seen as PostgreSQL's: what type-checks there runs here. */
export function sqliteBuilders(): Builders {
  const dialect = new SettledDialect({ casing: 'snake_case' });
  return new BaseSQLiteDatabase('sync', dialect, new CapturingSession(dialect), undefined) as unknown as Builders;
}

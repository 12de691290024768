import type { Database } from 'better-sqlite3';
import { appliedTable, migrationFolder, pendingMigrations, readMigrations } from '../migrate.ts';
import type { Migration } from '../migrate.ts';

/**
 * Brings the file to the newest schema, all or nothing. Foreign keys are off meanwhile, because rebuilding a table would
 * otherwise empty its ON DELETE CASCADE children; the migrations' own PRAGMA has no effect inside a transaction. They are
 * checked before the commit.
 */
export function migrateSqlite(
  database: Database,
  all: readonly Migration[] = readMigrations(migrationFolder('sqlite')),
) {
  database.pragma('foreign_keys = OFF');
  try {
    database.transaction(() => apply(database, all)).immediate();
  } finally {
    database.pragma('foreign_keys = ON');
  }
}

function apply(database: Database, all: readonly Migration[]): void {
  database.exec(appliedTable);
  const applied = database.prepare('select name, hash from migrations').all() as Pick<Migration, 'name' | 'hash'>[];
  const note = database.prepare(`insert into migrations values (?, ?, datetime('now'))`);
  const pending = pendingMigrations(all, applied);
  for (const { name, statements, hash } of pending) {
    for (const statement of statements) database.exec(statement);
    note.run(name, hash);
  }
  if (pending.length === 0) return;
  const [orphan] = database.pragma('foreign_key_check') as { table: string; parent: string }[];
  if (orphan) throw new Error(`A migration left rows of ${orphan.table} without their ${orphan.parent}`);
}

import { hash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One step from an older schema to a newer one. */
export interface Migration {
  /** Its file's name without the ending; migrations run in the order of their names. */
  name: string;
  statements: readonly string[];
  hash: string;
}

/** Where drizzle-kit's generator separates statements. */
export const statementBreak = '\n--> statement-breakpoint\n';

/** The folder of an engine's migrations. */
export function migrationFolder(engine: 'sqlite' | 'postgres'): string {
  return join(import.meta.dirname, 'migrations', engine);
}

/** All migrations in a folder, oldest first. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      return {
        name: file.slice(0, -'.sql'.length),
        statements: text.split(statementBreak),
        hash: hash('sha256', text),
      };
    });
}

/** Keeps what was applied; made by hand because it is there before the first migration. */
export const appliedTable =
  'create table if not exists migrations (name text primary key, hash text not null, applied_at text not null)';

/**
 * What is left to do.
 * @throws Error when the database is newer than the program, or when a migration was changed after it had been applied
 */
export function pendingMigrations(
  all: readonly Migration[],
  applied: readonly Pick<Migration, 'name' | 'hash'>[],
): Migration[] {
  const known = new Map(all.map((migration) => [migration.name, migration]));
  for (const { name, hash: appliedHash } of applied) {
    const migration = known.get(name);
    if (!migration) throw new Error(`The database is newer than this program: it has migration ${name}`);
    if (migration.hash !== appliedHash) throw new Error(`Migration ${name} was changed after it had been applied`);
  }
  const done = new Set(applied.map(({ name }) => name));
  return all.filter(({ name }) => !done.has(name));
}

import pg from 'pg';
import type { ClientBase } from 'pg';
import { appliedTable, migrationFolder, pendingMigrations, readMigrations } from '../migrate.ts';
import type { Migration } from '../migrate.ts';

/** Makes the zone's schema and brings it to the newest state, all or nothing. Instances that start together take turns. */
export async function migratePostgres(
  client: ClientBase,
  schema: string,
  all: readonly Migration[] = readMigrations(migrationFolder('postgres')),
): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`qunfang migrations ${schema}`]);
    await client.query(`create schema if not exists ${pg.escapeIdentifier(schema)}`);
    await apply(client, all);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

async function apply(client: ClientBase, all: readonly Migration[]): Promise<void> {
  await client.query(appliedTable);
  const { rows } = await client.query<Pick<Migration, 'name' | 'hash'>>('select name, hash from migrations');
  for (const { name, statements, hash } of pendingMigrations(all, rows)) {
    await client.query(statements.join(';\n'));
    await client.query('insert into migrations values ($1, $2, now())', [name, hash]);
  }
}

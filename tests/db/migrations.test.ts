import Driver from 'better-sqlite3';
import { execFileSync } from 'node:child_process';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../db/open-store.ts';
import { pendingMigrations, readMigrations, migrationFolder } from '../../db/migrate.ts';
import type { Migration } from '../../db/migrate.ts';
import { migratePostgres } from '../../db/postgres/migrate-postgres.ts';
import { migrateSqlite } from '../../db/sqlite/migrate-sqlite.ts';
import { eachEngine, freshDatabase } from '../support/stores.ts';
import { knownRoom, noticeOf } from './samples.ts';
import { testKeys } from '../support/keys.ts';

const step = (name: string, ...statements: string[]): Migration => ({ name, statements, hash: `hash of ${name}` });

const family = step(
  '0000_family',
  'create table parent (id text primary key) strict',
  'create table child (id text primary key, parent text not null references parent(id) on delete cascade) strict',
);
/** What drizzle-kit writes when a column changes: the table is built anew and the old one dropped. */
const rebuild = step(
  '0001_rebuild',
  'PRAGMA foreign_keys=OFF;',
  `create table __new_parent (id text primary key, name text not null default '') strict`,
  'insert into __new_parent (id) select id from parent',
  'drop table parent',
  'alter table __new_parent rename to parent',
  'PRAGMA foreign_keys=ON;',
);

function filled() {
  const database = new Driver(':memory:');
  migrateSqlite(database, [family]);
  database.exec(`insert into parent values ('p'); insert into child values ('c', 'p')`);
  return database;
}

/** A zone of before there were patrols, in words of both engines. */
const filledZone = [
  `insert into people (id, name, phone, language, roles, duty, certificates, active)
   values ('p', '张强', '+86 199-0000-0001', 'zh', '[]', 'on', '[]', true)`,
  `insert into teams (id, code, kind, name, active) values ('t', 'T', 'patrol', '三队', true)`,
  `insert into team_members (team_id, person_id, rank) values ('t', 'p', 0)`,
];

const patrolsOfIt = [
  `insert into shifts (id, token, roster_code, date, kind, name, state, team_ids, starts_at, ends_at, minimum, gear, remarks,
   changed_at) values ('s', 'S', 'R', '2026-11-23', 'patrol', '夜巡', 'planned', '["t"]', 1, 2, 2, '[]', '', 1)`,
  `insert into shift_people (shift_id, person_id, team_id, state, guest, rank, starts_at)
   values ('s', 'p', 't', 'expected', false, 0, 1)`,
];

const beforePatrols = (all: readonly Migration[]) => all.filter(({ name }) => name < '0010');

describe('migrations', () => {
  test('are in step with the schema, on both engines', () => {
    const script = new URL('../../db/generate-migrations.ts', import.meta.url).pathname;
    const stdout = execFileSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
    expect(stdout).toBe('sqlite: in step with the schema\npostgres: in step with the schema\n');
  });

  test('that were applied are not applied again, new ones are', () => {
    expect(pendingMigrations([family, rebuild], [family])).toEqual([rebuild]);
    expect(pendingMigrations([family], [family])).toEqual([]);
  });

  test('refuse a database of a newer program', () => {
    expect(() => pendingMigrations([family], [family, rebuild])).toThrow(
      'newer than this program: it has migration 0001_rebuild',
    );
  });

  test('refuse to go on when one was changed after it had been applied', () => {
    expect(() => pendingMigrations([family], [{ ...family, hash: 'other' }])).toThrow(
      'Migration 0000_family was changed after it had been applied',
    );
  });

  test('that rebuild a table leave the rows that hang on it', () => {
    const database = filled();
    migrateSqlite(database, [family, rebuild]);
    expect(database.prepare('select * from child').all()).toEqual([{ id: 'c', parent: 'p' }]);
    expect(database.prepare('select * from parent').all()).toEqual([{ id: 'p', name: '' }]);
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  test('that would leave rows without their parent change nothing', () => {
    const database = filled();
    const careless = step('0001_careless', `create table other (id text) strict`, 'delete from parent');
    expect(() => migrateSqlite(database, [family, careless])).toThrow('left rows of child without their parent');
    expect(database.prepare('select count(*) as n from parent').get()).toEqual({ n: 1 });
    expect(database.prepare(`select name from migrations`).all()).toEqual([{ name: '0000_family' }]);
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  test('that add patrols leave a filled zone as it was, and shifts hang on what is there', () => {
    const database = new Driver(':memory:');
    const all = readMigrations(migrationFolder('sqlite'));
    migrateSqlite(database, beforePatrols(all));
    for (const statement of filledZone) database.exec(statement);
    migrateSqlite(database, all);
    const people = database.prepare('select id, name, plain_phone from people').all();
    expect(people).toEqual([{ id: 'p', name: '张强', plain_phone: '19900000001' }]);
    for (const statement of patrolsOfIt) database.exec(statement);
    expect(database.prepare('select count(*) as n from shift_people').get()).toEqual({ n: 1 });
    expect(() => database.exec(`delete from people`)).toThrow('FOREIGN KEY');
  });

  test('make every table of SQLite STRICT', () => {
    const database = new Driver(':memory:');
    migrateSqlite(database);
    // A virtual table and the shadows that its module makes for it know no STRICT; sqlite_ is the engine's own.
    const ordinary = database.prepare(
      `select name, strict from pragma_table_list
       where schema = 'main' and type = 'table' and name not like 'sqlite\\_%' escape '\\'`,
    );
    const tables = ordinary.all() as { name: string; strict: number }[];
    expect(tables.map(({ name }) => name)).toContain('hazard_texts');
    const lax = tables.filter(({ strict }) => strict === 0).map(({ name }) => name);
    expect(lax).toEqual(['migrations']);
  });

  test('make the same tables on both engines', () => {
    const tables = (engine: 'sqlite' | 'postgres') =>
      readMigrations(migrationFolder(engine))
        .flatMap(({ statements }) => statements)
        .flatMap((statement) => /^CREATE TABLE ["`](\w+)["`]/.exec(statement)?.[1] ?? [])
        .sort();
    expect(tables('sqlite')).toEqual(tables('postgres'));
    expect(tables('sqlite').length).toBeGreaterThan(20);
  });

  eachEngine((database) => {
    test('find an existing zone as it was left', async () => {
      const room = await knownRoom(database.store);
      await database.store.transaction((tx) => tx.outbox.add([noticeOf(room.id)]));
      await database.store.close();
      const store = await openStore(database.url, { keys: testKeys, onError: (error) => expect.fail(String(error)) });
      expect(await store.read.outbox.history(room.id, 10)).toHaveLength(1);
      await store.close();
    });
  });

  describe('on PostgreSQL', () => {
    const database = freshDatabase('postgres');

    const withClient = async <Result>(use: (client: pg.Client) => Promise<Result>) => {
      const schema = new URL(database.url).searchParams.get('schema') ?? '';
      const client = new pg.Client({
        connectionString: database.url.split('?')[0],
        options: `-c search_path=${schema}`,
      });
      await client.connect();
      try {
        return await use(client);
      } finally {
        await client.end();
      }
    };

    test('are applied once by instances that start together', async () => {
      const stores = await Promise.all(
        [1, 2, 3].map(() =>
          openStore(`${database.url}_together`, { keys: testKeys, onError: (error) => expect.fail(String(error)) }),
        ),
      );
      for (const store of stores) await store.close();
      await withClient((client) =>
        client.query(`drop schema ${new URL(database.url).searchParams.get('schema')!}_together cascade`),
      );
    });

    test('that add patrols leave a filled zone as it was, and shifts hang on what is there', async () => {
      await withClient(async (client) => {
        const schema = `${new URL(database.url).searchParams.get('schema')!}_before`;
        const all = readMigrations(migrationFolder('postgres'));
        await client.query(`create schema ${schema}`);
        await client.query(`set search_path = ${schema}`);
        await migratePostgres(client, schema, beforePatrols(all));
        for (const statement of filledZone) await client.query(statement);
        await migratePostgres(client, schema, all);
        const people = await client.query('select id, name, plain_phone from people');
        expect(people.rows).toEqual([{ id: 'p', name: '张强', plain_phone: '19900000001' }]);
        for (const statement of patrolsOfIt) await client.query(statement);
        await expect(client.query('delete from people')).rejects.toThrow('foreign key');
        await client.query(`drop schema ${schema} cascade`);
      });
    });

    test('that fail leave the zone as it was', async () => {
      await withClient(async (client) => {
        const schema = new URL(database.url).searchParams.get('schema') ?? '';
        const all = readMigrations(migrationFolder('postgres'));
        const broken = step('9999_broken', 'create table half (id text)', 'create nonsense');
        await expect(migratePostgres(client, schema, [...all, broken])).rejects.toThrow('nonsense');
        const { rows } = await client.query(`select to_regclass('half') as half`);
        expect(rows).toEqual([{ half: null }]);
      });
    });
  });
});

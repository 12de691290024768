import Driver from 'better-sqlite3';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject } from 'vitest';
import type { Store } from '../../core/ports/store.ts';
import { openStore } from '../../db/open-store.ts';
import { migrateSqlite } from '../../db/sqlite/migrate-sqlite.ts';
import { testKeys } from './keys.ts';

export type EngineName = 'sqlite' | 'postgres';

/** A zone's database for one test. */
export interface TestDatabase {
  readonly engine: EngineName;
  /** Fresh, migrated and empty at the start of every test. */
  readonly store: Store;
  /** To open it a second time. */
  readonly url: string;
  /** What the store reported to nobody in particular. A test that expects something empties it; else the test fails. */
  readonly errors: unknown[];
}

interface Place {
  url: string;
  remove: () => Promise<void>;
}

/** Runs the same tests on SQLite and on PostgreSQL, each test on a database of its own. */
export function eachEngine(tell: (database: TestDatabase) => void): void {
  describe.each<EngineName>(['sqlite', 'postgres'])('on %s', (engine) => {
    tell(freshDatabase(engine));
  });
}

/** The same for tests that are about one engine. */
export function freshDatabase(engine: EngineName): TestDatabase {
  const errors: unknown[] = [];
  let opened: { place: Place; store: Store } | undefined;
  const now = () => {
    if (!opened) throw new Error('The store is there only while a test runs');
    return opened;
  };
  beforeEach(async () => {
    const place = engine === 'sqlite' ? newFile() : newSchema();
    opened = { place, store: await openStore(place.url, { keys: testKeys, onError: (error) => errors.push(error) }) };
  });
  afterEach(async () => {
    const { place, store } = now();
    opened = undefined;
    await store.close();
    await place.remove();
    expect(errors.splice(0)).toEqual([]);
  });
  return {
    engine,
    errors,
    get store() {
      return now().store;
    },
    get url() {
      return now().place.url;
    },
  };
}

let migrated: Buffer | undefined;

/** An SQLite file that is migrated and empty. */
function emptyFile(): Buffer {
  const database = new Driver(':memory:');
  migrateSqlite(database);
  const bytes = database.serialize();
  database.close();
  return bytes;
}

/** A place for an SQLite file. */
export function newFile(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'qunfang-sqlite-'));
  writeFileSync(join(folder, 'zone.db'), (migrated ??= emptyFile()));
  return {
    url: `file:${join(folder, 'zone.db')}`,
    remove: () => rm(folder, { recursive: true }),
  };
}

/** Schemas that earlier tests of this process have left empty; making one takes longer than most tests. */
const emptied: string[] = [];
let schemas = 0;

/** A place for a schema of the test run's PostgreSQL. */
export function newSchema(): Place {
  const schema = emptied.pop() ?? `zone_${String(process.pid)}_${String((schemas += 1))}`;
  const server = inject('postgresUrl');
  return {
    url: `${server}?schema=${schema}`,
    remove: async () => {
      const client = new pg.Client(server);
      await client.connect();
      await client.query(emptying(schema));
      await client.end();
      emptied.push(schema);
    },
  };
}

/** Deletes every row of every table in one go; as a replica would, without asking foreign keys. */
function emptying(schema: string): string {
  return `do $$ declare name text; begin
    set local session_replication_role = replica;
    for name in select tablename from pg_tables where schemaname = '${schema}' and tablename <> 'migrations' loop
      execute format('delete from %I.%I', '${schema}', name);
    end loop;
  end $$`;
}

import pg from 'pg';
import { describe, expect, test } from 'vitest';
import type { Store, WakeWord } from '../../core/ports/store.ts';
import { openStore } from '../../db/open-store.ts';
import { freshDatabase } from '../support/stores.ts';
import { testKeys } from '../support/keys.ts';
import { knownRoom, noticeOf, now } from './samples.ts';

describe('PostgreSQL', () => {
  const database = freshDatabase('postgres');

  /** A second instance of the same zone. */
  const another = async (use: (store: Store, errors: unknown[]) => Promise<void>) => {
    const errors: unknown[] = [];
    const store = await openStore(database.url, { keys: testKeys, onError: (error) => errors.push(error) });
    try {
      await use(store, errors);
    } finally {
      await store.close();
    }
  };

  const admin = async <Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> => {
    const client = new pg.Client(database.url.split('?')[0]);
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  };

  const killConnections = (which: string) =>
    admin(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'qunfang' and pid <> pg_backend_pid() and ${which}`,
    );

  test('runs both again when two transactions wait for each other, and both succeed', async () => {
    const { store } = database;
    await store.transaction(async (tx) => {
      await tx.settings.take('a', 1);
      await tx.settings.take('b', 1);
    });
    let runs = 0;
    let holding = 0;
    const bothHold = Promise.withResolvers<undefined>();
    const both = [
      ['a', 'b'],
      ['b', 'a'],
    ] as const;
    const taking = both.map(([one, two]) =>
      store.transaction(async (tx) => {
        runs += 1;
        await tx.settings.take(one, 1);
        holding += 1;
        if (holding === 2) bothHold.resolve(undefined);
        await bothHold.promise;
        return tx.settings.take(two, 1);
      }),
    );
    await Promise.all(taking);
    expect(runs).toBe(3);
    expect(await store.transaction((tx) => tx.settings.take('a', 1))).toBe(3);
    expect(await store.transaction((tx) => tx.settings.take('b', 1))).toBe(3);
  });

  test('runs a transaction again whose connection was lost before its commit', async () => {
    const { store, errors } = database;
    let runs = 0;
    const given = await store.transaction(async (tx) => {
      runs += 1;
      const first = await tx.settings.take('a', 1);
      if (runs === 1) await killConnections(`state = 'idle in transaction'`);
      return [first, await tx.settings.take('a', 1)];
    });
    expect(given).toEqual([0, 1]);
    expect(runs).toBe(2);
    expect(errors.splice(0).length).toBeGreaterThan(0);
  });

  test('goes on after all its connections were cut, and hears words again', async () => {
    const { store, errors } = database;
    const heard: WakeWord[] = [];
    store.listen((word) => heard.push(word));
    await store.transaction((tx) => tx.settings.put('a', 1));
    expect(await store.read.settings.get('a')).toBe(1);
    await killConnections('true');
    await expect.poll(() => heard, { timeout: 5_000 }).toEqual([{ about: 'outbox' }, { about: 'timers' }]);
    await expect.poll(() => store.read.settings.get('a')).toBe(1);
    await store.transaction((tx) => tx.settings.put('a', 2));
    heard.length = 0;
    await another(async (other) => {
      other.notify({ about: 'incident', id: '7' });
      await expect.poll(() => heard).toEqual([{ about: 'incident', id: '7' }]);
    });
    expect(errors.splice(0).length).toBeGreaterThan(0);
  });

  test('tells words to every instance of the zone once, its own first', async () => {
    await another(async (other) => {
      const [here, there]: [WakeWord[], WakeWord[]] = [[], []];
      database.store.listen((word) => here.push(word));
      other.listen((word) => there.push(word));
      other.notify({ about: 'timers' });
      expect(there).toEqual([{ about: 'timers' }]);
      await expect.poll(() => here).toEqual([{ about: 'timers' }]);
      database.store.notify({ about: 'room', id: '1' });
      await expect.poll(() => there).toEqual([{ about: 'timers' }, { about: 'room', id: '1' }]);
      expect(here).toHaveLength(2);
    });
  });

  test('keeps zones apart', async () => {
    const url = `${database.url}_b`;
    const neighbour = await openStore(url, { keys: testKeys, onError: (error) => expect.fail(String(error)) });
    const heard: WakeWord[] = [];
    neighbour.listen((word) => heard.push(word));
    await database.store.transaction((tx) => tx.settings.put('a', 1));
    database.store.notify({ about: 'outbox' });
    expect(await neighbour.read.settings.get('a')).toBeNull();
    neighbour.notify({ about: 'timers' });
    await expect.poll(() => heard).toEqual([{ about: 'timers' }]);
    await neighbour.close();
    await admin(`drop schema ${new URL(url).searchParams.get('schema') ?? ''} cascade`);
  });

  test('is read by a look-only store, which cannot write and changes no schema', async () => {
    await database.store.transaction((tx) => tx.settings.put('a', 1));
    const looking = await openStore(database.url, {
      keys: testKeys,
      access: 'read',
      onError: (error) => expect.fail(String(error)),
    });
    expect(await looking.read.settings.get('a')).toBe(1);
    await expect(looking.transaction(() => Promise.resolve())).rejects.toThrow('open only to be read');
    await looking.close();
  });

  test('looks notices up by their keys, though the plan for it was made while there were next to none', async () => {
    const rooms = await Promise.all(Array.from({ length: 32 }, () => knownRoom(database.store)));
    const ask = { platforms: ['telegram'] as const, now, leaseUntil: now + 1_000, lease: 'mine', limit: 32 };
    const sendToAll = (store: Store): Promise<boolean> =>
      store.transaction(async (tx) => {
        await tx.outbox.add(rooms.map(({ id }) => noticeOf(id)));
        const claims = await tx.outbox.claimAdded(ask);
        const outcome = { kind: 'sent', messageId: '1', contentHash: '' } as const;
        return tx.outbox.finish(claims.map((claim) => ({ claim, outcome, at: now, laneDueAt: now })));
      });
    await another(async (store) => {
      for (let i = 0; i < 10; i += 1) await sendToAll(store);
      const full = await knownRoom(store);
      const many = Array.from({ length: 2_000 }, () => noticeOf(full.id, { dueAt: now + 1_000 }));
      await database.store.transaction((tx) => tx.outbox.add(many));
      for (let i = 0; i < 10; i += 1) await sendToAll(store);
    });
    const schema = new URL(database.url).searchParams.get('schema') ?? '';
    const [read] = await admin<{ rows: string }>(
      `select idx_tup_fetch as rows from pg_stat_user_indexes where schemaname = '${schema}' and indexrelname = 'notices_pkey'`,
    );
    expect(Number(read?.rows)).toBe(2 * 10 * rooms.length);
  });

  test('can be closed twice', async () => {
    await another(async (other) => {
      await other.close();
      await expect(other.read.settings.get('a')).rejects.toThrow();
    });
  });
});

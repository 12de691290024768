import Driver from 'better-sqlite3';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Handle } from '../../db/handle.ts';
import { Compiler } from '../../db/query.ts';
import { sqliteBuilders } from '../../db/sqlite/builders.ts';
import { Connection } from '../../db/sqlite/connection.ts';
import { sqliteDialect } from '../../db/sqlite/dialect.ts';
import { migrateSqlite } from '../../db/sqlite/migrate-sqlite.ts';
import { sqliteTables } from '../../db/sqlite/tables.ts';
import { WriteQueue } from '../../db/sqlite/write-queue.ts';
import { SqlSettings } from '../../db/queries/settings.ts';

/** A connection that says what it was told and fails when a test wants it to, as a full or broken disk does. */
class FlakyConnection extends Connection {
  readonly told: string[] = [];
  failing: { sql: string; times: number } | undefined;

  override control(sql: string): void {
    this.told.push(sql);
    if (this.failing?.sql === sql && this.failing.times > 0) {
      this.failing.times -= 1;
      throw new Error('disk I/O error');
    }
    super.control(sql);
  }

  count(sql: string): number {
    return this.told.filter((told) => told === sql).length;
  }
}

function queueOnMemory() {
  const database = new Driver(':memory:');
  migrateSqlite(database);
  const compiler = new Compiler({ db: sqliteBuilders(), tables: sqliteTables, dialect: sqliteDialect });
  const connection = new FlakyConnection(database, compiler);
  const committed: Handle[] = [];
  const queue = new WriteQueue(connection, (handle) => committed.push(handle));
  const take = (handle: Handle) => new SqlSettings(handle).take('orders', 1);
  const kept = () => database.prepare('select next from counters').pluck().get();
  return { queue, connection, committed, take, kept };
}

describe('the write queue', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test('puts callers that wait together into one transaction, at most 32', async () => {
    const { queue, connection, take } = queueOnMemory();
    await Promise.all(Array.from({ length: 40 }, () => queue.add(take)));
    expect(connection.count('COMMIT')).toBe(2);
    expect(connection.count('SAVEPOINT caller')).toBe(40);
  });

  test('takes into the same transaction whoever comes while others are at work', async () => {
    const { queue, connection, committed, take } = queueOnMemory();
    let late: Promise<number> | undefined;
    const first = queue.add((handle) => {
      late = queue.add(take);
      return take(handle);
    });
    expect(await first).toBe(0);
    expect(await late).toBe(1);
    expect(connection.count('COMMIT')).toBe(1);
    expect(committed).toHaveLength(2);
  });

  test('leaves to the next transaction whoever comes when 32 are at work', async () => {
    const { queue, connection, take } = queueOnMemory();
    const again = (): Promise<number> => queue.add(take);
    const late: Promise<number>[] = [];
    const inviting = (handle: Handle): Promise<number> => {
      late.push(again());
      return take(handle);
    };
    await Promise.all(Array.from({ length: 20 }, () => queue.add(inviting)));
    await Promise.all(late);
    expect(connection.count('COMMIT')).toBe(2);
  });

  test('serves callers in the order in which they came', async () => {
    const { queue, take } = queueOnMemory();
    expect(await Promise.all([1, 2, 3].map(() => queue.add(take)))).toEqual([0, 1, 2]);
  });

  test('runs each caller again by itself when their common commit is lost', async () => {
    const { queue, connection, committed, take, kept } = queueOnMemory();
    connection.failing = { sql: 'COMMIT', times: 1 };
    expect(await Promise.all([1, 2, 3].map(() => queue.add(take)))).toEqual([0, 1, 2]);
    expect(connection.count('COMMIT')).toBe(4);
    expect(committed).toHaveLength(3);
    expect(kept()).toBe(3);
  });

  test('tells only that caller whose own commit is lost as well', async () => {
    const { queue, connection, take, kept } = queueOnMemory();
    connection.failing = { sql: 'COMMIT', times: 2 };
    const ends = await Promise.allSettled([1, 2, 3].map(() => queue.add(take)));
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(kept()).toBe(2);
  });

  test('tells every caller when no transaction can be begun, and serves the next ones', async () => {
    const { queue, connection, take } = queueOnMemory();
    connection.failing = { sql: 'BEGIN IMMEDIATE', times: 1 };
    const ends = await Promise.allSettled([1, 2].map(() => queue.add(take)));
    expect(ends).toMatchObject([{ reason: { message: 'disk I/O error' } }, { reason: { message: 'disk I/O error' } }]);
    expect(await queue.add(take)).toBe(0);
  });

  test('runs callers again when one of them lost the transaction for all; only that one fails', async () => {
    const { queue, connection, take, kept } = queueOnMemory();
    const losing = (handle: Handle) => {
      handle.afterCommit(() => expect.fail('it was never committed'));
      connection.database.exec('ROLLBACK');
      return Promise.reject(new Error('database or disk is full'));
    };
    const ends = await Promise.allSettled([queue.add(take), queue.add(losing), queue.add(take)]);
    expect(ends).toMatchObject([{ value: 0 }, { reason: { message: 'database or disk is full' } }, { value: 1 }]);
    expect(kept()).toBe(2);
  });

  test('gives up a caller that waits for something else than the database, and goes on', async () => {
    const { queue, take, kept } = queueOnMemory();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const never = new Promise<void>(() => undefined);
    let handleOfStuck: Handle | undefined;
    const stuck = queue.add(async (handle) => {
      handleOfStuck = handle;
      await take(handle);
      await never;
    });
    const next = queue.add(take);
    const refusal = expect(stuck).rejects.toThrow('A transaction was given up');
    await vi.waitUntil(() => vi.getTimerCount() > 0);
    await vi.advanceTimersByTimeAsync(10_000);
    await refusal;
    expect(await next).toBe(0);
    await expect(take(handleOfStuck!)).rejects.toThrow('This transaction is over');
    expect(kept()).toBe(1);
  });
});

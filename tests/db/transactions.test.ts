import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Tx } from '../../core/ports/store.ts';
import { seatOf } from '../support/incident-factory.ts';
import { eachEngine } from '../support/stores.ts';
import { inboxEntryOf } from './samples.ts';

describe('a transaction', () => {
  eachEngine((database) => {
    test('gives what its callback gives, and what it wrote is there afterwards', async () => {
      const { store } = database;
      const given = await store.transaction(async (tx) => {
        await tx.settings.put('zone', { name: '东阳' });
        return 7;
      });
      expect(given).toBe(7);
      expect(await store.read.settings.get('zone')).toEqual({ name: '东阳' });
    });

    test('leaves nothing behind when its callback throws', async () => {
      const { store } = database;
      const failing = store.transaction(async (tx) => {
        await tx.settings.put('a', 1);
        throw new Error('thought better of it');
      });
      await expect(failing).rejects.toThrow('thought better of it');
      expect(await store.read.settings.get('a')).toBeNull();
    });

    test('sees its own writes, which nobody else sees before the commit', async () => {
      const { store } = database;
      const seen = await store.transaction(async (tx) => {
        await tx.settings.put('a', 1);
        return [await tx.settings.get('a'), await store.read.settings.get('a')];
      });
      expect(seen).toEqual([1, null]);
    });

    test('fails when a query failed in it, even if the callback swallowed the error', async () => {
      const { store } = database;
      const seat = seatOf({ incidentId: 'of nothing' as never });
      const failing = store.transaction(async (tx) => {
        await tx.settings.put('a', 1);
        await expect(tx.incidents.addSeat(seat)).rejects.toThrow();
        return 'all is well';
      });
      await expect(failing).rejects.toThrow(/foreign key/i);
      expect(await store.read.settings.get('a')).toBeNull();
    });

    test('refuses another one inside it and is itself not harmed', async () => {
      const { store } = database;
      await store.transaction(async (tx) => {
        await expect(store.transaction(() => Promise.resolve())).rejects.toThrow('A transaction inside a transaction');
        await tx.settings.put('a', 1);
      });
      expect(await store.read.settings.get('a')).toBe(1);
    });

    test('may be followed by another one that was begun where it ended', async () => {
      const { store } = database;
      const later: Promise<unknown>[] = [];
      await store.transaction(async (tx) => {
        await tx.settings.put('a', 1);
        tx.afterCommit(() => later.push(store.transaction((next) => next.settings.put('b', 2))));
      });
      await Promise.all(later);
      expect(await store.read.settings.get('b')).toBe(2);
    });

    test('refuses every use of its handle after its end', async () => {
      const { store } = database;
      const kept: { tx?: Tx } = {};
      await store.transaction((tx) => Promise.resolve(void (kept.tx = tx)));
      await expect(kept.tx?.settings.get('a')).rejects.toThrow('This transaction is over');
      expect(() => kept.tx?.afterCommit(() => undefined)).toThrow('This transaction is over');
    });

    test('runs afterCommit once, when all of it can be seen', async () => {
      const { store } = database;
      const seen: unknown[] = [];
      await store.transaction(async (tx) => {
        tx.afterCommit(() => void store.read.settings.get('a').then((value) => seen.push(value)));
        await tx.settings.put('a', 1);
        expect(seen).toEqual([]);
      });
      await expect.poll(() => seen).toEqual([1]);
    });

    test('runs no afterCommit when it fails', async () => {
      const { store } = database;
      let ran = false;
      const failing = store.transaction((tx) => {
        tx.afterCommit(() => (ran = true));
        return Promise.reject(new Error('no'));
      });
      await expect(failing).rejects.toThrow('no');
      await nextTurn();
      expect(ran).toBe(false);
    });

    test('is not harmed by an afterCommit that throws; the others run and the error is reported', async () => {
      const { store, errors } = database;
      let ran = false;
      await store.transaction(async (tx) => {
        tx.afterCommit(() => {
          throw new Error('a clumsy hook');
        });
        tx.afterCommit(() => (ran = true));
        await tx.settings.put('a', 1);
      });
      expect(ran).toBe(true);
      expect(errors.splice(0)).toMatchObject([{ message: 'a clumsy hook' }]);
    });

    test('that fails takes none of its neighbours with it', async () => {
      const { store } = database;
      const all = Array.from({ length: 60 }, (_, i) =>
        store.transaction(async (tx) => {
          await tx.inbox.add([inboxEntryOf(String(i))]);
          if (i % 3 === 0) throw new Error(`no ${i}`);
          return tx.settings.take('kept', 1);
        }),
      );
      const ends = await Promise.allSettled(all);
      expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(20);
      expect(await store.transaction((tx) => tx.settings.take('kept', 1))).toBe(40);
    });

    test('hundreds at once count without losing one', async () => {
      const { store } = database;
      const taken = await Promise.all(
        Array.from({ length: 300 }, () => store.transaction((tx) => tx.settings.take('orders', 1))),
      );
      expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 300 }, (_, i) => i));
    });

    test('lets timers and sockets through while hundreds wait', async () => {
      const { store } = database;
      let turns = 0;
      let done = false;
      const count = async () => {
        for (; !done && turns < 100_000; turns += 1) await nextTurn();
      };
      const counting = count();
      await Promise.all(Array.from({ length: 320 }, () => store.transaction((tx) => tx.settings.take('orders', 1))));
      done = true;
      await counting;
      expect(turns).toBeGreaterThanOrEqual(10);
    });

    test('is not begun any more once the store is closed; those in hand are finished', async () => {
      const { store } = database;
      const inHand = store.transaction((tx) => tx.settings.take('orders', 1));
      await store.close();
      expect(await inHand).toBe(0);
      await expect(store.transaction(() => Promise.resolve())).rejects.toThrow('closed');
    });

    test('outside of one nothing can be written', async () => {
      const { store } = database;
      const writing = (store.read as Tx).settings.put('a', 1);
      await expect(writing).rejects.toThrow(/read-?only/);
    });
  });
});

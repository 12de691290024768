import { describe, expect, test } from 'vitest';
import type { Store } from '../../core/ports/store.ts';
import { eachEngine } from '../support/stores.ts';
import { now, timerOf } from './samples.ts';

const claim = (store: Store, lease: string, at = now, limit = 10) =>
  store.transaction((tx) => tx.timers.claimDue({ now: at, leaseUntil: at + 1_000, lease, limit }));

describe('timers', () => {
  eachEngine((database) => {
    test('fall due soonest first, and are gone when they are finished', async () => {
      const { store } = database;
      const [late, soon, future] = [
        timerOf('b', { dueAt: now - 1 }),
        timerOf('a', { dueAt: now - 2 }),
        timerOf('c', { dueAt: now + 1 }),
      ];
      await store.transaction(async (tx) => {
        for (const timer of [late, soon, future]) await tx.timers.set(timer);
      });
      expect(await store.read.timers.nextDueAt()).toBe(now - 2);
      expect(await store.read.timers.upcoming(2)).toEqual([soon, late]);
      expect(await claim(store, 'me')).toEqual([soon, late]);
      expect(await store.read.timers.upcoming(2)).toEqual([future]);
      expect(await store.transaction((tx) => tx.timers.finish(soon.id, 'me'))).toBe(true);
      expect(await store.transaction((tx) => tx.timers.finish(soon.id, 'me'))).toBe(false);
      expect(await store.read.timers.waiting()).toBe(2);
    });

    test('are one for each kind and subject: setting again moves them', async () => {
      const { store } = database;
      await store.transaction((tx) => tx.timers.set(timerOf('a')));
      const moved = timerOf('a', { dueAt: now + 60_000 });
      const other = timerOf('a', { kind: 'safe_return', dueAt: now + 70_000 });
      await store.transaction(async (tx) => {
        await tx.timers.set(moved);
        await tx.timers.set(other);
      });
      expect(await store.read.timers.upcoming(10)).toEqual([moved, other]);
      expect(await claim(store, 'me')).toEqual([]);
      await store.transaction((tx) => tx.timers.cancel('wave', 'a'));
      await store.transaction((tx) => tx.timers.cancel('wave', 'never set'));
      expect(await store.read.timers.upcoming(10)).toEqual([other]);
    });

    test('that were set anew while in hand are not finished by the old holder', async () => {
      const { store } = database;
      await store.transaction((tx) => tx.timers.set(timerOf('a')));
      const [held] = await claim(store, 'me');
      const fresh = { ...timerOf('a', { dueAt: now + 5 }), id: held!.id };
      await store.transaction((tx) => tx.timers.set(fresh));
      expect(await store.transaction((tx) => tx.timers.finish(held!.id, 'me'))).toBe(false);
      expect(await store.read.timers.upcoming(10)).toEqual([fresh]);
    });

    test('whose holder died are claimed again when the lease has ended', async () => {
      const { store } = database;
      const timer = timerOf('a');
      await store.transaction((tx) => tx.timers.set(timer));
      await claim(store, 'dead');
      expect(await store.read.timers.nextDueAt()).toBe(now + 1_000);
      expect(await claim(store, 'heir', now + 999)).toEqual([]);
      expect(await claim(store, 'heir', now + 1_000)).toEqual([timer]);
      expect(await store.transaction((tx) => tx.timers.finish(timer.id, 'dead'))).toBe(false);
      expect(await store.transaction((tx) => tx.timers.finish(timer.id, 'heir'))).toBe(true);
    });

    test('are claimed by one of several workers, never by two', async () => {
      const { store } = database;
      await store.transaction(async (tx) => {
        for (let i = 0; i < 200; i += 1) await tx.timers.set(timerOf(String(i)));
      });
      const claims = await Promise.all(Array.from({ length: 30 }, (_, i) => claim(store, `worker ${String(i)}`)));
      const subjects = claims.flat().map(({ subject }) => subject);
      expect(subjects).toHaveLength(200);
      expect(new Set(subjects).size).toBe(200);
    });
  });
});

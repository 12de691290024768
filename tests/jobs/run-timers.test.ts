import { describe, expect, test } from 'vitest';
import type { TimerId } from '../../core/ids.ts';
import type { Store } from '../../core/ports/store.ts';
import type { TimerKind } from '../../core/ports/timers.ts';
import { timerRunner } from '../../jobs/run-timers.ts';
import type { TimerHandler, TimerRunner } from '../../jobs/run-timers.ts';
import { fakeClock } from '../support/clock.ts';
import type { FakeClock } from '../support/clock.ts';
import { countingIds } from '../support/ids.ts';
import { noMetrics, readableLog } from './outbox-world.ts';
import type { ReadableLog } from './outbox-world.ts';
import { eachEngine } from '../support/stores.ts';

interface TimerWorld {
  clock: FakeClock;
  runner: TimerRunner;
  log: ReadableLog;
  /** `subject at +milliseconds`, in the order in which they ran. */
  ran: string[];
  lateness: number[];
  set: (subject: string, inMs: number, kind?: TimerKind) => Promise<void>;
}

function timerWorld(store: Store, handle: TimerHandler = () => Promise.resolve(), clock = fakeClock()): TimerWorld {
  const startAt = clock.now();
  const ids = countingIds();
  const log = readableLog();
  const ran: string[] = [];
  const lateness: number[] = [];
  const handler: TimerHandler = async (tx, timer, now) => {
    await handle(tx, timer, now);
    ran.push(`${timer.subject} at +${now - startAt}`);
  };
  const runner = timerRunner({
    store,
    alarm: clock,
    handle: handler,
    metrics: { ...noMetrics, timerRan: (_kind, lateMs) => void lateness.push(lateMs) },
    log,
  });
  clock.settle(() => runner.idle());
  return {
    clock,
    runner,
    log,
    ran,
    lateness,
    set: async (subject, inMs, kind = 'wave') => {
      const id = ids.next<TimerId>(clock.now());
      await store.transaction((tx) => tx.timers.set({ id, kind, subject, dueAt: clock.now() + inMs }));
      runner.wake();
      await runner.idle();
    },
  };
}

describe('timers', () => {
  eachEngine((database) => {
    test('run at their instant, the soonest first, each once', async () => {
      const { clock, set, ran, lateness } = timerWorld(database.store);
      await set('third', 30_000);
      await set('first', 1_000);
      await set('second', 12_345);
      await clock.advance(60_000);
      expect(ran).toEqual(['first at +1000', 'second at +12345', 'third at +30000']);
      expect(lateness).toEqual([0, 0, 0]);
      expect(await database.store.read.timers.waiting()).toBe(0);
    });

    test('one that is set sooner is heard of at once', async () => {
      const { clock, set, ran } = timerWorld(database.store);
      await set('late', 3_600_000);
      await clock.advance(1_000);
      await set('soon', 500);
      await clock.advance(500);
      expect(ran).toEqual(['soon at +1500']);
    });

    test('one that is moved runs only at its new instant, one that is cancelled never', async () => {
      const { clock, set, ran } = timerWorld(database.store);
      await set('moved', 1_000);
      await set('moved', 5_000);
      await set('cancelled', 2_000);
      await database.store.transaction((tx) => tx.timers.cancel('wave', 'cancelled'));
      await clock.advance(10_000);
      expect(ran).toEqual(['moved at +5000']);
    });

    test('two kinds about one subject are two timers', async () => {
      const { clock, set, ran } = timerWorld(database.store);
      await set('order', 1_000, 'wave');
      await set('order', 2_000, 'eta_overdue');
      await clock.advance(2_000);
      expect(ran).toHaveLength(2);
    });

    test('one that fails is logged, tried again later each time, and holds up nobody', async () => {
      let fails = 3;
      const { clock, set, ran, log } = timerWorld(database.store, (_tx, timer) => {
        if (timer.subject !== 'sick' || fails === 0) return Promise.resolve();
        fails -= 1;
        return Promise.reject(new Error('no such incident'));
      });
      await set('sick', 1_000);
      await set('well', 1_001);
      await clock.advance(20_000);
      expect(ran).toEqual(['well at +1001', 'sick at +8000']);
      expect(log.lines.map(({ message }) => message)).toEqual(Array.from({ length: 3 }, () => 'A timer failed'));
      expect(log.lines[0]?.facts).toMatchObject({ timer: 'wave', subject: 'sick', pauseMs: 1_000 });
      expect(log.lines[0]?.facts).toHaveProperty('reference', expect.stringMatching(/^[0-9a-f]{8}$/));
    });

    test('what a failing one had written is not kept', async () => {
      const { clock, set } = timerWorld(database.store, async (tx) => {
        await tx.settings.put('half-done', true);
        throw new Error('then it broke');
      });
      await set('sick', 1_000);
      await clock.advance(1_500);
      expect(await database.store.read.settings.get('half-done')).toBeNull();
      expect(await database.store.read.timers.waiting()).toBe(1);
    });

    test('one may set itself anew while it runs', async () => {
      const { clock, set, ran } = timerWorld(database.store, async (tx, timer, now) => {
        const id = `${timer.id}+` as TimerId;
        await tx.timers.set({ ...timer, id, dueAt: now + 30_000 });
      });
      await set('wave', 30_000);
      await clock.advance(100_000);
      expect(ran).toEqual(['wave at +30000', 'wave at +60000', 'wave at +90000']);
    });

    test('what somebody who crashed had in hand is taken over when the lease ends', async () => {
      const clock = fakeClock();
      const { set, ran } = timerWorld(database.store, undefined, clock);
      const crashed = { now: clock.now() + 1_000, leaseUntil: clock.now() + 11_000, lease: 'crashed', limit: 10 };
      await set('orphan', 1_000);
      await database.store.transaction((tx) => tx.timers.claimDue(crashed));
      await clock.advance(10_000);
      expect(ran).toEqual([]);
      await clock.advance(2_000);
      expect(ran).toEqual(['orphan at +11000']);
    });

    test('two runners on one database run each timer once', async () => {
      const clock = fakeClock();
      const one = timerWorld(database.store, undefined, clock);
      const two = timerWorld(database.store, undefined, clock);
      for (let i = 0; i < 40; i += 1) await one.set(`subject ${i}`, 1_000 + (i % 4));
      two.runner.wake();
      await clock.advance(5_000);
      const ran = [...one.ran, ...two.ran];
      expect(ran).toHaveLength(40);
      expect(new Set(ran).size).toBe(40);
    });

    test('those that fell due while the program was down run when it starts', async () => {
      const clock = fakeClock();
      await timerWorld(database.store, undefined, clock).set('missed', 60_000);
      const later = fakeClock(clock.now() + 3_600_000);
      const { runner, lateness } = timerWorld(database.store, undefined, later);
      runner.start();
      await runner.idle();
      expect(lateness).toEqual([3_540_000]);
      await runner.stop();
    });

    test('on stopping, the one in hand is finished and no other is begun', async () => {
      const begun = Promise.withResolvers<undefined>();
      const gate = Promise.withResolvers<undefined>();
      const { runner, set, ran } = timerWorld(database.store, async () => {
        begun.resolve(undefined);
        await gate.promise;
      });
      const inHand = set('in hand', 0);
      await begun.promise;
      const stopped = runner.stop();
      gate.resolve(undefined);
      await Promise.all([inHand, stopped]);
      await set('too late', 0);
      expect(ran).toEqual(['in hand at +0']);
    });
  });
});

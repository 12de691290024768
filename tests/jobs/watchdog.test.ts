import { describe, expect, test } from 'vitest';
import { vitalBounds, watchdog } from '../../jobs/watchdog.ts';
import { eachEngine } from '../support/stores.ts';
import { outboxWorld, type ReadableLog } from './outbox-world.ts';

const aboutOrders = ({ lines }: ReadableLog): string[] =>
  lines.filter(({ facts }) => 'what' in facts && facts.what === 'outbox order').map(({ level }) => level);

describe('the watchdog', () => {
  eachEngine((database) => {
    test('says once that an order waits too long, and once that it is well again', async () => {
      const world = outboxWorld(database.store);
      const { clock, log } = world;
      const dog = watchdog({ store: database.store, alarm: clock, log });
      dog.start();
      await world.queue('li', 'order 1', { priority: 'order' });
      clock.settle(() => dog.idle());
      await clock.advance(3 * vitalBounds.lookEveryMs);
      expect(aboutOrders(log)).toEqual(['warn']);
      world.sender.wake();
      await world.sender.idle();
      await clock.advance(3 * vitalBounds.lookEveryMs);
      expect(aboutOrders(log)).toEqual(['warn', 'info']);
      await dog.stop();
    });

    test('ends the look that is under way before it stops, and looks no more', async () => {
      const world = outboxWorld(database.store);
      const { clock, log } = world;
      await world.queue('li', 'order 1', { priority: 'order' });
      const stopped = Promise.withResolvers<undefined>();
      const ring: typeof clock.ring = (at, run) =>
        clock.ring(at, () => {
          run();
          stopped.resolve(dog.stop().then(() => undefined));
        });
      const dog = watchdog({ store: database.store, alarm: { now: () => clock.now(), ring }, log });
      dog.start();
      const ringing = clock.advance(vitalBounds.lookEveryMs);
      await stopped.promise;
      expect(aboutOrders(log)).toEqual(['warn']);
      await ringing;
      expect(clock.waiting()).toBe(0);
    });

    test('knows how late the next timer is', async () => {
      const { clock, log } = outboxWorld(database.store);
      const timer = { id: 't' as never, kind: 'wave' as const, subject: 's', dueAt: clock.now() - 5_000 };
      await database.store.transaction((tx) => tx.timers.set(timer));
      const vitals = await watchdog({ store: database.store, alarm: clock, log }).vitals();
      expect(vitals).toMatchObject({ timersWaiting: 1, timerLateMs: 5_000, outbox: [] });
    });
  });
});

import { describe, expect, test } from 'vitest';
import { vitalBounds, watchdog } from '../../jobs/watchdog.ts';
import { eachEngine } from '../support/stores.ts';
import { outboxWorld } from './outbox-world.ts';

describe('the watchdog', () => {
  eachEngine((database) => {
    test('says once that an order waits too long, and once that it is well again', async () => {
      const world = outboxWorld(database.store);
      const { clock, log } = world;
      const dog = watchdog({ store: database.store, alarm: clock, log });
      dog.start();
      await world.queue('li', 'order 1', { priority: 'order' });
      const steady = async (looks: number): Promise<void> => {
        // Looking takes a moment outside the clock.
        for (let i = 0; i < looks; i += 1) {
          await clock.advance(vitalBounds.lookEveryMs);
          await dog.vitals();
          await expect.poll(() => clock.waiting()).toBeGreaterThan(0);
        }
      };
      await steady(3);
      const about = (): string[] =>
        log.lines.filter(({ facts }) => 'what' in facts && facts.what === 'outbox order').map(({ level }) => level);
      expect(about()).toEqual(['warn']);
      world.sender.wake();
      await world.sender.idle();
      await steady(3);
      expect(about()).toEqual(['warn', 'info']);
      dog.stop();
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

import { describe, expect, test } from 'vitest';
import { calendar, dailyAt, runSlot } from '../../jobs/calendar.ts';
import { fakeClock } from '../support/clock.ts';
import { eachEngine } from '../support/stores.ts';
import { readableLog } from './outbox-world.ts';

const slotAt = Date.UTC(2026, 10, 23, 23, 30);

describe('the calendar', () => {
  eachEngine((database) => {
    test('runs a slot on one of several instances', async () => {
      const ran: string[] = [];
      const instance = (name: string): Promise<void> => {
        const entry = { name: 'self-check', when: dailyAt.selfCheck, run: () => Promise.resolve(void ran.push(name)) };
        return runSlot(database.store, entry, slotAt, fakeClock(slotAt), readableLog());
      };
      await Promise.all(['one', 'two', 'three', 'four'].map(instance));
      expect(ran).toHaveLength(1);
      await instance('one, a little late');
      expect(ran).toHaveLength(1);
    });

    test('runs the next day’s slot again, and entries do not stand in each other’s way', async () => {
      const ran: string[] = [];
      const run = (name: string, at: number): Promise<void> =>
        runSlot(
          database.store,
          { name, when: '* * * * *', run: () => Promise.resolve(void ran.push(name)) },
          at,
          fakeClock(at),
          readableLog(),
        );
      await run('self-check', slotAt);
      await run('unreachable', slotAt);
      await run('self-check', slotAt + 86_400_000);
      expect(ran).toEqual(['self-check', 'unreachable', 'self-check']);
    });

    test('logs an entry that fails, and the next slot is another try', async () => {
      const log = readableLog();
      const entry = { name: 'self-check', when: '* * * * *', run: () => Promise.reject(new Error('no network')) };
      await runSlot(database.store, entry, slotAt, fakeClock(slotAt), log);
      expect(log.lines).toMatchObject([{ level: 'error', facts: { entry: 'self-check' } }]);
    });

    test('refuses a time that is none when it starts, and stops without waiting for a slot', async () => {
      const make = (when: string): { start(): void; stop(): Promise<void> } =>
        calendar({
          store: database.store,
          clock: fakeClock(),
          timeZone: 'Asia/Shanghai',
          entries: [{ name: 'self-check', when, run: () => Promise.resolve() }],
          log: readableLog(),
        });
      expect(() => make('61 25 * * *').start()).toThrow();
      const running = make(dailyAt.selfCheck);
      running.start();
      await running.stop();
    });
  });
});

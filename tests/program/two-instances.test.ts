import { afterEach, expect, it } from 'vitest';
import { wallClock } from '../../core/clock.ts';
import type { TimerId } from '../../core/ids.ts';
import { openStore } from '../../db/open-store.ts';
import { wallAlarm } from '../../jobs/alarm.ts';
import { timerRunner } from '../../jobs/run-timers.ts';
import { Stage } from '../scenarios/stage.ts';
import { quietLog, quietMetrics } from '../support/quiet.ts';
import { newSchema } from '../support/stores.ts';
import { testKeys } from '../support/keys.ts';

const clean: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const one of clean.splice(0).toReversed()) await one();
});

it('two instances on one PostgreSQL seat a rush of people exactly, and tell each the truth', async () => {
  const schema = newSchema();
  clean.push(() => schema.remove());
  const errors: unknown[] = [];
  const open = async (): Promise<Stage> => {
    const store = await openStore(schema.url, { keys: testKeys, onError: (error) => errors.push(error) });
    clean.push(() => store.close());
    const stage = new Stage(store);
    clean.push(() => stage.close());
    return stage;
  };
  const first = await open();
  const names = Array.from({ length: 30 }, (_, n) => `东${String(n).padStart(2, '0')}`);
  await first.begin([
    { name: '张阿姨', roles: ['resident'] },
    { name: '值01', roles: ['duty_officer'] },
    ...names.map((name) => ({ name, skills: ['surface_water'] as const })),
  ]);
  await first.says('张阿姨', '有小孩掉河里了！西塘工业区后面 快来人');
  await first.taps('值01', 'confirm', { in: '指挥群' });
  await first.taps('值01', 'call_out', { in: '指挥群' });
  for (let more = 0; more < 15; more += 1) await first.later(31);
  const second = await open();
  second.bot.sender.start();
  second.bot.timers.start();
  const orders = await first.store.read.incidents.orders((await first.incident()).id);
  expect(orders).toHaveLength(30);
  const results = await Promise.all(
    orders.map(({ token, personId }, n) => (n % 2 === 0 ? first : second).bot.answerByLink(token, personId, 'accept')),
  );
  expect(results.filter(({ kind }) => kind === 'seated')).toHaveLength(1);
  const ranks = results.flatMap((result) => (result.kind === 'standby' ? [result.rank] : []));
  expect(ranks.sort((a, b) => a - b)).toEqual(Array.from({ length: 29 }, (_, n) => n + 1));
  expect(errors).toEqual([]);
});

it('a timer that one instance sets wakes the other, which alone runs timers, within seconds', async () => {
  const schema = newSchema();
  clean.push(() => schema.remove());
  const store = await openStore(schema.url, { keys: testKeys, onError: () => undefined });
  clean.push(() => store.close());
  const ran = Promise.withResolvers<number>();
  const other = await openStore(schema.url, { keys: testKeys, onError: () => undefined });
  clean.push(() => other.close());
  const handler = (): Promise<void> => {
    ran.resolve(wallClock.now());
    return Promise.resolve();
  };
  const timers = timerRunner({
    store: other,
    alarm: wallAlarm(wallClock),
    handle: handler,
    metrics: quietMetrics,
    log: quietLog,
  });
  timers.start();
  clean.push(() => timers.stop());
  await timers.idle();
  const dueAt = wallClock.now() + 50;
  await store.transaction(async (tx) => {
    await tx.timers.set({ id: 'wakes-the-other' as TimerId, kind: 'wave', subject: 'nobody', dueAt });
    store.notify({ about: 'timers' });
  });
  // Without the wake-up it would be found by the look that is taken every five seconds.
  expect((await ran.promise) - dueAt).toBeLessThan(3_000);
});

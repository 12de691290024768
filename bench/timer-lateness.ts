import { randomIds } from '../core/ids.ts';
import type { TimerId } from '../core/ids.ts';
import { openStore } from '../db/open-store.ts';
import { benchZone } from './bench-zone.ts';
import { BotApiStandIn } from './bot-api-stand-in.ts';
import { measureUpdates } from './durable-updates.ts';
import { dataKey, startProgram, webhookPath, webhookSecret } from './program.ts';

const pending = 100_000;
/** Of those that fall due while it is measured: one every so often. */
const everyMs = 20;

/** Upper bounds in milliseconds, as the program's own histogram knows them. */
export interface Lateness {
  p99AtIdleMs: number;
  p99UnderLoadMs: number;
}

/** A program with 100,000 pending timers: how late those run that fall due, at idle and while it answers at full speed. */
export async function measureTimers(seconds: number): Promise<Lateness> {
  const standIn = await BotApiStandIn.start();
  const zone = benchZone({ residents: 2_048, rescuers: 20, seats: 5, overshootPercent: 0 });
  const program = await startProgram({ script: 'main.ts', apiRoot: standIn.root, zone, prepare: setTimers(seconds) });
  try {
    // The start is over and its first timers are through.
    await pause(3_000);
    const before = bucketsOf(await program.metrics());
    await pause(seconds * 1_000);
    const between = bucketsOf(await program.metrics());
    const target = { port: program.port, path: webhookPath, secret: webhookSecret };
    await measureUpdates(standIn, target, { connections: 64, people: 2_048, seconds, text: '/help' });
    const after = bucketsOf(await program.metrics());
    return { p99AtIdleMs: p99(before, between), p99UnderLoadMs: p99(between, after) };
  } finally {
    await program.stop();
    standIn.close();
  }
}

/** Timers about orders that do not exist: each costs a claim, a look and a removal. */
function setTimers(seconds: number): (databaseUrl: string) => Promise<void> {
  return async (databaseUrl) => {
    const store = await openStore(databaseUrl, { keys: [dataKey], onError: (error) => console.error(error) });
    const ids = randomIds((bytes) => crypto.getRandomValues(bytes));
    const now = Date.now();
    const soon = Math.ceil(((seconds * 2 + 20) * 1_000) / everyMs);
    for (let first = 0; first < pending; first += 1_000) {
      await store.transaction(async (tx) => {
        for (let i = first; i < first + 1_000; i += 1) {
          const dueAt = i < soon ? now + i * everyMs : now + 3_600_000 + i;
          await tx.timers.set({ id: ids.next<TimerId>(now), kind: 'eta_overdue', subject: `nothing-${i}`, dueAt });
        }
      });
    }
    await store.close();
  };
}

/** Counts by upper bound in seconds. */
function bucketsOf(page: string): Map<number, number> {
  const lines = page.matchAll(/^qunfang_timer_lateness_seconds_bucket\{le="([^"]+)",kind="eta_overdue"\} (\d+)$/gm);
  return new Map(Array.from(lines, ([, bound, count]) => [bound === '+Inf' ? Infinity : Number(bound), Number(count)]));
}

/** The smallest bound, in milliseconds, under which 99 of 100 lie. */
function p99(before: Map<number, number>, after: Map<number, number>): number {
  const counted = [...after].map(([bound, count]) => ({ bound, count: count - (before.get(bound) ?? 0) }));
  const all = counted.at(-1)?.count ?? 0;
  if (all < 100) throw new Error(`Only ${all} timers ran while they were measured`);
  return (counted.find(({ count }) => count >= all * 0.99)?.bound ?? Infinity) * 1_000;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

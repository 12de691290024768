import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Instant } from '../../core/clock.ts';
import type { Alarm } from '../../jobs/alarm.ts';

interface Sleeper {
  at: Instant;
  /** Of two that ring at once the one that was set first goes first. */
  n: number;
  run: () => void;
}

/** A clock that stands still until a test moves it, and an alarm that rings when it does. */
export interface FakeClock extends Alarm {
  now(): Instant;
  /**
   * Moves on by `ms`, stopping at every alarm on the way, also at those that are set meanwhile. After each it waits until
   * everybody named in `settle` has come to rest.
   */
  advance(ms: number): Promise<void>;
  /** Everybody slept through `ms`: what should have rung meanwhile rings late, once. */
  skip(ms: number): void;
  /** `rest` is awaited after every ring: an outbox sender's or a timer runner's `idle`. */
  settle(rest: () => Promise<void>): void;
  /** How many alarms are set. */
  waiting(): number;
}

/** 2026-11-22 20:00 in Shanghai, when not told otherwise. */
export function fakeClock(startAt: Instant = Date.UTC(2026, 10, 22, 12)): FakeClock {
  let now = startAt;
  let count = 0;
  const sleepers = new Set<Sleeper>();
  const rests: (() => Promise<void>)[] = [];
  const rest = async (): Promise<void> => {
    await nextTurn();
    for (const quiet of rests) await quiet();
  };
  const next = (until: Instant): Sleeper | undefined =>
    [...sleepers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at || a.n - b.n)[0];
  return {
    now: () => now,
    ring: (at, run) => {
      const sleeper = { at, n: (count += 1), run };
      sleepers.add(sleeper);
      return () => sleepers.delete(sleeper);
    },
    advance: async (ms) => {
      const until = now + ms;
      await rest();
      for (let sleeper = next(until); sleeper !== undefined; sleeper = next(until)) {
        sleepers.delete(sleeper);
        now = Math.max(now, sleeper.at);
        sleeper.run();
        await rest();
      }
      now = until;
      await rest();
    },
    skip: (ms) => {
      now += ms;
    },
    settle: (quiet) => void rests.push(quiet),
    waiting: () => sleepers.size,
  };
}

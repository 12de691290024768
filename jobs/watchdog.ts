import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Priority } from '../core/notice.ts';
import type { Store } from '../core/ports/store.ts';
import type { Alarm } from './alarm.ts';
import type { Log } from '../core/ports/log.ts';

/** Where the program stands on what it promises; for `/metrics` and `/readyz`. */
export interface Vitals {
  /** 99th percentile since the last look. */
  eventLoopDelayMs: number;
  /** Notices that wait, and how long the oldest has, by priority. */
  outbox: readonly { priority: Priority; waiting: number; oldestMs: number }[];
  timersWaiting: number;
  /** How late the next timer is; 0 when it is still to come. */
  timerLateMs: number;
}

/** Past these somebody is told, once until it is well again. */
export const vitalBounds = {
  lookEveryMs: 10_000,
  eventLoopDelayMs: 250,
  timerLateMs: 2_000,
  /** How old the oldest waiting notice may get. Card edits and digests are put off on purpose. */
  outboxMs: { order: 5_000, answer: 15_000, card: 60_000, reminder: 300_000, digest: 1_800_000 } satisfies Record<
    Priority,
    number
  >,
} as const;

/** Node's histogram holds whole periods: a loop without any delay shows this much. */
const samplingMs = 20;

function delayOf(loop: ReturnType<typeof monitorEventLoopDelay>): number {
  return Number.isNaN(loop.mean) ? 0 : Math.max(0, loop.percentile(99) / 1e6 - samplingMs);
}

/** Watches the event loop, the outbox and the timers. */
export interface Watchdog {
  start(): void;
  /** Looks no more; a look that is under way is ended first. */
  stop(): Promise<void>;
  /** Resolves when no look is under way. */
  idle(): Promise<void>;
  /** Looks now. */
  vitals(): Promise<Vitals>;
}

/** Makes the watchdog; it logs when something gets bad and when it is well again, never in between. */
export function watchdog({ store, alarm, log }: { store: Store; alarm: Alarm; log: Log }): Watchdog {
  const loop = monitorEventLoopDelay({ resolution: samplingMs });
  const bad = new Set<string>();
  let running = false;
  let callOff = (): void => {};
  let looking = Promise.resolve();

  const judge = (what: string, isBad: boolean, facts: object): void => {
    if (isBad === bad.has(what)) return;
    if (isBad) {
      bad.add(what);
      log.warn({ what, ...facts }, 'Behind');
    } else {
      bad.delete(what);
      log.info({ what, ...facts }, 'In time again');
    }
  };
  const vitals = (): Promise<Vitals> => readVitals(store, alarm, delayOf(loop));
  const look = async (): Promise<void> => {
    try {
      const { eventLoopDelayMs, timerLateMs, outbox } = await vitals();
      loop.reset();
      judge('event loop', eventLoopDelayMs > vitalBounds.eventLoopDelayMs, { eventLoopDelayMs });
      judge('timers', timerLateMs > vitalBounds.timerLateMs, { timerLateMs });
      for (const [priority, mostMs] of Object.entries(vitalBounds.outboxMs)) {
        const oldestMs = outbox.find((one) => one.priority === priority)?.oldestMs ?? 0;
        judge(`outbox ${priority}`, oldestMs > mostMs, { oldestMs });
      }
      judge('watchdog', false, {});
    } catch (error) {
      judge('watchdog', true, { err: error });
    }
    if (running) set();
  };
  const set = (): void => {
    callOff = alarm.ring(alarm.now() + vitalBounds.lookEveryMs, () => {
      looking = look();
    });
  };
  return {
    start: () => {
      running = true;
      loop.enable();
      set();
    },
    stop: async () => {
      running = false;
      callOff();
      await looking;
      loop.disable();
    },
    idle: () => looking,
    vitals,
  };
}

async function readVitals(store: Store, alarm: Alarm, eventLoopDelayMs: number): Promise<Vitals> {
  const [depth, timersWaiting, nextTimerAt] = [
    await store.read.outbox.depth(),
    await store.read.timers.waiting(),
    await store.read.timers.nextDueAt(),
  ];
  const now = alarm.now();
  return {
    eventLoopDelayMs,
    outbox: depth.map(({ priority, waiting, oldestAt }) => ({
      priority,
      waiting,
      oldestMs: Math.max(0, now - oldestAt),
    })),
    timersWaiting,
    timerLateMs: nextTimerAt === null ? 0 : Math.max(0, now - nextTimerAt),
  };
}

import { randomUUID } from 'node:crypto';
import type { Instant } from '../core/clock.ts';
import type { Metrics } from '../core/ports/metrics.ts';
import type { Store, Tx } from '../core/ports/store.ts';
import type { Timer } from '../core/ports/timers.ts';
import type { Alarm } from './alarm.ts';
import type { Log } from '../core/ports/log.ts';

/** Does a timer's work inside the transaction that removes it. It may set the same timer anew. Re-runnable. */
export type TimerHandler = (tx: Tx, timer: Timer, now: Instant) => Promise<void>;

/** What the timer runner works with. */
export interface TimerRunnerOptions {
  store: Store;
  alarm: Alarm;
  /** What a timer does when it falls due. */
  handle: TimerHandler;
  metrics: Metrics;
  log: Log;
}

/** Runs timers when they fall due. */
export interface TimerRunner {
  start(): void;
  /** Claims nothing more and finishes what is in hand. */
  stop(): Promise<void>;
  /** Looks at once; the store's own wake-ups do the same. */
  wake(): void;
  /** Resolves when nothing that is due is left and nothing is in hand. */
  idle(): Promise<void>;
}

export const timerBounds = {
  /** Timers in hand at once. */
  atOnce: 64,
  /** After a crash others take over so much later; the work itself is guarded by its transaction, not by this. */
  leaseMs: 10_000,
  /** A look without being woken: a wake-up from another instance can be lost. */
  lookAgainMs: 5_000,
  /** Due, but in somebody else's hands, or the store is away. */
  shortPauseMs: 250,
  firstRetryMs: 1_000,
  longestRetryMs: 60_000,
} as const;

/** Makes the runner of a zone's timers. Several may run on one PostgreSQL database. */
export function timerRunner(options: TimerRunnerOptions): TimerRunner {
  const runner = new Runner(options);
  return {
    start: () => runner.start(),
    stop: () => runner.stop(),
    wake: () => runner.wake(),
    idle: () => runner.idle(),
  };
}

/**
 * Only the next due instant is held in memory, in one alarm: a claim takes everything that is due by the index, and a wake-up costs one look
 * at the index's first row, however many timers wait.
 */
class Runner {
  readonly #options: TimerRunnerOptions;
  /** Failures in a row, by kind and subject. */
  readonly #failures = new Map<string, number>();
  #inHand = 0;
  /** The store fails, and that was said. */
  #isCutOff = false;
  #wanted = false;
  #turning = false;
  #stopping = false;
  #callOff: () => void = () => {};
  #unlisten: () => void = () => {};
  #whenIdle: (() => void)[] = [];

  constructor(options: TimerRunnerOptions) {
    this.#options = options;
  }

  start(): void {
    this.#unlisten = this.#options.store.listen((word) => {
      if (word.about === 'timers') this.wake();
    });
    this.wake();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#unlisten();
    this.wake();
    await this.idle();
    this.#callOff();
  }

  wake(): void {
    this.#wanted = true;
    if (this.#turning) return;
    this.#turning = true;
    void this.#turnWhileWanted();
  }

  idle(): Promise<void> {
    if (!this.#turning && this.#inHand === 0) return Promise.resolve();
    return new Promise((resolve) => this.#whenIdle.push(resolve));
  }

  async #turnWhileWanted(): Promise<void> {
    while (this.#wanted) {
      this.#wanted = false;
      try {
        await this.#turn();
        this.#isCutOff = false;
      } catch (error) {
        if (!this.#isCutOff) this.#options.log.error({ err: error }, 'Timers could not be read or claimed');
        this.#isCutOff = true;
        this.#ringAt(this.#options.alarm.now() + timerBounds.shortPauseMs);
        break;
      }
    }
    this.#turning = false;
    this.#tellIfIdle();
  }

  async #turn(): Promise<void> {
    if (this.#stopping) return;
    const { alarm, store } = this.#options;
    const nextDueAt = await store.read.timers.nextDueAt();
    const now = alarm.now();
    if (nextDueAt === null || nextDueAt > now) {
      this.#ringAt(Math.min(nextDueAt ?? Infinity, now + timerBounds.lookAgainMs));
      return;
    }
    const limit = timerBounds.atOnce - this.#inHand;
    // With full hands the next one that ends wakes us.
    if (limit === 0) return;
    const lease = randomUUID();
    const claimed = await store.transaction((tx) =>
      tx.timers.claimDue({ now, leaseUntil: now + timerBounds.leaseMs, lease, limit }),
    );
    this.#inHand += claimed.length;
    for (const timer of claimed) void this.#run(timer, lease);
    if (claimed.length === 0) this.#ringAt(now + timerBounds.shortPauseMs);
    else this.#wanted = true;
  }

  async #run(timer: Timer, lease: string): Promise<void> {
    const { store, alarm, handle, metrics } = this.#options;
    const key = `${timer.kind} ${timer.subject}`;
    const startedAt = alarm.now();
    try {
      const held = await store.transaction(async (tx) => {
        // Removed first: when it was set anew meanwhile, or taken over, its work is somebody else's.
        if (!(await tx.timers.finish(timer.id, lease))) return false;
        await handle(tx, timer, startedAt);
        return true;
      });
      this.#failures.delete(key);
      if (held) metrics.timerRan(timer.kind, startedAt - timer.dueAt);
    } catch (error) {
      await this.#putOff(timer, lease, key, error);
    }
    this.#inHand -= 1;
    this.wake();
  }

  /** Logs the failure and sets the timer again, later each time; unless somebody set it anew meanwhile. */
  async #putOff(timer: Timer, lease: string, key: string, error: unknown): Promise<void> {
    const { store, alarm, log } = this.#options;
    const failures = this.#failures.get(key) ?? 0;
    this.#failures.set(key, failures + 1);
    const pauseMs = Math.min(timerBounds.firstRetryMs * 2 ** failures, timerBounds.longestRetryMs);
    const reference = randomUUID().slice(0, 8);
    log.error({ err: error, reference, timer: timer.kind, subject: timer.subject, pauseMs }, 'A timer failed');
    try {
      await store.transaction(async (tx) => {
        if (await tx.timers.finish(timer.id, lease)) await tx.timers.set({ ...timer, dueAt: alarm.now() + pauseMs });
      });
    } catch (storeError) {
      // Its lease ends by itself; then it is claimed again.
      log.error({ err: storeError, reference }, 'A failed timer could not be put off');
    }
  }

  #tellIfIdle(): void {
    if (this.#turning || this.#inHand > 0) return;
    for (const resolve of this.#whenIdle.splice(0)) resolve();
  }

  #ringAt(at: Instant): void {
    this.#callOff();
    this.#callOff = this.#options.alarm.ring(at, () => this.wake());
  }
}

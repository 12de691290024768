import { randomBytes } from 'node:crypto';
import type { Instant } from '../core/clock.ts';
import { AppError } from '../core/error.ts';
import type { Log } from '../core/ports/log.ts';
import type { StorageWatch } from '../core/ports/storage.ts';
import type { Store, Tx } from '../core/ports/store.ts';
import type { Alarm } from './alarm.ts';

/** What the watch over the database works with. */
export interface StorageWatchOptions {
  store: Store;
  alarm: Alarm;
  /** Reads something small from the database, also while all is well. @throws when it does not answer */
  look(): Promise<void>;
  /** Nothing can be written since then. Called at every try that failed, but for the first: what is over at once is no news. */
  lost(since: Instant): void;
  /** Works in the transaction that is the first to be kept again. Re-runnable. */
  back(tx: Tx, since: Instant): Promise<void>;
  log: Log;
}

/** Watches whether anything can be written, beside everything that writes. */
export interface RunningStorageWatch extends StorageWatch {
  start(): void;
  /** Looks and tries no more; a try that is under way is ended first. */
  stop(): Promise<void>;
  /** Resolves when no look and no try is under way. */
  idle(): Promise<void>;
}

export const storageBounds = {
  /** While all is well: one small read, so that a database that has gone is noticed in a quiet hour too. */
  lookEveryMs: 5_000,
  tryAgainMs: 5_000,
  /** Whatever takes longer counts as lost: a machine that is gone does not even refuse. */
  patienceMs: 5_000,
  /** What is tried with: more than any one message takes. On a disk with room for less, some would be kept and some not. */
  tryBytes: 192 * 1024,
} as const;

const key = 'storage.tried';

/**
 * Makes the watch. Every transaction that is lost makes it doubt and try for itself, so that a handler's mistake is not taken for a
 * full disk. It logs when nothing can be written and when it can again, never in between.
 */
export function storageWatch(options: StorageWatchOptions): RunningStorageWatch {
  return new Watch(options);
}

class Watch implements RunningStorageWatch {
  lostSince: Instant | null = null;
  readonly #options: StorageWatchOptions;
  #running = true;
  #triedAt: Instant = -Infinity;
  #trying: Promise<boolean> | null = null;
  #looking: Promise<void> = Promise.resolve();
  /** The try's own writing; where the database is silent it outlasts the try. */
  #writing: Promise<boolean> | null = null;
  #callOff: () => void = () => {};
  readonly #hearing: (() => void)[] = [];
  #unhear: () => void = () => {};

  constructor(options: StorageWatchOptions) {
    this.#options = options;
  }

  start(): void {
    this.#unhear = this.#options.store.onLost((error) => {
      // What is refused to a person was never meant to be kept.
      if (!(error instanceof AppError)) void this.works();
    });
    this.#lookNow();
  }

  async stop(): Promise<void> {
    this.#running = false;
    this.#unhear();
    this.#callOff();
    await this.#trying;
  }

  async idle(): Promise<void> {
    await this.#looking;
    await this.#trying;
  }

  hearLoss(hear: () => void): void {
    this.#hearing.push(hear);
  }

  works(): Promise<boolean> {
    if (!this.#running) return Promise.resolve(this.lostSince === null);
    const { alarm } = this.#options;
    if (this.#trying !== null) return this.#trying;
    if (this.lostSince !== null && alarm.now() - this.#triedAt < storageBounds.tryAgainMs)
      return Promise.resolve(false);
    this.#trying = this.#try().finally(() => (this.#trying = null));
    return this.#trying;
  }

  async #try(): Promise<boolean> {
    const { alarm } = this.#options;
    this.#writing ??= this.#write().finally(() => (this.#writing = null));
    const worked = await this.#inTime(this.#writing);
    this.#triedAt = alarm.now();
    if (!worked) this.#ring(storageBounds.tryAgainMs, () => void this.works());
    return worked;
  }

  async #write(): Promise<boolean> {
    const { store } = this.#options;
    try {
      // Nothing that could be pressed smaller.
      const filling = randomBytes(storageBounds.tryBytes).toString('base64');
      await store.transaction((tx) => tx.settings.put(key, filling));
      const told = await store.transaction(async (tx) => {
        const since = this.lostSince;
        await tx.settings.put(key, null);
        if (since !== null) await this.#options.back(tx, since);
        return since;
      });
      // Lost meanwhile, by its silence: whoever was told of that is to hear of the end too.
      return this.lostSince === told && this.#noteBack();
    } catch (error) {
      this.#noteLost(error);
      return false;
    }
  }

  /** Whether it went well, and within its time. */
  async #inTime(tried: Promise<boolean>): Promise<boolean> {
    const { alarm } = this.#options;
    const silence = Promise.withResolvers<'silent'>();
    const callOff = alarm.ring(alarm.now() + storageBounds.patienceMs, () => silence.resolve('silent'));
    const answer = await Promise.race([tried, silence.promise]);
    callOff();
    if (answer !== 'silent') return answer;
    this.#noteSilence();
    return false;
  }

  #noteBack(): true {
    const since = this.lostSince;
    this.lostSince = null;
    if (since === null) return true;
    this.#options.log.info({ since: new Date(since).toISOString() }, 'What is written is stored again');
    this.#ring(storageBounds.lookEveryMs, () => this.#lookNow());
    return true;
  }

  #noteSilence(): void {
    this.#noteLost(new Error(`The database did not answer within ${String(storageBounds.patienceMs)} ms`));
  }

  #noteLost(error: unknown): void {
    const { alarm, log } = this.#options;
    if (this.lostSince !== null) {
      this.#options.lost(this.lostSince);
      return;
    }
    this.lostSince = alarm.now();
    log.error(
      { err: error },
      'Nothing can be stored: messages wait, and nothing is sent, until the database takes them',
    );
    for (const hear of this.#hearing) hear();
  }

  #lookNow(): void {
    this.#looking = this.#look();
  }

  /** A small read in quiet hours; its failure or its silence is a doubt. */
  async #look(): Promise<void> {
    const answered = this.#options.look().then(
      () => true,
      () => false,
    );
    const { alarm } = this.#options;
    const callOff = alarm.ring(alarm.now() + storageBounds.patienceMs, () => {
      this.#noteSilence();
      void this.works();
    });
    const isThere = await answered;
    callOff();
    if (!isThere) await this.works();
    if (this.lostSince === null) this.#ring(storageBounds.lookEveryMs, () => this.#lookNow());
  }

  #ring(inMs: number, run: () => void): void {
    this.#callOff();
    const { alarm } = this.#options;
    if (this.#running) this.#callOff = alarm.ring(alarm.now() + inMs, run);
  }
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Instant } from '../core/clock.ts';
import type { Alarm } from '../jobs/alarm.ts';

interface Sleeper {
  at: Instant;
  /** Of two that ring at once the one that was set first goes first. */
  n: number;
  run: () => void;
}

/** Some parts wake others when they come to rest; after so many rounds all of them have. */
const restRounds = 3;

/** The clock of a drill: it stands still while anybody has something in hand, and then jumps to the next thing to come. */
export class StoryClock implements Alarm {
  readonly #sleepers = new Set<Sleeper>();
  readonly #rests: (() => Promise<void>)[] = [];
  #now: Instant;
  #count = 0;

  constructor(startAt: Instant) {
    this.#now = startAt;
  }

  now(): Instant {
    return this.#now;
  }

  /** Before anything is waited for: the story begins at this instant. */
  beginAt(at: Instant): void {
    if (this.#sleepers.size > 0) throw new Error('The story has begun already');
    this.#now = at;
  }

  ring(at: Instant, run: () => void): () => void {
    const sleeper = { at, n: (this.#count += 1), run };
    this.#sleepers.add(sleeper);
    return () => void this.#sleepers.delete(sleeper);
  }

  /** `rest` is awaited before the clock moves. */
  settle(rest: () => Promise<void>): void {
    this.#rests.push(rest);
  }

  /** Resolves when nobody has anything in hand. */
  async rest(): Promise<void> {
    for (let round = 0; round < restRounds; round += 1) {
      await nextTurn();
      for (const quiet of this.#rests) await quiet();
    }
  }

  /** When the next thing comes; null: nothing is waited for any more. */
  nextAt(): Instant | null {
    return this.#next()?.at ?? null;
  }

  /** Moves on to the next thing to come, if there is one. */
  step(): void {
    const next = this.#next();
    if (next === undefined) return;
    this.#sleepers.delete(next);
    this.#now = Math.max(this.#now, next.at);
    next.run();
  }

  #next(): Sleeper | undefined {
    let next: Sleeper | undefined;
    for (const sleeper of this.#sleepers) {
      if (next === undefined || sleeper.at < next.at || (sleeper.at === next.at && sleeper.n < next.n)) next = sleeper;
    }
    return next;
  }
}

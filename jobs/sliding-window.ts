import type { Instant } from '../core/clock.ts';

/** One call in the windows that it counts in. `at` is when the other side counted it, at the latest. */
export interface CountedCall {
  at: Instant;
}

/** At most `most` calls in any stretch of `windowMs`. Infinity: no limit, and nothing is remembered. */
export class SlidingWindow {
  readonly #most: number;
  readonly #windowMs: number;
  #calls: CountedCall[] = [];

  constructor(most: number, windowMs: number) {
    this.#most = most;
    this.#windowMs = windowMs;
  }

  /** How many calls may start now, when only `share` of the window (0 to 1, at least one call) may be used. */
  free(now: Instant, share = 1): number {
    if (this.#most === Infinity) return Infinity;
    this.#forget(now);
    return Math.max(0, this.#part(share) - this.#calls.length);
  }

  /** When the next call may start; `now` when it may at once. */
  freeAt(now: Instant, share = 1): Instant {
    if (this.free(now, share) > 0) return now;
    const oldest = this.#calls.at(-this.#part(share));
    return oldest === undefined ? now : Math.max(now, oldest.at + this.#windowMs);
  }

  take(call: CountedCall): void {
    if (this.#most !== Infinity) this.#calls.push(call);
  }

  /** No call lies inside the window any more. */
  idle(now: Instant): boolean {
    this.#forget(now);
    return this.#calls.length === 0;
  }

  #part(share: number): number {
    return Math.max(1, Math.floor(this.#most * share));
  }

  #forget(now: Instant): void {
    const from = now - this.#windowMs;
    // Calls are a little out of order, by the time that their answers took.
    if (this.#calls.some(({ at }) => at <= from)) this.#calls = this.#calls.filter(({ at }) => at > from);
  }
}

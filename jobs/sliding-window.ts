import type { Instant } from '../core/clock.ts';

/** At most `most` calls in any stretch of `windowMs`. Infinity: no limit, and nothing is remembered. */
export class SlidingWindow {
  readonly #most: number;
  readonly #windowMs: number;
  #times: Instant[] = [];

  constructor(most: number, windowMs: number) {
    this.#most = most;
    this.#windowMs = windowMs;
  }

  /** How many calls may start now, when only `share` of the window (0 to 1, at least one call) may be used. */
  free(now: Instant, share = 1): number {
    if (this.#most === Infinity) return Infinity;
    this.#forget(now);
    return Math.max(0, this.#part(share) - this.#times.length);
  }

  /** When the next call may start; `now` when it may at once. */
  freeAt(now: Instant, share = 1): Instant {
    if (this.free(now, share) > 0) return now;
    const oldest = this.#times.at(-this.#part(share));
    return oldest === undefined ? now : oldest + this.#windowMs;
  }

  take(now: Instant): void {
    if (this.#most !== Infinity) this.#times.push(now);
  }

  /** No call lies inside the window any more. */
  idle(now: Instant): boolean {
    this.#forget(now);
    return this.#times.length === 0;
  }

  #part(share: number): number {
    return Math.max(1, Math.floor(this.#most * share));
  }

  #forget(now: Instant): void {
    const kept = this.#times.findIndex((time) => time > now - this.#windowMs);
    if (kept > 0) this.#times.splice(0, kept);
    else if (kept < 0) this.#times = [];
  }
}

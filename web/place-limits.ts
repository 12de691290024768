import type { Clock, Instant } from '../core/clock.ts';

/**
 * How many forms one address may send in ten minutes: a whole village can stand behind one address, so a single place has its
 * own, lower number, and what one place takes away from another is little. Twice the same form counts once.
 */
export const placeLimits = {
  windowMs: 10 * 60_000,
  perAddressAndPlace: 20,
  perAddress: 150,
  /** Forms that come in at the same time. */
  atOnce: 48,
} as const;

/** Remembers who sent how many forms in the window; forgets them with it. */
export class PlaceLimits {
  readonly #clock: Clock;
  readonly #sent = new Map<string, Instant[]>();
  #open = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Whether this address may send a form about this place now; it is counted then. */
  mayPost(address: string, place: string): boolean {
    const one = `${address} ${place}`;
    if (this.#recent(one).length >= placeLimits.perAddressAndPlace) return false;
    if (this.#recent(address).length >= placeLimits.perAddress) return false;
    for (const key of [one, address]) this.#sent.set(key, [...this.#recent(key), this.#clock.now()]);
    return true;
  }

  /** The form was one that had been sent before: it is not counted. */
  takeBack(address: string, place: string): void {
    for (const key of [`${address} ${place}`, address]) this.#sent.set(key, this.#recent(key).slice(0, -1));
  }

  /** Runs `take` unless too many forms are coming in; null then. */
  async inTurn<Result>(take: () => Promise<Result>): Promise<Result | null> {
    if (this.#open >= placeLimits.atOnce) return null;
    this.#open += 1;
    try {
      return await take();
    } finally {
      this.#open -= 1;
      this.#forget();
    }
  }

  #recent(key: string): readonly Instant[] {
    const since = this.#clock.now() - placeLimits.windowMs;
    return (this.#sent.get(key) ?? []).filter((at) => at > since);
  }

  #forget(): void {
    if (this.#sent.size < 1_000) return;
    for (const key of this.#sent.keys()) if (this.#recent(key).length === 0) this.#sent.delete(key);
  }
}

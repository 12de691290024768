import type { Clock, Instant } from '../../core/clock.ts';

/** How often one address may ask without the key; whoever has it is not counted. */
export const readLimit = { windowMs: 60_000, perAddress: 120 } as const;

/** More addresses than these are not remembered past their window. */
const remembered = 10_000;

/** Counts the questions of each address in the running minute. */
export class ReadLimit {
  readonly #clock: Clock;
  readonly #asked = new Map<string, { since: Instant; count: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Whether this address may ask now; it is counted then. */
  mayAsk(address: string): boolean {
    const now = this.#clock.now();
    const before = this.#asked.get(address);
    const isNew = before === undefined || now - before.since >= readLimit.windowMs;
    const count = isNew ? 1 : before.count + 1;
    if (count > readLimit.perAddress) return false;
    this.#asked.set(address, { since: isNew ? now : before.since, count });
    if (this.#asked.size > remembered) this.#forget(now);
    return true;
  }

  #forget(now: Instant): void {
    for (const [address, { since }] of this.#asked) {
      if (now - since >= readLimit.windowMs) this.#asked.delete(address);
    }
  }
}

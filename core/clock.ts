/** An instant: whole milliseconds since 1970-01-01T00:00:00Z. Every name that ends in `At` holds one. */
export type Instant = number;

/** The only way to ask for the time. Tests pass one that stands still until it is moved. */
export interface Clock {
  /** The present instant. */
  now(): Instant;
}

/** The machine's wall clock; the single place that reads it. */
export const wallClock: Clock = { now: () => Date.now() };

import type { Instant } from '../clock.ts';
import type { PersonId } from '../ids.ts';
import type { TraceWord } from '../trace.ts';

/** Whose trace: `incident:<id>`, `hazard:<id>`, `shift:<id>`, `place:<id>` for an enterprise's colour, `person:<id>` for what somebody did with their own data, or `zone` for what belongs to none. */
export type TraceSubject =
  | `incident:${string}`
  | `hazard:${string}`
  | `place:${string}`
  | `shift:${string}`
  | `matter:${string}`
  | `person:${string}`
  | 'zone';

/** One thing that happened. */
export interface TraceEntry {
  subject: TraceSubject;
  what: TraceWord;

  /** Who did it; null: the program itself. */
  actorId: PersonId | null;
  at: Instant;
  /** Facts, small, JSON; no private text that does not belong to the subject. */
  data: Readonly<Record<string, unknown>>;
}

/** An entry in its chain: `hash` = SHA-256 over the previous hash and this entry's canonical JSON. */
export interface ChainedEntry extends TraceEntry {
  /** Position in the subject's chain, from 1. */
  n: number;
  previousHash: string;
  hash: string;
}

export interface TraceReads {
  /** The whole chain of a subject, in order. */
  of(subject: TraceSubject): Promise<ChainedEntry[]>;
  /** Recomputes every chain; names each entry that does not fit. Of entries that were emptied it proves the order alone. */
  verify(): Promise<{ entries: number; broken: { subject: TraceSubject; n: number; why: string }[] }>;
}

export interface TraceWrites extends TraceReads {
  append(entry: TraceEntry): Promise<void>;
  /**
   * Empties the subject's entries up to now of who and what; their order, words, instants and hashes stay. A chain so emptied is
   * whole only when a `record_forgotten` follows: append it in the same transaction.
   */
  empty(subject: TraceSubject): Promise<void>;
}

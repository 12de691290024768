import type { Instant } from '../clock.ts';

/** Whether the database takes what is written. It may well be read all the while: of a full disk reading notices nothing. */
export interface StorageWatch {
  /** Since when nothing can be written; null: it can, as far as anybody has noticed. */
  readonly lostSince: Instant | null;
  /** For whoever failed to write: tries whether anything can be written, unless that was done a moment ago. Never rejects. */
  works(): Promise<boolean>;
  /** Calls `hear` whenever it turns out that nothing can be written: what is in hand may never be answered. */
  hearLoss(hear: () => void): void;
}

import type { Instant } from '../clock.ts';
import type { InboxId } from '../ids.ts';
import type { Inbound, Platform } from '../message.ts';

/** An update as it was received and what became of it. */
export interface InboxEntry {
  id: InboxId;
  platform: Platform;
  updateId: string;
  receivedAt: Instant;
  /** The neutral event as JSON, with the platform's own JSON in `raw`. Of a private matter, or failed: sealed while it is stored. */
  inbound: Inbound;
  /** `failed`: its handler threw; kept for the operator. */
  state: 'done' | 'failed';
  /** The short reference that was shown to the person and logged with the cause; '' when done. */
  reference: string;
}

export interface InboxReads {
  /** Updates whose handler failed, newest first. */
  failed(limit: number): Promise<InboxEntry[]>;
}

export interface InboxWrites extends InboxReads {
  /**
   * Keeps updates, each once. The answer are those that are new; where a platform's update id is there already, also from
   * earlier in the same list, nothing more is to be done.
   */
  add(entries: readonly InboxEntry[]): Promise<ReadonlySet<InboxId>>;
  /** Seals what this update, which was added before, says. */
  seal(entry: InboxEntry): Promise<void>;
}

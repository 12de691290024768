import type { Platform } from '../message.ts';
import type { NoticeKind, Priority } from '../notice.ts';

/** What the program counts about itself; `/metrics` shows it. Labels are small fixed sets, never a person or a room. */
export interface Metrics {
  updateTaken(platform: Platform, outcome: 'done' | 'duplicate' | 'failed' | 'refused'): void;
  /** From the start of the transaction to its commit. */
  handlerTook(what: string, milliseconds: number): void;
  sent(platform: Platform, priority: Priority, outcome: string, kind: NoticeKind): void;
  /** From queueing to the platform's acceptance. */
  sendTook(platform: Platform, priority: Priority, milliseconds: number): void;
  timerRan(kind: string, latenessMs: number): void;
}

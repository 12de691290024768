import type { WakeWord } from '../core/ports/store.ts';
import type { Handle } from './handle.ts';
import type { Words } from './words.ts';

/** What a store needs of its engine. */
export interface Engine {
  /** Runs queries outside of transactions; sees only what is committed and cannot write. */
  readonly read: Handle;
  /** See `Store.transaction`. */
  transaction<Result>(run: (handle: Handle) => Promise<Result>): Promise<Result>;
  /** See `Store.wipe`. */
  wipe(): Promise<void>;
  /** Says a word to every instance of the zone, this one included, now. A hint: it can be lost with a connection. */
  say(word: WakeWord): void;
  /** Waits for what is in hand and closes. */
  close(): Promise<void>;
}

/** How an engine is opened. */
export interface EngineOptions {
  /** `write`: the running program (one process at most on SQLite). `read`: only to look, beside it; nothing is migrated. */
  access: 'write' | 'read';
  /** Errors that concern no caller: a failed hook, a lost idle connection. */
  onError: (error: unknown) => void;
  /** Where words of this and other instances are told. */
  words: Words;
}

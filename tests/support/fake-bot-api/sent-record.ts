import type { FaultKind } from './faults.ts';

/** One call that the bot made. */
export interface SentCall {
  /** Counts from 1. */
  seq: number;
  /** The fake's clock. */
  at: number;
  /** The machine's clock with fractions of a millisecond; comparable between processes. */
  wallMs: number;
  method: string;
  chat: number | null;
  payload: Readonly<Record<string, unknown>>;
  ok: boolean;
  /** Of the message that was put or changed. */
  messageId: number | null;
  errorCode: number | null;
  description: string | null;
  fault: FaultKind | null;
}

/** Which calls somebody asks for. */
export interface SentFilter {
  since?: number | undefined;
  chat?: number | undefined;
  methods?: readonly string[] | undefined;
  /** Only those that took effect. */
  ok?: boolean | undefined;
}

/** Calls that only look or confirm are counted, not listed. */
const UNLISTED: readonly string[] = ['getUpdates'];

interface Waiter {
  filter: SentFilter;
  count: number;
  found: number;
  done: () => void;
}

/** Everything that the bot did, in order. */
export class SentRecord {
  /** False: calls are counted and not kept, for long runs. */
  keeps = true;
  counts: { [method: string]: number } = {};
  #calls: SentCall[] = [];
  #next = 1;
  #waiters = new Set<Waiter>();

  add(call: Omit<SentCall, 'seq'>): void {
    this.counts[call.method] = (this.counts[call.method] ?? 0) + 1;
    if (UNLISTED.includes(call.method)) return;
    const listed: SentCall = { seq: this.#next++, ...call };
    if (this.keeps) this.#calls.push(listed);
    for (const waiter of this.#waiters) {
      if (fits(listed, waiter.filter)) waiter.found += 1;
      if (waiter.found >= waiter.count) waiter.done();
    }
  }

  list(filter: SentFilter = {}): SentCall[] {
    return this.#calls.filter((call) => fits(call, filter));
  }

  /** Resolves when so many fitting calls were made, or after the time-out, with what there is. */
  async wait(filter: SentFilter, count: number, timeoutMs: number): Promise<{ complete: boolean; calls: SentCall[] }> {
    const found = this.list(filter).length;
    if (found < count) {
      await new Promise<void>((resolve) => {
        const finish = (): void => {
          clearTimeout(timer);
          this.#waiters.delete(waiter);
          resolve();
        };
        const timer = setTimeout(finish, timeoutMs);
        const waiter: Waiter = { filter, count, found, done: finish };
        this.#waiters.add(waiter);
      });
    }
    const calls = this.list(filter);
    return { complete: calls.length >= count, calls };
  }

  clear(): void {
    this.#calls = [];
    this.counts = {};
  }
}

function fits(call: SentCall, filter: SentFilter): boolean {
  return (
    (filter.since === undefined || call.seq > filter.since) &&
    (filter.chat === undefined || call.chat === filter.chat) &&
    (filter.methods === undefined || filter.methods.includes(call.method)) &&
    (filter.ok === undefined || call.ok === filter.ok)
  );
}

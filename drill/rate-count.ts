import type { Instant } from '../core/clock.ts';
import { TransportError } from '../core/error.ts';
import type { RoomKind, SendLimits } from '../core/message.ts';

const second = 1_000;
const minute = 60 * second;

/** Counts the calls to a simulated platform and refuses what is too much, as the real one does. */
export class RateCount {
  readonly #limits: SendLimits;
  #all: Instant[] = [];
  readonly #rooms = new Map<string, Instant[]>();

  constructor(limits: SendLimits) {
    this.#limits = limits;
  }

  /** @throws TransportError retryable with the time to wait, when the limit is reached */
  count(room: string, kind: RoomKind, now: Instant): void {
    const { perSecond, perRoomPerSecond, perGroupPerMinute } = this.#limits;
    this.#all = this.#all.filter((at) => now - at < second);
    const calls = (this.#rooms.get(room) ?? []).filter((at) => now - at < minute);
    const lastSecond = calls.filter((at) => now - at < second).length;
    if (this.#all.length >= perSecond || lastSecond >= perRoomPerSecond) throw tooMany(second);
    if (kind === 'group' && calls.length >= perGroupPerMinute) throw tooMany(minute - (now - (calls[0] ?? now)));
    this.#all.push(now);
    calls.push(now);
    this.#rooms.set(room, calls);
  }
}

const tooMany = (retryAfterMs: number): TransportError =>
  new TransportError('retryable', 'too many requests', { retryAfterMs });

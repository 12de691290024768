import type { Instant } from '../core/clock.ts';
import type { RoomId } from '../core/ids.ts';
import { changePauseMs } from './sending-rules.ts';

/** Remembers when each standing message may be changed again, so that ten taps on an incident make one edit. */
export class ChangePause {
  /** In the order of their last change. */
  readonly #until = new Map<string, Instant>();

  /** When this slot of the room may change again; 0 when at once. */
  until(roomId: RoomId, slot: string): Instant {
    return this.#until.get(keyOf(roomId, slot)) ?? 0;
  }

  /** The slot was just changed. */
  changed(roomId: RoomId, slot: string, how: keyof typeof changePauseMs, now: Instant): void {
    const key = keyOf(roomId, slot);
    this.#until.delete(key);
    this.#until.set(key, now + changePauseMs[how]);
    for (const [oldest, until] of this.#until) {
      if (until > now) return;
      this.#until.delete(oldest);
    }
  }
}

function keyOf(roomId: RoomId, slot: string): string {
  return `${roomId} ${slot}`;
}

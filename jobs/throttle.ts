import type { Instant } from '../core/clock.ts';
import type { RoomId } from '../core/ids.ts';
import type { SendLimits } from '../core/message.ts';
import type { Priority } from '../core/notice.ts';
import type { Room } from '../core/people.ts';
import { sendingRules } from './sending-rules.ts';
import { SlidingWindow } from './sliding-window.ts';

/**
 * When a platform's declared limits hold. `declared`: always. `learned`: from its first refusal for the rate (429) until it
 * has refused nothing for a while; for servers of one's own, whose limits are not the public ones.
 */
export type Pacing = 'declared' | 'learned';

/**
 * The other side counts a call when it arrives, which is somewhere between its start and its answer; so it is counted at its
 * answer here, and no later than this after its start.
 */
const arrivesWithinMs = 50;
/** Clocks that differ by a little. */
const marginMs = 5;
const forgetRefusalAfterMs = 10 * 60_000;
/** More than any platform with a limit takes in a second. */
const countable = 1_000;
/** Rooms remembered before those that have been quiet for a minute are dropped. */
const roomsRemembered = 2_000;

interface RoomWindows {
  second: SlidingWindow;
  minute: SlidingWindow;
}

/** Keeps one platform's calls within its limits: in all, into each room, and into each group by the minute. */
export class Throttle {
  readonly #limits: SendLimits;
  readonly #pacing: Pacing;
  readonly #all: SlidingWindow;
  readonly #rooms = new Map<RoomId, RoomWindows>();
  #refusedAt = -Infinity;

  constructor(limits: SendLimits, pacing: Pacing) {
    this.#limits = limits;
    this.#pacing = pacing;
    this.#all = new SlidingWindow(limits.perSecond, 1_000 + marginMs);
  }

  /** How many calls for notices of this priority may start now. */
  free(priority: Priority, now: Instant): number {
    return this.#holds(now) ? this.#all.free(now, sendingRules[priority].rateShare) : Infinity;
  }

  /** When the next call for a notice of this priority may start. */
  freeAt(priority: Priority, now: Instant): Instant {
    return this.#holds(now) ? this.#all.freeAt(now, sendingRules[priority].rateShare) : now;
  }

  /** When this room takes the next notice of this priority. */
  roomFreeAt(room: Pick<Room, 'id'>, priority: Priority, now: Instant): Instant {
    const windows = this.#holds(now) ? this.#rooms.get(room.id) : undefined;
    if (windows === undefined) return now;
    return Math.max(windows.second.freeAt(now), windows.minute.freeAt(now, sendingRules[priority].share));
  }

  /** A call starts. The answer is to be called, with the present instant, when it has ended. */
  take(room: Pick<Room, 'id' | 'kind'>, now: Instant): (endedAt: Instant) => void {
    if (!this.#holds(now)) return uncounted;
    const call = { at: now + arrivesWithinMs };
    this.#all.take(call);
    const windows = this.#rooms.get(room.id) ?? this.#newRoom(room);
    windows.second.take(call);
    windows.minute.take(call);
    // The map keeps the order of last use, so the quiet rooms are at its front.
    this.#rooms.delete(room.id);
    this.#rooms.set(room.id, windows);
    if (this.#rooms.size > roomsRemembered) this.#dropQuietRooms(now);
    return (endedAt) => {
      call.at = Math.min(call.at, endedAt);
    };
  }

  /** The platform refused a call for its rate. What went before was not counted while no limit held: it was as much as it takes. */
  refused(now: Instant): void {
    if (!this.#holds(now))
      for (let i = 0; i < this.#limits.perSecond && i < countable; i += 1) this.#all.take({ at: now });
    this.#refusedAt = now;
  }

  #holds(now: Instant): boolean {
    return this.#pacing === 'declared' || now - this.#refusedAt < forgetRefusalAfterMs;
  }

  #newRoom(room: Pick<Room, 'kind'>): RoomWindows {
    const perMinute = room.kind === 'group' ? this.#limits.perGroupPerMinute : Infinity;
    return {
      second: new SlidingWindow(this.#limits.perRoomPerSecond, 1_000 + marginMs),
      minute: new SlidingWindow(perMinute, 60_000 + marginMs),
    };
  }

  #dropQuietRooms(now: Instant): void {
    for (const [id, { second, minute }] of this.#rooms) {
      if (!second.idle(now) || !minute.idle(now)) return;
      this.#rooms.delete(id);
    }
  }
}

function uncounted(): void {
  // No limit holds, so there is nothing to count.
}

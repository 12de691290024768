import type { Instant } from '../clock.ts';
import type { PermanentReason } from '../error.ts';
import type { RoomId } from '../ids.ts';
import type { Platform } from '../message.ts';
import type { Notice, Priority, QueuedNotice } from '../notice.ts';
import type { Person, Room } from '../people.ts';

/** A room whose first due notice this worker alone may send until the lease ends. */
export interface LaneClaim {
  room: Room;
  /** Fences the end of the work: a claim that was taken over changes nothing any more. */
  lease: string;
  /** `attempts` counts the claims before this one. */
  notice: QueuedNotice;
  /** For whom it is drawn, as known when it was claimed; null: for whoever is in the room. */
  reader: Person | null;
  /** An earlier claim of this notice was never ended and its lease ran out: it may have been sent already. */
  takenOver: boolean;
  /** The message that already stands in this slot, to be edited; null: send a new one. */
  standing: { messageId: string; sentAt: Instant; contentHash: string } | null;
}

/** What became of a claimed notice. */
export type SendOutcome =
  /** The platform accepted it. `messageId` null: the platform gives none. `contentHash` of what now stands in the slot. */
  | { kind: 'sent'; messageId: string | null; contentHash: string }
  /** It had become needless (expired, or its subject moved on). */
  | { kind: 'void'; why: 'expired' | 'needless' | 'unchanged' }
  | { kind: 'retry'; dueAt: Instant; error: string }
  /** The answer was lost; it may stand in the room. Not sent again. */
  | { kind: 'unknown'; error: string }
  | { kind: 'dead'; error: string; reason?: PermanentReason };

/** A claim that is over: what became of its notice, and when. */
export interface SendEnd {
  claim: LaneClaim;
  outcome: SendOutcome;
  at: Instant;
  /** Its room takes nothing more before then. */
  laneDueAt: Instant;
}

/** How many notices wait, and since when, by priority. */
export interface OutboxDepth {
  priority: Priority;
  waiting: number;
  oldestAt: Instant;
}

export interface OutboxReads {
  /** The notice that was sent as this message of the room, for quotes and taps; null when it is not ours. */
  sentAs(roomId: RoomId, messageId: string): Promise<Notice | null>;
  /** The message that stands in this slot of the room. */
  standingIn(roomId: RoomId, slot: string): Promise<string | null>;
  /** What stands in the slots of the room that begin so, each as it was sent or edited last; in the order of the slots. */
  standingFrom(roomId: RoomId, slots: string): Promise<{ slot: string; notice: Notice }[]>;
  depth(): Promise<OutboxDepth[]>;
  /** When the next lane of these platforms is due, null when nothing waits. */
  nextDueAt(platforms: readonly Platform[]): Promise<Instant | null>;
  /** Every notice of a room, oldest first, with what became of it; for tests, the drill and the operator. */
  history(
    roomId: RoomId,
    limit: number,
  ): Promise<(QueuedNotice & { state: 'waiting' | SendOutcome['kind']; messageId: string | null })[]>;
}

export interface OutboxWrites extends OutboxReads {
  /**
   * Queues notices and makes their lanes due. A waiting notice of the same slot in the same room is replaced (keeping the more
   * urgent priority and the earlier due time), never queued behind.
   */
  add(notices: readonly QueuedNotice[]): Promise<void>;
  /**
   * Claims up to `limit` lanes of these platforms that are due, the most urgent first, each with its first notice by priority
   * and age. Lanes that others hold are passed over (SKIP LOCKED); leases that ran out are taken over with the very notice
   * that was in hand, marked `takenOver`: it may stand in the room by now. A notice that waits for its retry keeps its place:
   * only more urgent ones of its room go before it. With `upTo` only notices of that priority or a more urgent one are
   * claimed: what is left of a platform's rate is kept for them.
   */
  claimLanes(ask: {
    platforms: readonly Platform[];
    now: Instant;
    leaseUntil: Instant;
    lease: string;
    limit: number;
    upTo?: Priority;
  }): Promise<LaneClaim[]>;
  /**
   * Claims lanes to which this very transaction has added something that is due and in which nothing else waits, each with its
   * first notice, as `claimLanes` would have done after the commit.
   */
  claimAdded(ask: {
    platforms: readonly Platform[];
    now: Instant;
    leaseUntil: Instant;
    lease: string;
    limit: number;
  }): Promise<LaneClaim[]>;
  /**
   * Ends claims of different lanes: the notices' outcomes are kept, each lane is free and due again at its `laneDueAt` (not
   * before) when more waits. False when the lease of one had been lost: the transaction must then be given up.
   */
  finish(ends: readonly SendEnd[]): Promise<boolean>;
  /**
   * At the end of this transaction removes from a room every notice queued since that names this id and is not still to be sent,
   * and every slot that begins so: nothing here tells any more that they had to do with each other.
   */
  forgetTalk(roomId: RoomId, talk: { id: string; slots: string; since: Instant }): void;
  /** Voids every waiting notice of this slot, in every room. */
  voidSlot(slot: string): Promise<void>;
  /**
   * The message that stands in one slot of a room becomes that of another slot, in which none stands yet: what is said there edits
   * it. What still waits for the first slot is void. False: no message stands in it, or one does in the other.
   */
  handOver(roomId: RoomId, slot: string, to: string): Promise<boolean>;
}

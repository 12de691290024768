import type { Instant } from '../../core/clock.ts';
import type { RoomId } from '../../core/ids.ts';
import type { Platform } from '../../core/message.ts';
import { priorities } from '../../core/notice.ts';
import type { Notice, QueuedNotice } from '../../core/notice.ts';
import type { LaneClaim, OutboxDepth, OutboxReads, OutboxWrites, SendOutcome } from '../../core/ports/outbox.ts';
import { and, count, desc, eq, min, sql } from '../drizzle.ts';
import type { Handle } from '../handle.ts';
import { query } from '../query.ts';
import type { Changed, Values } from '../query.ts';
import { claimNotices } from './claim-notices.ts';
import { freeHeldLane, holdLanes, makeLaneDue, nextLaneDueAt } from './lanes.ts';
import type { LaneAsk } from './lanes.ts';
import { noticeOf, noticeRow, priorityOf } from './notice-row.ts';
import type { NoticeRow } from './notice-row.ts';
import { excluded, first, insertRow, lesser } from './rows.ts';

const queueNotice = query<NoticeRow, Changed>(({ db, tables: { notices } }) =>
  insertRow(db, notices).onConflictDoUpdate({
    target: [notices.slot, notices.roomId],
    targetWhere: sql`state = 'waiting' and slot is not null`,
    set: {
      id: excluded('id'),
      notice: excluded('notice'),
      readerId: excluded('readerId'),
      replyTo: excluded('replyTo'),
      expiresAt: excluded('expiresAt'),
      priority: lesser(notices.priority, 'priority'),
      dueAt: lesser(notices.dueAt, 'dueAt'),
    },
  }),
);

const noticeSentAs = query(({ db, tables: { notices } }, given: Values<{ roomId: RoomId; messageId: string }>) =>
  db
    .select({ notice: notices.notice })
    .from(notices)
    .where(and(eq(notices.roomId, given.roomId), eq(notices.messageId, given.messageId)))
    .orderBy(desc(notices.id))
    .limit(1),
);

const slotOf = query(({ db, tables: { slots } }, given: Values<{ roomId: RoomId; slot: string }>) =>
  db
    .select({ messageId: slots.messageId })
    .from(slots)
    .where(and(eq(slots.roomId, given.roomId), eq(slots.slot, given.slot))),
);

const waitingByPriority = query(({ db, tables: { notices } }) =>
  db
    .select({ priority: notices.priority, waiting: count(), oldestAt: min(notices.queuedAt) })
    .from(notices)
    .where(and(sql`${notices.state} in ('waiting', 'sending')`, sql`${notices.state} = 'waiting'`))
    .groupBy(notices.priority)
    .orderBy(notices.priority),
);

const newestOfRoom = query(({ db, tables: { notices } }, given: Values<{ roomId: RoomId; limit: number }>) =>
  db.select().from(notices).where(eq(notices.roomId, given.roomId)).orderBy(desc(notices.id)).limit(given.limit),
);

type End = Pick<NoticeRow, 'id' | 'state' | 'dueAt' | 'messageId' | 'endedAt' | 'why'>;

const endNotice = query(({ db, tables: { notices } }, given: Values<End>) =>
  db
    .update(notices)
    .set({
      state: given.state,
      dueAt: given.dueAt,
      messageId: given.messageId,
      endedAt: given.endedAt,
      why: given.why,
    })
    .where(eq(notices.id, given.id)),
);

/** A newer notice of the slot takes over the place of the one that would have been tried again. */
const giveWay = query(
  ({ db, tables: { notices } }, given: Values<{ slot: string; roomId: RoomId; priority: number; queuedAt: Instant }>) =>
    db
      .update(notices)
      .set({
        queuedAt: given.queuedAt,
        priority: sql`case when ${given.priority} < ${notices.priority} then ${given.priority} else ${notices.priority} end`,
      })
      .where(
        and(
          eq(notices.slot, given.slot),
          eq(notices.roomId, given.roomId),
          sql`${notices.state} = 'waiting' and ${notices.slot} is not null`,
        ),
      ),
);

type Standing = { roomId: RoomId; slot: string; messageId: string; sentAt: Instant; contentHash: string };

/** An edit leaves the instant of the message's sending: the platform counts its edit window from there. */
const putStanding = query<Standing, Changed>(({ db, tables: { slots } }) =>
  insertRow(db, slots).onConflictDoUpdate({
    target: [slots.roomId, slots.slot],
    set: {
      messageId: excluded('messageId'),
      contentHash: excluded('contentHash'),
      sentAt: sql`case when ${slots.messageId} = ${excluded('messageId')} then ${slots.sentAt} else ${excluded('sentAt')} end`,
    },
  }),
);

const voidWaiting = query(({ db, tables: { notices } }, given: Values<{ slot: string }>) =>
  db
    .update(notices)
    .set({ state: 'void', why: 'needless' })
    .where(and(eq(notices.slot, given.slot), sql`${notices.state} = 'waiting' and ${notices.slot} is not null`)),
);

type Ask = Parameters<OutboxWrites['claimLanes']>[0];
type History = Awaited<ReturnType<OutboxReads['history']>>;

/** What is to be sent, lane by lane. */
export class SqlOutbox implements OutboxWrites {
  readonly #handle: Handle;

  constructor(handle: Handle) {
    this.#handle = handle;
  }

  async sentAs(roomId: RoomId, messageId: string): Promise<Notice | null> {
    return first(await this.#handle.run(noticeSentAs, { roomId, messageId }))?.notice ?? null;
  }

  async standingIn(roomId: RoomId, slot: string): Promise<string | null> {
    return first(await this.#handle.run(slotOf, { roomId, slot }))?.messageId ?? null;
  }

  async depth(): Promise<OutboxDepth[]> {
    const rows = await this.#handle.run(waitingByPriority, {});
    return rows.map(({ priority, waiting, oldestAt }) => ({
      priority: priorityOf(priority),
      waiting,
      oldestAt: oldestAt ?? 0,
    }));
  }

  nextDueAt(platforms: readonly Platform[]): Promise<Instant | null> {
    return nextLaneDueAt(this.#handle, platforms);
  }

  async history(roomId: RoomId, limit: number): Promise<History> {
    const rows = await this.#handle.run(newestOfRoom, { roomId, limit });
    return rows.reverse().map((row) => ({
      ...noticeOf(row),
      state: row.state === 'sending' ? 'waiting' : row.state,
      messageId: row.messageId,
    }));
  }

  async add(notices: readonly QueuedNotice[]): Promise<void> {
    const byRoom = Map.groupBy(notices, ({ roomId }) => roomId);
    // Lanes before their notices, as claiming does, and rooms in one order everywhere: two transactions that lock the same
    // rows then cannot wait for each other.
    for (const [roomId, queued] of [...byRoom].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const priority = Math.min(...queued.map((notice) => priorities[notice.priority]));
      await makeLaneDue(this.#handle, roomId, priority, Math.min(...queued.map(({ dueAt }) => dueAt)));
    }
    await Promise.all(notices.map((notice) => this.#handle.run(queueNotice, noticeRow(notice))));
  }

  async claimLanes({ upTo = 'digest', ...ask }: Ask): Promise<LaneClaim[]> {
    const wanted: LaneAsk = { ...ask, upTo: priorities[upTo] };
    const held = await holdLanes(this.#handle, wanted);
    const claims = await claimNotices(
      this.#handle,
      wanted,
      held.map(({ roomId }) => roomId),
    );
    const inHand = new Set(claims.map(({ room }) => room.id));
    for (const { roomId, quietUntil } of held) {
      if (!inHand.has(roomId)) await freeHeldLane(this.#handle, { roomId, quietUntil, lease: ask.lease });
    }
    return claims;
  }

  finish(claim: LaneClaim, outcome: SendOutcome, at: Instant, laneDueAt: Instant): Promise<boolean> {
    const lane = { roomId: claim.room.id, lease: claim.lease, quietUntil: laneDueAt };
    return freeHeldLane(this.#handle, lane, () => this.#end(claim, outcome, at));
  }

  async voidSlot(slot: string): Promise<void> {
    await this.#handle.run(voidWaiting, { slot });
  }

  async #end({ notice }: LaneClaim, outcome: SendOutcome, at: Instant): Promise<void> {
    await this.#handle.run(endNotice, await this.#endOf(notice, outcome, at));
    if (outcome.kind !== 'sent' || outcome.messageId === null || notice.slot === null) return;
    const { messageId, contentHash } = outcome;
    await this.#handle.run(putStanding, {
      roomId: notice.roomId,
      slot: notice.slot,
      messageId,
      sentAt: at,
      contentHash,
    });
  }

  async #endOf(notice: QueuedNotice, outcome: SendOutcome, at: Instant): Promise<End> {
    const end = { id: notice.id, dueAt: notice.dueAt, messageId: null, endedAt: at };
    switch (outcome.kind) {
      case 'sent':
        return { ...end, state: 'sent', messageId: outcome.messageId, why: '' };
      case 'void':
        return { ...end, state: 'void', why: outcome.why };
      case 'retry':
        if (await this.#replaced(notice)) return { ...end, state: 'void', why: 'needless' };
        return { ...end, state: 'waiting', dueAt: outcome.dueAt, endedAt: null, why: outcome.error };
      case 'unknown':
      case 'dead':
        return { ...end, state: outcome.kind, why: outcome.error };
    }
  }

  /** Whether a newer notice of the slot was queued while this one was being sent. */
  async #replaced({ slot, roomId, priority, queuedAt }: QueuedNotice): Promise<boolean> {
    if (slot === null) return false;
    const place = { slot, roomId, priority: priorities[priority], queuedAt };
    const { changed } = await this.#handle.run(giveWay, place);
    return changed > 0;
  }
}

import type { Instant } from '../../core/clock.ts';
import { idBefore } from '../../core/ids.ts';
import type { RoomId } from '../../core/ids.ts';
import type { Platform } from '../../core/message.ts';
import { priorities } from '../../core/notice.ts';
import type { Notice, QueuedNotice } from '../../core/notice.ts';
import type { LaneClaim, OutboxDepth, OutboxReads, OutboxWrites, SendEnd } from '../../core/ports/outbox.ts';
import { and, count, desc, eq, min, sql } from '../drizzle.ts';
import type { Handle } from '../handle.ts';
import { queryMany, runMany } from '../query-many.ts';
import { query } from '../query.ts';
import type { Values } from '../query.ts';
import { claimNotices } from './claim-notices.ts';
import { freeHeldLanes, holdLanes, nextLaneDueAt } from './lanes.ts';
import type { LaneAsk } from './lanes.ts';
import { noticeOf, priorityOf } from './notice-row.ts';
import type { NoticeRow } from './notice-row.ts';
import { queueAndTake, queueNotices } from './queue-notices.ts';
import { excluded, first, givenRows, insertRows } from './rows.ts';

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

/** By the beginning itself: what lies between two texts depends on how a PostgreSQL sorts. */
const slotsFrom = query(
  ({ db, tables: { slots } }, given: Values<{ roomId: RoomId; beginning: string; size: number }>) =>
    db
      .select({ slot: slots.slot, messageId: slots.messageId })
      .from(slots)
      .where(and(eq(slots.roomId, given.roomId), sql`substr(${slots.slot}, 1, ${given.size}) = ${given.beginning}`))
      .orderBy(slots.slot),
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

const endNotices = queryMany<End>(({ db, tables: { notices } }, rows) =>
  db
    .update(notices)
    .set({
      state: sql`given.column2`,
      dueAt: sql`given.column3`,
      messageId: sql`given.column4`,
      endedAt: sql`given.column5`,
      why: sql`given.column6`,
    })
    .from(
      givenRows(rows, [
        ['id', 'text'],
        ['state', 'text'],
        ['dueAt', 'bigint'],
        ['messageId', 'text'],
        ['endedAt', 'bigint'],
        ['why', 'text'],
      ]),
    )
    .where(sql`${notices.id} = given.column1`),
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
const putStandings = queryMany<Standing>(({ db, tables: { slots } }, rows) =>
  insertRows(db, slots, rows).onConflictDoUpdate({
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

const moveStanding = query(({ db, tables: { slots } }, given: Values<{ roomId: RoomId; slot: string; to: string }>) =>
  db
    .update(slots)
    .set({ slot: sql`${given.to}` })
    .where(and(eq(slots.roomId, given.roomId), eq(slots.slot, given.slot))),
);

type Talk = { roomId: RoomId; sinceId: string; named: string };

/** Ids begin with the instant at which they were made, so that few rows are looked at. */
const removeTalk = query(({ db, tables: { notices } }, given: Values<Talk>) =>
  db
    .delete(notices)
    .where(
      and(
        sql`${notices.id} >= ${given.sinceId}`,
        eq(notices.roomId, given.roomId),
        sql`${notices.state} not in ('waiting', 'sending')`,
        sql`cast(${notices.notice} as text) like ${given.named}`,
      ),
    ),
);

const removeSlots = query(({ db, tables: { slots } }, given: Values<{ roomId: RoomId; from: string; to: string }>) =>
  db
    .delete(slots)
    .where(and(eq(slots.roomId, given.roomId), sql`${slots.slot} >= ${given.from}`, sql`${slots.slot} < ${given.to}`)),
);

type Ask = Parameters<OutboxWrites['claimLanes']>[0];
type History = Awaited<ReturnType<OutboxReads['history']>>;

/** What is to be sent, lane by lane. What is added is kept back until the transaction ends, or until somebody looks at the outbox. */
export class SqlOutbox implements OutboxWrites {
  readonly #handle: Handle;
  readonly #wakeSenders: () => void;
  #added: QueuedNotice[] = [];

  constructor(handle: Handle, wakeSenders: () => void) {
    this.#handle = handle;
    this.#wakeSenders = wakeSenders;
  }

  async sentAs(roomId: RoomId, messageId: string): Promise<Notice | null> {
    return first(await this.#handle.run(noticeSentAs, { roomId, messageId }))?.notice ?? null;
  }

  async standingIn(roomId: RoomId, slot: string): Promise<string | null> {
    return first(await this.#handle.run(slotOf, { roomId, slot }))?.messageId ?? null;
  }

  async standingFrom(roomId: RoomId, slots: string): Promise<{ slot: string; notice: Notice }[]> {
    const standing = await this.#handle.run(slotsFrom, { roomId, beginning: slots, size: slots.length });
    const found: { slot: string; notice: Notice }[] = [];
    for (const { slot, messageId } of standing) {
      const notice = await this.sentAs(roomId, messageId);
      if (notice !== null) found.push({ slot, notice });
    }
    return found;
  }

  async depth(): Promise<OutboxDepth[]> {
    await this.#write();
    const rows = await this.#handle.run(waitingByPriority, {});
    return rows.map(({ priority, waiting, oldestAt }) => ({
      priority: priorityOf(priority),
      waiting,
      oldestAt: oldestAt ?? 0,
    }));
  }

  async nextDueAt(platforms: readonly Platform[]): Promise<Instant | null> {
    await this.#write();
    return nextLaneDueAt(this.#handle, platforms);
  }

  async history(roomId: RoomId, limit: number): Promise<History> {
    await this.#write();
    const rows = await this.#handle.run(newestOfRoom, { roomId, limit });
    return rows.reverse().map((row) => ({
      ...noticeOf(row),
      state: row.state === 'sending' ? 'waiting' : row.state,
      messageId: row.messageId,
    }));
  }

  add(notices: readonly QueuedNotice[]): Promise<void> {
    if (this.#added.length === 0) this.#handle.atLast(() => this.#write());
    this.#added.push(...notices);
    return Promise.resolve();
  }

  async claimLanes({ upTo = 'digest', ...ask }: Ask): Promise<LaneClaim[]> {
    await this.#write();
    const wanted: LaneAsk = { ...ask, upTo: priorities[upTo] };
    const held = await holdLanes(this.#handle, wanted);
    const claims = await claimNotices(
      this.#handle,
      wanted,
      held.map(({ roomId }) => roomId),
    );
    const inHand = new Set(claims.map(({ room }) => room.id));
    const idle = held.filter(({ roomId }) => !inHand.has(roomId));
    if (idle.length > 0) {
      const free = idle.map(({ roomId, quietUntil }) => ({ roomId, quietUntil, lease: ask.lease }));
      await freeHeldLanes(this.#handle, free);
    }
    return claims;
  }

  async claimAdded(ask: Parameters<OutboxWrites['claimAdded']>[0]): Promise<LaneClaim[]> {
    const added = this.#added;
    this.#added = [];
    if (added.length === 0) return [];
    const { claims, waits } = await queueAndTake(this.#handle, added, ask);
    if (waits) this.#wakeSenders();
    return claims;
  }

  async finish(ends: readonly SendEnd[]): Promise<boolean> {
    if (ends.length === 0) return true;
    await this.#write();
    const lanes = ends
      .map(({ claim, laneDueAt }) => ({ roomId: claim.room.id, lease: claim.lease, quietUntil: laneDueAt }))
      .sort((a, b) => (a.roomId < b.roomId ? -1 : 1));
    return freeHeldLanes(this.#handle, lanes, () => this.#end(ends));
  }

  async voidSlot(slot: string): Promise<void> {
    await this.#write();
    await this.#handle.run(voidWaiting, { slot });
  }

  async handOver(roomId: RoomId, slot: string, to: string): Promise<boolean> {
    if ((await this.standingIn(roomId, to)) !== null) return false;
    const { changed } = await this.#handle.run(moveStanding, { roomId, slot, to });
    if (changed > 0) await this.voidSlot(slot);
    return changed > 0;
  }

  forgetTalk(roomId: RoomId, { id, slots, since }: Parameters<OutboxWrites['forgetTalk']>[1]): void {
    this.#handle.atLast(async () => {
      await this.#handle.run(removeTalk, { roomId, sinceId: idBefore(since), named: `%"${id}"%` });
      await this.#handle.run(removeSlots, { roomId, from: slots, to: `${slots}\u{10ffff}` });
    });
  }

  async #end(ends: readonly SendEnd[]): Promise<void> {
    const ended: End[] = [];
    for (const end of ends) ended.push(await this.#endOf(end));
    await runMany(this.#handle, endNotices, ended);
    await runMany(this.#handle, putStandings, ends.flatMap(standingOf));
  }

  async #endOf({ claim: { notice }, outcome, at }: SendEnd): Promise<End> {
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

  async #write(): Promise<void> {
    const added = this.#added;
    this.#added = [];
    if (added.length === 0) return;
    await queueNotices(this.#handle, added);
    this.#wakeSenders();
  }
}

/** The message that now stands in the notice's slot, if it has one. */
function standingOf({ claim: { notice }, outcome, at }: SendEnd): Standing[] {
  if (outcome.kind !== 'sent' || outcome.messageId === null || notice.slot === null) return [];
  const { messageId, contentHash } = outcome;
  return [{ roomId: notice.roomId, slot: notice.slot, messageId, sentAt: at, contentHash }];
}

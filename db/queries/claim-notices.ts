import type { Instant } from '../../core/clock.ts';
import type { RoomId } from '../../core/ids.ts';
import type { LaneClaim } from '../../core/ports/outbox.ts';
import { and, eq, lte, or, sql } from '../drizzle.ts';
import type { Handle } from '../handle.ts';
import { query } from '../query.ts';
import type { Values } from '../query.ts';
import type { LaneAsk } from './lanes.ts';
import { noticeOf } from './notice-row.ts';
import { personOf } from './person-row.ts';

type Take = { rooms: readonly RoomId[]; now: Instant; upTo: number };

/**
 * Takes the first notice of each room: the one that an earlier holder left in hand; else the first by priority and age among
 * those that are due or wait to be tried again. If that first one is not due yet, the room gives none: nothing overtakes it.
 */
const takeFirst = query(({ db, dialect, tables: { lanes, notices } }, given: Values<Take>) => {
  const inHand = sql`(select ${notices.id} from ${notices}
    where ${notices.roomId} = ${lanes.roomId} and ${notices.state} in ('waiting', 'sending') and ${notices.state} = 'sending' limit 1)`;
  const next = sql`(select ${notices.id} from ${notices}
    where ${notices.roomId} = ${lanes.roomId} and ${notices.state} in ('waiting', 'sending') and ${notices.state} = 'waiting'
      and (${notices.dueAt} <= ${given.now} or ${notices.attempts} > 0)
    order by ${notices.priority}, ${notices.queuedAt}, ${notices.id} limit 1)`;
  const firsts = db
    .select({ id: sql`coalesce(${inHand}, ${next})` })
    .from(lanes)
    .where(dialect.among(lanes.roomId, given.rooms));
  return db
    .update(notices)
    .set({
      takenOver: sql`${notices.state} = 'sending'`,
      state: 'sending',
      attempts: sql`${notices.attempts} + 1`,
    })
    .where(
      and(
        sql`${notices.id} in ${firsts}`,
        or(eq(notices.state, 'sending'), and(lte(notices.dueAt, given.now), lte(notices.priority, given.upTo))),
      ),
    );
});

const taken = query(
  ({ db, dialect, tables: { notices, rooms, people, slots } }, given: Values<{ rooms: readonly RoomId[] }>) =>
    db
      .select({ notice: notices, room: rooms, reader: people, standing: slots })
      .from(notices)
      .innerJoin(rooms, eq(rooms.id, notices.roomId))
      .leftJoin(people, eq(people.id, notices.readerId))
      .leftJoin(slots, and(eq(slots.roomId, notices.roomId), eq(slots.slot, notices.slot)))
      .where(
        and(
          sql`${notices.state} in ('waiting', 'sending')`,
          sql`${notices.state} = 'sending'`,
          dialect.among(notices.roomId, given.rooms),
        ),
      )
      .orderBy(notices.priority, notices.queuedAt, notices.id),
);

/** The first notice of each lane that was just taken, the most urgent first, with all that sending it needs. */
export async function claimNotices(handle: Handle, ask: LaneAsk, rooms: readonly RoomId[]): Promise<LaneClaim[]> {
  if (rooms.length === 0) return [];
  await handle.run(takeFirst, { rooms, now: ask.now, upTo: ask.upTo });
  const rows = await handle.run(taken, { rooms });
  return rows.map(({ notice, room, reader, standing }) => ({
    room,
    lease: ask.lease,
    // The row counts this claim already.
    notice: { ...noticeOf(notice), attempts: notice.attempts - 1 },
    reader: reader && personOf(reader),
    takenOver: notice.takenOver,
    standing: standing && {
      messageId: standing.messageId,
      sentAt: standing.sentAt,
      contentHash: standing.contentHash,
    },
  }));
}

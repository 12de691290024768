import type { PersonId, RoomId } from '../../core/ids.ts';
import { priorities } from '../../core/notice.ts';
import type { QueuedNotice } from '../../core/notice.ts';
import type { Person, Room } from '../../core/people.ts';
import type { LaneClaim } from '../../core/ports/outbox.ts';
import { and, sql } from '../drizzle.ts';
import type { Handle } from '../handle.ts';
import { queryMany, runMany } from '../query-many.ts';
import { query } from '../query.ts';
import type { Values } from '../query.ts';
import { makeLanesDue, takeIdleLanes } from './lanes.ts';
import type { DueLane, LaneAsk } from './lanes.ts';
import { noticeRow } from './notice-row.ts';
import type { NoticeRow } from './notice-row.ts';
import { peopleByIds } from './people.ts';
import { personOf } from './person-row.ts';
import { excluded, insertRows, lesser } from './rows.ts';

const queueRows = queryMany<NoticeRow>(({ db, tables: { notices } }, rows) =>
  insertRows(db, notices, rows).onConflictDoUpdate({
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

const roomsByIds = query(({ db, dialect, tables: { rooms } }, given: Values<{ rooms: readonly RoomId[] }>) =>
  db.select().from(rooms).where(dialect.among(rooms.id, given.rooms)),
);

const standingIn = query(
  ({ db, dialect, tables: { slots } }, given: Values<{ rooms: readonly RoomId[]; slots: readonly string[] }>) =>
    db
      .select()
      .from(slots)
      .where(and(dialect.among(slots.roomId, given.rooms), dialect.among(slots.slot, given.slots))),
);

/**
 * Queues notices and makes their lanes due. Lanes before their notices, as claiming does, and rooms in one order everywhere:
 * two transactions that lock the same rows then cannot wait for each other.
 */
export async function queueNotices(handle: Handle, added: readonly QueuedNotice[]): Promise<void> {
  const notices = newestOfSlots(added);
  await makeLanesDue(handle, lanesOf(notices));
  await runMany(handle, queueRows, notices.map(noticeRow));
}

/** As `queueNotices`, but holds at once the lanes that were idle, each with its first notice in hand. `waits`: others are left. */
export async function queueAndTake(
  handle: Handle,
  added: readonly QueuedNotice[],
  ask: Omit<LaneAsk, 'upTo'>,
): Promise<{ claims: LaneClaim[]; waits: boolean }> {
  const notices = newestOfSlots(added);
  const lanes = lanesOf(notices);
  const rooms = await roomsOf(handle, lanes);
  const { now, lease, leaseUntil } = ask;
  const wanted = lanes.flatMap((lane) => {
    const platform = rooms.get(lane.roomId)?.platform;
    if (lane.dueAt > now || platform === undefined || !ask.platforms.includes(platform)) return [];
    return [{ ...lane, platform, dueAt: now, lease, leaseUntil }];
  });
  const held = await takeIdleLanes(handle, wanted.slice(0, ask.limit));
  const others = lanes.filter(({ roomId }) => !held.has(roomId));
  await makeLanesDue(handle, others);
  const firsts = firstOfRooms(notices, held, now);
  const inHand = new Set(firsts);
  const rows = notices.map((notice) => (inHand.has(notice) ? rowInHand(notice) : noticeRow(notice)));
  const [claims] = await Promise.all([claimsOf(handle, firsts, rooms, lease), runMany(handle, queueRows, rows)]);
  return { claims, waits: others.length > 0 };
}

function rowInHand(notice: QueuedNotice): NoticeRow {
  return { ...noticeRow(notice), state: 'sending', attempts: notice.attempts + 1 };
}

async function roomsOf(handle: Handle, lanes: readonly DueLane[]): Promise<Map<RoomId, Room>> {
  const ahead = [...(handle.readAhead?.rooms.values() ?? [])].filter((room) => room !== null);
  const known = new Map(ahead.map((room) => [room.id, room]));
  const others = lanes.map(({ roomId }) => roomId).filter((id) => !known.has(id));
  const found = others.length === 0 ? [] : await handle.run(roomsByIds, { rooms: others });
  for (const room of found) known.set(room.id, room);
  return known;
}

async function claimsOf(
  handle: Handle,
  firsts: readonly QueuedNotice[],
  rooms: ReadonlyMap<RoomId, Room>,
  lease: string,
): Promise<LaneClaim[]> {
  const slotted = firsts.flatMap(({ roomId, slot }) => (slot === null ? [] : [{ roomId, slot }]));
  const ask = { rooms: slotted.map(({ roomId }) => roomId), slots: slotted.map(({ slot }) => slot) };
  const [standing, readers] = await Promise.all([
    slotted.length === 0 ? [] : handle.run(standingIn, ask),
    readersOf(handle, firsts),
  ]);
  const byPlace = new Map(standing.map(({ roomId, slot, ...message }) => [`${roomId} ${slot}`, message]));
  return firsts.flatMap((notice) => {
    const room = rooms.get(notice.roomId);
    if (room === undefined) return [];
    const reader = notice.readerId === null ? null : (readers.get(notice.readerId) ?? null);
    const stands = byPlace.get(`${notice.roomId} ${notice.slot}`) ?? null;
    return [{ room, lease, notice, reader, takenOver: false, standing: stands }];
  });
}

/** Most write themselves in this transaction; the others are read together. */
async function readersOf(handle: Handle, notices: readonly QueuedNotice[]): Promise<Map<PersonId, Person>> {
  const ahead = [...(handle.readAhead?.senders.values() ?? [])].flatMap((sender) => sender?.person ?? []);
  const known = new Map(ahead.map((person) => [person.id, person]));
  const others = new Set(notices.flatMap(({ readerId }) => (readerId === null || known.has(readerId) ? [] : readerId)));
  const found = others.size === 0 ? [] : await handle.run(peopleByIds, { ids: [...others] });
  for (const row of found) known.set(row.id, personOf(row));
  return known;
}

/** The notice that goes first in each of these rooms, the most urgent of them first. */
function firstOfRooms(notices: readonly QueuedNotice[], rooms: ReadonlySet<RoomId>, now: number): QueuedNotice[] {
  const firsts = new Map<RoomId, QueuedNotice>();
  for (const notice of notices.filter(({ roomId, dueAt }) => rooms.has(roomId) && dueAt <= now).toSorted(byUrgency))
    if (!firsts.has(notice.roomId)) firsts.set(notice.roomId, notice);
  return [...firsts.values()];
}

function byUrgency(a: QueuedNotice, b: QueuedNotice): number {
  return priorities[a.priority] - priorities[b.priority] || a.queuedAt - b.queuedAt || (a.id < b.id ? -1 : 1);
}

function lanesOf(notices: readonly QueuedNotice[]): DueLane[] {
  return [...Map.groupBy(notices, ({ roomId }) => roomId)]
    .map(([roomId, queued]) => ({
      roomId,
      priority: Math.min(...queued.map((notice) => priorities[notice.priority])),
      dueAt: Math.min(...queued.map(({ dueAt }) => dueAt)),
    }))
    .sort((a, b) => (a.roomId < b.roomId ? -1 : 1));
}

/** A notice takes the place of an earlier one of its slot here, as it does in the table: no statement may write a row twice. */
function newestOfSlots(notices: readonly QueuedNotice[]): QueuedNotice[] {
  const places = new Map<string, QueuedNotice>();
  for (const notice of notices) {
    const place = notice.slot === null ? notice.id : `${notice.roomId} ${notice.slot}`;
    const earlier = places.get(place);
    places.set(place, earlier === undefined ? notice : replacing(earlier, notice));
  }
  return [...places.values()];
}

function replacing(earlier: QueuedNotice, later: QueuedNotice): QueuedNotice {
  return {
    ...later,
    queuedAt: earlier.queuedAt,
    priority: priorities[earlier.priority] < priorities[later.priority] ? earlier.priority : later.priority,
    dueAt: Math.min(earlier.dueAt, later.dueAt),
  };
}

import type { Instant } from '../../core/clock.ts';
import type { RoomId } from '../../core/ids.ts';
import type { Platform } from '../../core/message.ts';
import { and, asc, eq, inArray, lte, min, sql } from '../drizzle.ts';
import type { Handle } from '../handle.ts';
import { queryMany, runMany } from '../query-many.ts';
import { query } from '../query.ts';
import type { Values } from '../query.ts';
import { excluded, first, givenRows } from './rows.ts';

/** A lane's notices beyond these do not decide when it is due; claiming looks again. */
const lookAhead = 50;

const nextDue = query(({ db, dialect, tables: { lanes } }, given: Values<{ platforms: readonly Platform[] }>) =>
  db
    .select({ at: min(lanes.dueAt) })
    .from(lanes)
    .where(and(dialect.among(lanes.platform, given.platforms), sql`${lanes.dueAt} is not null`)),
);

/** A room in which something was queued: the most urgent of it, and when its first notice is due. */
export interface DueLane {
  roomId: RoomId;
  priority: number;
  dueAt: Instant;
}

const makeDue = queryMany<DueLane>(({ db, tables: { lanes, rooms } }, rows) =>
  db
    .insert(lanes)
    .values(
      rows.map(({ roomId, priority, dueAt }) => ({
        roomId,
        platform: sql`(select ${rooms.platform} from ${rooms} where ${rooms.id} = ${roomId})`,
        priority,
        dueAt,
        quietUntil: 0,
        lease: null,
      })),
    )
    .onConflictDoUpdate({
      target: lanes.roomId,
      set: {
        priority: sql`case when ${lanes.dueAt} is null or ${excluded('priority')} < ${lanes.priority}
            then ${excluded('priority')} else ${lanes.priority} end`,
        // While somebody holds the lane it stays due at the end of the lease; whoever finishes looks at what waits.
        dueAt: sql`case when ${lanes.lease} is not null or ${lanes.dueAt} <= ${excluded('dueAt')} then ${lanes.dueAt}
            when ${excluded('dueAt')} < ${lanes.quietUntil} then ${lanes.quietUntil} else ${excluded('dueAt')} end`,
      },
    }),
);

/** A lane that is to be held from the moment that something is queued in it. */
export interface TakenLane extends DueLane {
  platform: Platform;
  lease: string;
  leaseUntil: Instant;
}

const takeIdle = queryMany<TakenLane, { roomId: RoomId }>(({ db, tables: { lanes } }, rows) =>
  db
    .insert(lanes)
    .values(
      rows.map(({ roomId, platform, priority, lease, leaseUntil }) => ({
        roomId,
        platform,
        priority,
        dueAt: leaseUntil,
        quietUntil: 0,
        lease,
      })),
    )
    .onConflictDoUpdate({
      target: lanes.roomId,
      set: { priority: excluded('priority'), dueAt: excluded('dueAt'), lease: excluded('lease') },
      setWhere: sql`${lanes.lease} is null and ${lanes.dueAt} is null and ${lanes.quietUntil} <= ${rows[0]?.dueAt}`,
    })
    .returning({ roomId: lanes.roomId }),
);

/** Who wants lanes, and for how long. */
export interface LaneAsk {
  platforms: readonly Platform[];
  now: Instant;
  leaseUntil: Instant;
  lease: string;
  limit: number;
  /** The least urgent priority wanted. */
  upTo: number;
}

/** A lane that was just claimed. */
interface HeldLane {
  roomId: RoomId;
  quietUntil: Instant;
}

const claim = query(({ db, dialect, tables: { lanes } }, given: Values<LaneAsk>) => {
  const due = db.$with('due').as(
    dialect.claimed(
      db
        .select({ roomId: lanes.roomId })
        .from(lanes)
        .where(
          and(
            lte(lanes.dueAt, given.now),
            lte(lanes.priority, given.upTo),
            dialect.among(lanes.platform, given.platforms),
          ),
        )
        .orderBy(asc(lanes.priority), asc(lanes.dueAt))
        .limit(given.limit),
    ),
  );
  return db
    .with(due)
    .update(lanes)
    .set({ lease: given.lease, dueAt: given.leaseUntil })
    .where(inArray(lanes.roomId, db.select({ roomId: due.roomId }).from(due)))
    .returning({ roomId: lanes.roomId, quietUntil: lanes.quietUntil });
});

/** A lane that its holder lets go. */
export interface FreedLane {
  roomId: RoomId;
  lease: string;
  /** It is not due before then. */
  quietUntil: Instant;
}

const lockLanes = query(({ db, dialect, tables: { lanes } }, given: Values<{ rooms: readonly RoomId[] }>) =>
  dialect.locked(
    db
      .select({ roomId: lanes.roomId })
      .from(lanes)
      .where(dialect.among(lanes.roomId, given.rooms))
      .orderBy(asc(lanes.roomId)),
  ),
);

const freeLanes = queryMany<FreedLane, { roomId: RoomId }>(({ db, tables: { lanes } }, rows) =>
  db
    .update(lanes)
    .set({ lease: null, dueAt: null, quietUntil: sql`given.column3` })
    .from(
      givenRows(rows, [
        ['roomId', 'text'],
        ['lease', 'text'],
        ['quietUntil', 'bigint'],
      ]),
    )
    .where(sql`${lanes.roomId} = given.column1 and ${lanes.lease} = given.column2`)
    .returning({ roomId: lanes.roomId }),
);

const roomsWaiting = query(({ db, dialect, tables: { notices } }, given: Values<{ rooms: readonly RoomId[] }>) =>
  db
    .selectDistinct({ roomId: notices.roomId })
    .from(notices)
    .where(
      and(
        dialect.among(notices.roomId, given.rooms),
        sql`${notices.state} in ('waiting', 'sending')`,
        sql`${notices.state} = 'waiting'`,
      ),
    ),
);

const waitingIn = query(({ db, tables: { notices } }, given: Values<{ roomId: RoomId; limit: number }>) =>
  db
    .select({ priority: notices.priority, dueAt: notices.dueAt, attempts: notices.attempts })
    .from(notices)
    .where(
      and(
        eq(notices.roomId, given.roomId),
        sql`${notices.state} in ('waiting', 'sending')`,
        sql`${notices.state} = 'waiting'`,
      ),
    )
    .orderBy(asc(notices.priority), asc(notices.queuedAt), asc(notices.id))
    .limit(given.limit),
);

const setDue = query(({ db, tables: { lanes } }, given: Values<{ roomId: RoomId; priority: number; dueAt: Instant }>) =>
  db.update(lanes).set({ priority: given.priority, dueAt: given.dueAt }).where(eq(lanes.roomId, given.roomId)),
);

/** When the next lane of these platforms can be claimed. */
export async function nextLaneDueAt(handle: Handle, platforms: readonly Platform[]): Promise<Instant | null> {
  return first(await handle.run(nextDue, { platforms }))?.at ?? null;
}

/** Notices were queued in these rooms, in the order of their ids: the lanes are due no later than they are. */
export async function makeLanesDue(handle: Handle, lanes: readonly DueLane[]): Promise<void> {
  await runMany(handle, makeDue, lanes);
}

/** Takes those of these lanes in which nothing waits and that nobody holds; for notices that are due now. */
export async function takeIdleLanes(handle: Handle, lanes: readonly TakenLane[]): Promise<Set<RoomId>> {
  const taken = await runMany(handle, takeIdle, lanes);
  return new Set(taken.map(({ roomId }) => roomId));
}

/** Takes lanes that are due, the most urgent first, passing over those that others are taking just now. */
export function holdLanes(handle: Handle, ask: LaneAsk): Promise<HeldLane[]> {
  return handle.run(claim, ask);
}

/**
 * Lets lanes go: each is due again when its first notice is, and not before its \`quietUntil\`. Their rows are locked first, so
 * that a notice queued meanwhile is either seen here or makes the lane due after this.
 * @returns false when the lease of one of them was lost: then nothing of it may be kept
 */
export async function freeHeldLanes(
  handle: Handle,
  lanes: readonly FreedLane[],
  beforeLooking?: () => Promise<void>,
): Promise<boolean> {
  const byRoom = new Map(lanes.map((lane) => [lane.roomId, lane]));
  const rooms = [...byRoom.keys()];
  // One statement locks its rows in whatever order it likes, and two that lock the same rows must not wait for each other.
  const locked = rooms.length > 1 ? handle.run(lockLanes, { rooms }) : undefined;
  const [freed] = await Promise.all([runMany(handle, freeLanes, lanes), locked]);
  if (freed.length < lanes.length) return false;
  await beforeLooking?.();
  for (const { roomId } of await handle.run(roomsWaiting, { rooms })) {
    const waiting = await handle.run(waitingIn, { roomId, limit: lookAhead });
    const [head] = waiting;
    if (!head) continue;
    const dueAt = Math.max(dueAtOf(waiting), byRoom.get(roomId)?.quietUntil ?? 0);
    await handle.run(setDue, { roomId, priority: head.priority, dueAt });
  }
  return true;
}

/** The first of them that is due, looking no further than one that waits to be tried again: it keeps its place. */
function dueAtOf(waiting: readonly { dueAt: Instant; attempts: number }[]): Instant {
  const triedAgain = waiting.findIndex(({ attempts }) => attempts > 0);
  const deciding = triedAgain < 0 ? waiting : waiting.slice(0, triedAgain + 1);
  return Math.min(...deciding.map(({ dueAt }) => dueAt));
}

import type { Instant } from '../../core/clock.ts';
import type { RoomId } from '../../core/ids.ts';
import type { Platform } from '../../core/message.ts';
import { and, asc, eq, inArray, lte, min, sql } from '../drizzle.ts';
import type { Handle } from '../handle.ts';
import { query } from '../query.ts';
import type { Values } from '../query.ts';
import { excluded, first } from './rows.ts';

/** A lane's notices beyond these do not decide when it is due; claiming looks again. */
const lookAhead = 50;

const nextDue = query(({ db, dialect, tables: { lanes } }, given: Values<{ platforms: readonly Platform[] }>) =>
  db
    .select({ at: min(lanes.dueAt) })
    .from(lanes)
    .where(dialect.among(lanes.platform, given.platforms)),
);

const makeDue = query(
  ({ db, tables: { lanes, rooms } }, given: Values<{ roomId: RoomId; priority: number; dueAt: Instant }>) =>
    db
      .insert(lanes)
      .values({
        roomId: given.roomId,
        platform: sql`(select ${rooms.platform} from ${rooms} where ${rooms.id} = ${given.roomId})`,
        priority: given.priority,
        dueAt: given.dueAt,
        quietUntil: 0,
        lease: null,
      })
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

type Free = { roomId: RoomId; lease: string; quietUntil: Instant };

const freeLane = query(({ db, tables: { lanes } }, given: Values<Free>) =>
  db
    .update(lanes)
    .set({ lease: null, dueAt: null, quietUntil: given.quietUntil })
    .where(and(eq(lanes.roomId, given.roomId), eq(lanes.lease, given.lease))),
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

/** A notice was queued in this room: its lane is due no later than it is. */
export async function makeLaneDue(handle: Handle, roomId: RoomId, priority: number, dueAt: Instant): Promise<void> {
  await handle.run(makeDue, { roomId, priority, dueAt });
}

/** Takes lanes that are due, the most urgent first, passing over those that others are taking just now. */
export function holdLanes(handle: Handle, ask: LaneAsk): Promise<HeldLane[]> {
  return handle.run(claim, ask);
}

/**
 * Lets a lane go: it is due again when its first notice is, and not before `quietUntil`. The lane's row is locked first, so
 * that a notice queued meanwhile is either seen here or makes the lane due after this.
 * @returns false when the lease was lost; then nothing was changed
 */
export async function freeHeldLane(handle: Handle, lane: Free, beforeLooking?: () => Promise<void>): Promise<boolean> {
  const { changed } = await handle.run(freeLane, lane);
  if (changed === 0) return false;
  await beforeLooking?.();
  const waiting = await handle.run(waitingIn, { roomId: lane.roomId, limit: lookAhead });
  const [head] = waiting;
  if (!head) return true;
  const dueAt = Math.max(dueAtOf(waiting), lane.quietUntil);
  await handle.run(setDue, { roomId: lane.roomId, priority: head.priority, dueAt });
  return true;
}

/** The first of them that is due, looking no further than one that waits to be tried again: it keeps its place. */
function dueAtOf(waiting: readonly { dueAt: Instant; attempts: number }[]): Instant {
  const triedAgain = waiting.findIndex(({ attempts }) => attempts > 0);
  const deciding = triedAgain < 0 ? waiting : waiting.slice(0, triedAgain + 1);
  return Math.min(...deciding.map(({ dueAt }) => dueAt));
}

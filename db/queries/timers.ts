import type { Instant } from '../../core/clock.ts';
import type { TimerId } from '../../core/ids.ts';
import type { Timer, TimerKind, TimerWrites } from '../../core/ports/timers.ts';
import { and, asc, count, eq, inArray, isNull, lte, min } from '../drizzle.ts';
import type { Handle } from '../handle.ts';
import { query } from '../query.ts';
import type { Values, Writing } from '../query.ts';
import { excluded } from './rows.ts';

const columnsOf = ({ tables: { timers } }: Writing) => ({
  id: timers.id,
  kind: timers.kind,
  subject: timers.subject,
  dueAt: timers.dueAt,
});

const nextClaimable = query(({ db, tables: { timers } }) => db.select({ at: min(timers.claimableAt) }).from(timers));

const soonest = query((on, given: Values<{ limit: number }>) => {
  const { timers } = on.tables;
  return on.db
    .select(columnsOf(on))
    .from(timers)
    .where(isNull(timers.lease))
    .orderBy(asc(timers.claimableAt))
    .limit(given.limit);
});

const countAll = query(({ db, tables: { timers } }) => db.select({ waiting: count() }).from(timers));

const setTimer = query(({ db, tables: { timers } }, given: Values<Timer>) =>
  db
    .insert(timers)
    .values({
      id: given.id,
      kind: given.kind,
      subject: given.subject,
      dueAt: given.dueAt,
      claimableAt: given.dueAt,
      lease: null,
    })
    .onConflictDoUpdate({
      target: [timers.kind, timers.subject],
      set: { id: excluded('id'), dueAt: excluded('dueAt'), claimableAt: excluded('claimableAt'), lease: null },
    }),
);

const cancelTimer = query(({ db, tables: { timers } }, given: Values<{ kind: TimerKind; subject: string }>) =>
  db.delete(timers).where(and(eq(timers.kind, given.kind), eq(timers.subject, given.subject))),
);

type Claim = { now: Instant; leaseUntil: Instant; lease: string; limit: number };

const claim = query((on, given: Values<Claim>) => {
  const { db, dialect } = on;
  const { timers } = on.tables;
  const due = db
    .$with('due')
    .as(
      dialect.claimed(
        db
          .select({ id: timers.id })
          .from(timers)
          .where(lte(timers.claimableAt, given.now))
          .orderBy(asc(timers.claimableAt))
          .limit(given.limit),
      ),
    );
  return db
    .with(due)
    .update(timers)
    .set({ lease: given.lease, claimableAt: given.leaseUntil })
    .where(inArray(timers.id, db.select({ id: due.id }).from(due)))
    .returning(columnsOf(on));
});

const removeClaimed = query(({ db, tables: { timers } }, given: Values<{ id: TimerId; lease: string }>) =>
  db.delete(timers).where(and(eq(timers.id, given.id), eq(timers.lease, given.lease))),
);

/** What falls due, and who has it in hand. */
export class SqlTimers implements TimerWrites {
  readonly #handle: Handle;

  constructor(handle: Handle) {
    this.#handle = handle;
  }

  async nextDueAt(): Promise<Instant | null> {
    const [row] = await this.#handle.run(nextClaimable, {});
    return row?.at ?? null;
  }

  upcoming(limit: number): Promise<Timer[]> {
    return this.#handle.run(soonest, { limit });
  }

  async waiting(): Promise<number> {
    const [row] = await this.#handle.run(countAll, {});
    return row?.waiting ?? 0;
  }

  async set(timer: Timer): Promise<void> {
    await this.#handle.run(setTimer, timer);
  }

  async cancel(kind: TimerKind, subject: string): Promise<void> {
    await this.#handle.run(cancelTimer, { kind, subject });
  }

  async claimDue(ask: Claim): Promise<Timer[]> {
    const claimed = await this.#handle.run(claim, ask);
    return claimed.sort((a, b) => a.dueAt - b.dueAt);
  }

  async finish(id: TimerId, lease: string): Promise<boolean> {
    const { changed } = await this.#handle.run(removeClaimed, { id, lease });
    return changed === 1;
  }
}

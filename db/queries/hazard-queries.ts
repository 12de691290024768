import type { Instant } from '../../core/clock.ts';
import type { HazardId, PersonId, PlaceId, RoomId, Token } from '../../core/ids.ts';
import { and, asc, count, desc, eq, exists, gte, lt, lte, max, sql } from '../drizzle.ts';
import { query } from '../query.ts';
import type { Changed, Values } from '../query.ts';
import type { Tables } from '../schema.ts';
import type { HazardRow } from './hazard-row.ts';
import { excluded, insertRow, updateRow } from './rows.ts';

type Of<Name extends keyof Tables> = Pick<Tables, Name>;

/** As the partial indexes have it, so that they are used. */
const isOpen = ({ hazards }: Of<'hazards'>) => sql`${hazards.state} <> 'closed'`;

const isUnderWork = ({ hazards }: Of<'hazards'>) => sql`${hazards.state} in ('assigned', 'accepted')`;

export const hazardById = query(({ db, tables: { hazards } }, given: Values<{ id: HazardId }>) =>
  db.select().from(hazards).where(eq(hazards.id, given.id)),
);

export const hazardsByIds = query(({ db, dialect, tables: { hazards } }, given: Values<{ ids: readonly HazardId[] }>) =>
  db.select().from(hazards).where(dialect.among(hazards.id, given.ids)),
);

export const hazardByIdLocked = query(({ db, dialect, tables: { hazards } }, given: Values<{ id: HazardId }>) =>
  dialect.locked(db.select().from(hazards).where(eq(hazards.id, given.id))),
);

export const hazardByToken = query(({ db, tables: { hazards } }, given: Values<{ token: Token }>) =>
  db.select().from(hazards).where(eq(hazards.token, given.token)),
);

export const hazardByNumber = query(({ db, tables: { hazards } }, given: Values<{ number: string }>) =>
  db.select().from(hazards).where(eq(hazards.number, given.number)),
);

export const hazardsByNumbers = query(
  ({ db, dialect, tables: { hazards } }, given: Values<{ numbers: readonly string[] }>) =>
    db
      .select()
      .from(hazards)
      .where(dialect.among(hazards.number, given.numbers))
      .orderBy(desc(hazards.reportedAt), desc(hazards.id)),
);

export const addHazard = query<HazardRow, Changed>(({ db, tables: { hazards } }) => insertRow(db, hazards));

export const putHazard = query(({ db, tables: { hazards } }, given: Values<HazardRow>) =>
  updateRow(db, hazards, hazards.id, given.id),
);

/** The same words again change nothing, and so wake no index. */
export const putText = query<{ n: number; hazardId: HazardId; text: string }, Changed>(
  ({ db, tables: { hazardTexts } }) =>
    insertRow(db, hazardTexts).onConflictDoUpdate({
      target: hazardTexts.n,
      set: { text: excluded('text') },
      setWhere: sql`${hazardTexts.text} <> ${excluded('text')}`,
    }),
);

/** What is due first, what has no date last; the two engines put nulls at different ends. */
const soonestFirst = ({ hazards }: Of<'hazards'>) => [
  sql`${hazards.dueAt} is null`,
  asc(hazards.dueAt),
  asc(hazards.reportedAt),
  asc(hazards.id),
];

export const openOfOwner = query(({ db, tables }, given: Values<{ ownerId: PersonId; limit: number }>) =>
  db
    .select()
    .from(tables.hazards)
    .where(and(eq(tables.hazards.ownerId, given.ownerId), isOpen(tables)))
    .orderBy(...soonestFirst(tables))
    .limit(given.limit),
);

export const openOfLeader = query(({ db, tables }, given: Values<{ leaderId: PersonId; limit: number }>) =>
  db
    .select()
    .from(tables.hazards)
    .where(and(eq(tables.hazards.leaderId, given.leaderId), isOpen(tables)))
    .orderBy(...soonestFirst(tables))
    .limit(given.limit),
);

export const openOwners = query(({ db, dialect, tables }, given: Values<{ people: readonly PersonId[] }>) =>
  db
    .selectDistinct({ personId: tables.hazards.ownerId })
    .from(tables.hazards)
    .where(and(dialect.among(tables.hazards.ownerId, given.people), isOpen(tables))),
);

export const unchecked = query(({ db, tables: { hazards } }, given: Values<{ limit: number }>) =>
  db
    .select()
    .from(hazards)
    .where(sql`${hazards.state} = 'fixed'`)
    .orderBy(asc(hazards.fixedAt))
    .limit(given.limit),
);

export const undecided = query(({ db, tables: { hazards } }, given: Values<{ limit: number }>) =>
  db
    .select()
    .from(hazards)
    .where(sql`${hazards.state} in ('reported', 'graded')`)
    .orderBy(asc(hazards.reportedAt))
    .limit(given.limit),
);

export const openOfPlace = query(({ db, tables }, given: Values<{ placeId: PlaceId; limit: number }>) =>
  db
    .select()
    .from(tables.hazards)
    .where(and(eq(tables.hazards.placeId, given.placeId), isOpen(tables)))
    .orderBy(desc(tables.hazards.reportedAt))
    .limit(given.limit),
);

export const openReportsOfRoom = query(({ db, tables }, given: Values<{ roomId: RoomId; limit: number }>) => {
  const { hazards, hazardReports } = tables;
  return db
    .select({ hazard: hazards })
    .from(hazardReports)
    .innerJoin(hazards, eq(hazards.id, hazardReports.hazardId))
    .where(and(eq(hazardReports.roomId, given.roomId), isOpen(tables)))
    .orderBy(desc(hazards.reportedAt))
    .limit(given.limit);
});

/** As many as can lie near each other and still be looked through one by one. */
const nearByLimit = 100;

export const openInCells = query(
  ({ db, dialect, tables }, given: Values<{ cells: readonly string[]; since: Instant }>) =>
    db
      .select()
      .from(tables.hazards)
      .where(
        and(
          dialect.among(tables.hazards.cell, given.cells),
          gte(tables.hazards.reportedAt, given.since),
          isOpen(tables),
        ),
      )
      .orderBy(desc(tables.hazards.reportedAt))
      .limit(nearByLimit),
);

export const openAtPlaceSince = query(({ db, tables }, given: Values<{ placeId: PlaceId; since: Instant }>) =>
  db
    .select()
    .from(tables.hazards)
    .where(and(eq(tables.hazards.placeId, given.placeId), gte(tables.hazards.reportedAt, given.since), isOpen(tables)))
    .orderBy(desc(tables.hazards.reportedAt))
    .limit(nearByLimit),
);

/** Told apart by whoever asks: `distinct` would walk through everybody's hazards instead of what is due. */
export const ownersDue = query(({ db, tables }, given: Values<{ at: Instant }>) =>
  db
    .select({ id: tables.hazards.ownerId })
    .from(tables.hazards)
    .where(and(lte(tables.hazards.dueAt, given.at), isUnderWork(tables))),
);

export const leadersDue = query(({ db, tables }, given: Values<{ at: Instant }>) =>
  db
    .select({ id: tables.hazards.leaderId })
    .from(tables.hazards)
    .where(and(lt(tables.hazards.dueAt, given.at), isUnderWork(tables))),
);

export const changedRooms = query(({ db, tables: { hazards, hazardReports } }, given: Values<{ at: Instant }>) =>
  db
    .select({ id: hazardReports.roomId })
    .from(hazards)
    .innerJoin(hazardReports, eq(hazardReports.hazardId, hazards.id))
    .where(gte(hazards.changedAt, given.at)),
);

/** Asked from the hazards, of which few change in a day, and not from a room's reports, of which there are ever more. */
export const changedInRoom = query(
  ({ db, tables: { hazards, hazardReports } }, given: Values<{ roomId: RoomId; since: Instant; limit: number }>) =>
    db
      .select()
      .from(hazards)
      .where(
        and(
          gte(hazards.changedAt, given.since),
          exists(
            db
              .select({ id: hazardReports.id })
              .from(hazardReports)
              .where(and(eq(hazardReports.hazardId, hazards.id), eq(hazardReports.roomId, given.roomId))),
          ),
        ),
      )
      .orderBy(desc(hazards.changedAt), desc(hazards.id))
      .limit(given.limit),
);

export const countsOfPlace = query(({ db, tables }, given: Values<{ placeId: PlaceId; now: Instant }>) => {
  const { hazards } = tables;
  const overdue = sql`${hazards.dueAt} < ${given.now} and ${hazards.state} in ('assigned', 'accepted')`;
  return db
    .select({
      open: count(),
      overdue: count(sql`case when ${overdue} then 1 end`),
      major: count(sql`case when ${hazards.grade} = 'major' then 1 end`),
    })
    .from(hazards)
    .where(and(eq(hazards.placeId, given.placeId), isOpen(tables)));
});

export const latestOfPlace = query(({ db, tables: { hazards } }, given: Values<{ placeId: PlaceId }>) =>
  db
    .select({ reportedAt: max(hazards.reportedAt), closedAt: max(hazards.closedAt) })
    .from(hazards)
    .where(eq(hazards.placeId, given.placeId)),
);

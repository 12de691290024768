import type { Instant } from '../../core/clock.ts';
import type { HazardId, HazardReportId, PersonId, RoomId } from '../../core/ids.ts';
import { and, asc, desc, eq, gte, max } from '../drizzle.ts';
import { query } from '../query.ts';
import type { Changed, Values } from '../query.ts';
import type { HazardReportRow } from './hazard-row.ts';
import { insertRow, updateRow } from './rows.ts';

export const reportsOfHazard = query(({ db, tables: { hazardReports } }, given: Values<{ hazardId: HazardId }>) =>
  db
    .select()
    .from(hazardReports)
    .where(eq(hazardReports.hazardId, given.hazardId))
    .orderBy(asc(hazardReports.at), asc(hazardReports.id)),
);

export const reportById = query(({ db, tables: { hazardReports } }, given: Values<{ id: HazardReportId }>) =>
  db.select().from(hazardReports).where(eq(hazardReports.id, given.id)),
);

export const tellersOf = query(({ db, tables: { hazardTellers } }, given: Values<{ hazardId: HazardId }>) =>
  db.select({ id: hazardTellers.personId }).from(hazardTellers).where(eq(hazardTellers.hazardId, given.hazardId)),
);

export const addTeller = query<{ hazardId: HazardId; personId: PersonId }, Changed>(
  ({ db, tables: { hazardTellers } }) => insertRow(db, hazardTellers).onConflictDoNothing(),
);

export const reportByMessage = query(
  ({ db, tables: { hazardReports } }, given: Values<{ roomId: RoomId; messageId: string }>) =>
    db
      .select()
      .from(hazardReports)
      .where(and(eq(hazardReports.roomId, given.roomId), eq(hazardReports.messageId, given.messageId)))
      .orderBy(desc(hazardReports.at))
      .limit(1),
);

export const addReport = query<HazardReportRow, Changed>(({ db, tables: { hazardReports } }) =>
  insertRow(db, hazardReports),
);

export const putReport = query(({ db, tables: { hazardReports } }, given: Values<HazardReportRow>) =>
  updateRow(db, hazardReports, hazardReports.id, given.id),
);

export const ofReporter = query(
  ({ db, tables: { hazards, hazardReports } }, given: Values<{ personId: PersonId; since: Instant; limit: number }>) =>
    db
      .select({ hazard: hazards, report: hazardReports })
      .from(hazardReports)
      .innerJoin(hazards, eq(hazards.id, hazardReports.hazardId))
      .where(and(eq(hazardReports.personId, given.personId), gte(hazardReports.at, given.since)))
      .orderBy(desc(hazardReports.at), desc(hazardReports.id))
      .limit(given.limit),
);

export const lastTellings = query(
  ({ db, dialect, tables: { hazardReports } }, given: Values<{ people: readonly PersonId[] }>) =>
    db
      .select({ personId: hazardReports.personId, at: max(hazardReports.at) })
      .from(hazardReports)
      .where(dialect.among(hazardReports.personId, given.people))
      .groupBy(hazardReports.personId),
);

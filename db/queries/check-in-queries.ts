import type { Instant } from '../../core/clock.ts';
import type { CheckInId, FindId, PersonId, RequestId, RoomId, ShiftId, TeamId, Token } from '../../core/ids.ts';
import type { CalendarFeed, TrackPoint } from '../../core/ports/shifts.ts';
import type { LogLine, ShiftRequest } from '../../core/shift.ts';
import { and, asc, desc, eq, lt, sql } from '../drizzle.ts';
import { query } from '../query.ts';
import type { Changed, Values } from '../query.ts';
import { insertRow, updateRow, upsertRow } from './rows.ts';
import type { CheckInRow, FindRow } from './shift-row.ts';

export const checkInsOfShift = query(({ db, tables: { checkIns } }, given: Values<{ shiftId: ShiftId }>) =>
  db
    .select()
    .from(checkIns)
    .where(eq(checkIns.shiftId, given.shiftId))
    .orderBy(asc(checkIns.receivedAt), asc(checkIns.id)),
);

export const checkInById = query(({ db, tables: { checkIns } }, given: Values<{ id: CheckInId }>) =>
  db.select().from(checkIns).where(eq(checkIns.id, given.id)),
);

export const checkInByToken = query(({ db, tables: { checkIns } }, given: Values<{ token: Token }>) =>
  db.select().from(checkIns).where(eq(checkIns.token, given.token)),
);

/** The newest: an amended one stands for the one that it replaces. */
export const checkInByMessage = query(
  ({ db, tables: { checkIns } }, given: Values<{ roomId: RoomId; messageId: string }>) =>
    db
      .select()
      .from(checkIns)
      .where(and(eq(checkIns.roomId, given.roomId), eq(checkIns.messageId, given.messageId)))
      .orderBy(desc(checkIns.receivedAt), desc(checkIns.id))
      .limit(1),
);

export const checkInByAlbum = query(
  ({ db, tables: { checkIns } }, given: Values<{ roomId: RoomId; albumId: string }>) =>
    db
      .select()
      .from(checkIns)
      .where(and(eq(checkIns.roomId, given.roomId), eq(checkIns.albumId, given.albumId)))
      .orderBy(desc(checkIns.receivedAt), desc(checkIns.id))
      .limit(1),
);

export const addCheckIn = query<CheckInRow, Changed>(({ db, tables: { checkIns } }) => insertRow(db, checkIns));

export const putCheckIn = query(({ db, tables: { checkIns } }, given: Values<CheckInRow>) =>
  updateRow(db, checkIns, checkIns.id, given.id),
);

export const requestById = query(({ db, tables: { shiftRequests } }, given: Values<{ id: RequestId }>) =>
  db.select().from(shiftRequests).where(eq(shiftRequests.id, given.id)),
);

export const requestByToken = query(({ db, tables: { shiftRequests } }, given: Values<{ token: Token }>) =>
  db.select().from(shiftRequests).where(eq(shiftRequests.token, given.token)),
);

export const requestsOfShift = query(({ db, tables: { shiftRequests } }, given: Values<{ shiftId: ShiftId }>) =>
  db
    .select()
    .from(shiftRequests)
    .where(eq(shiftRequests.shiftId, given.shiftId))
    .orderBy(asc(shiftRequests.askedAt), asc(shiftRequests.id)),
);

export const requestsByMessage = query(
  ({ db, tables: { shiftRequests } }, given: Values<{ roomId: RoomId; messageId: string }>) =>
    db
      .select()
      .from(shiftRequests)
      .where(and(eq(shiftRequests.roomId, given.roomId), eq(shiftRequests.messageId, given.messageId)))
      .orderBy(asc(shiftRequests.askedAt), asc(shiftRequests.id)),
);

/** As the partial index has it, so that it is used. */
export const openRequests = query(({ db, tables: { shiftRequests } }, given: Values<{ shiftId: ShiftId }>) =>
  db
    .select()
    .from(shiftRequests)
    .where(and(eq(shiftRequests.shiftId, given.shiftId), sql`${shiftRequests.state} in ('asked', 'agreed')`))
    .orderBy(asc(shiftRequests.askedAt), asc(shiftRequests.id)),
);

export const undecidedRequests = query(({ db, tables: { shiftRequests } }, given: Values<{ limit: number }>) =>
  db
    .select()
    .from(shiftRequests)
    .where(sql`${shiftRequests.state} in ('asked', 'agreed')`)
    .orderBy(desc(shiftRequests.askedAt))
    .limit(given.limit),
);

export const putRequest = query<ShiftRequest, Changed>(({ db, tables: { shiftRequests } }) =>
  upsertRow(db, shiftRequests, shiftRequests.id),
);

export const findById = query(({ db, tables: { finds } }, given: Values<{ id: FindId }>) =>
  db.select().from(finds).where(eq(finds.id, given.id)),
);

export const findByToken = query(({ db, tables: { finds } }, given: Values<{ token: Token }>) =>
  db.select().from(finds).where(eq(finds.token, given.token)),
);

export const findsOfShift = query(({ db, tables: { finds } }, given: Values<{ shiftId: ShiftId }>) =>
  db.select().from(finds).where(eq(finds.shiftId, given.shiftId)).orderBy(asc(finds.at), asc(finds.id)),
);

export const undecidedFinds = query(({ db, tables: { finds } }, given: Values<{ limit: number }>) =>
  db
    .select()
    .from(finds)
    .where(sql`${finds.state} = 'told'`)
    .orderBy(desc(finds.at))
    .limit(given.limit),
);

export const putFind = query<FindRow, Changed>(({ db, tables: { finds } }) => upsertRow(db, finds, finds.id));

export const logOfShift = query(({ db, tables: { shiftLog } }, given: Values<{ shiftId: ShiftId }>) =>
  db.select().from(shiftLog).where(eq(shiftLog.shiftId, given.shiftId)).orderBy(asc(shiftLog.n)),
);

export const addLogLine = query<LogLine, Changed>(({ db, tables: { shiftLog } }) => insertRow(db, shiftLog));

export const putLogLine = query<LogLine, Changed>(({ db, tables: { shiftLog } }) =>
  upsertRow(db, shiftLog, shiftLog.shiftId, shiftLog.n),
);

export const trackOfShift = query(({ db, tables: { shiftTracks } }, given: Values<{ shiftId: ShiftId }>) =>
  db
    .select()
    .from(shiftTracks)
    .where(eq(shiftTracks.shiftId, given.shiftId))
    .orderBy(asc(shiftTracks.at), asc(shiftTracks.personId)),
);

/** The same position twice is one. */
export const addTrackPoint = query<TrackPoint, Changed>(({ db, tables: { shiftTracks } }) =>
  insertRow(db, shiftTracks).onConflictDoNothing(),
);

export const forgetTracks = query(({ db, tables: { shiftTracks } }, given: Values<{ before: Instant }>) =>
  db.delete(shiftTracks).where(lt(shiftTracks.at, given.before)),
);

export const feedByToken = query(({ db, tables: { calendarFeeds } }, given: Values<{ token: Token }>) =>
  db.select().from(calendarFeeds).where(eq(calendarFeeds.token, given.token)),
);

export const feedOfPerson = query(({ db, tables: { calendarFeeds } }, given: Values<{ personId: PersonId }>) =>
  db.select().from(calendarFeeds).where(eq(calendarFeeds.personId, given.personId)),
);

export const feedOfTeam = query(({ db, tables: { calendarFeeds } }, given: Values<{ teamId: TeamId }>) =>
  db.select().from(calendarFeeds).where(eq(calendarFeeds.teamId, given.teamId)),
);

export const putFeedOfPerson = query<CalendarFeed, Changed>(({ db, tables: { calendarFeeds } }) =>
  upsertRow(db, calendarFeeds, calendarFeeds.personId),
);

export const putFeedOfTeam = query<CalendarFeed, Changed>(({ db, tables: { calendarFeeds } }) =>
  upsertRow(db, calendarFeeds, calendarFeeds.teamId),
);

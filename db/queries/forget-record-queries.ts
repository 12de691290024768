import type { Instant } from '../../core/clock.ts';
import type { HazardId, IncidentId, PersonId, RoomId, ShiftId } from '../../core/ids.ts';
import type { TraceSubject } from '../../core/ports/trace.ts';
import { and, asc, eq, sql } from '../drizzle.ts';
import { query } from '../query.ts';
import type { Changed, Values } from '../query.ts';
import { upsertRow } from './rows.ts';

type Old = { before: Instant; limit: number };
type OfIncident = { id: IncidentId };
type OfHazard = { id: HazardId };
type OfShift = { id: ShiftId };
/** A person's part in a record becomes that of somebody without a name. */
type InPlaceOf<Of> = Of & { personId: PersonId; nobodyId: PersonId };

/** A spot that tells the part of the village, not the house: about a kilometre. */
const coarse = (column: unknown) => sql<number>`round(cast(${column} as numeric), 2)`;

export const oldIncidents = query(({ db, tables: { incidents, tombstones } }, given: Values<Old>) =>
  db
    .select({ id: incidents.id })
    .from(incidents)
    .leftJoin(tombstones, eq(tombstones.subject, sql`'incident:' || ${incidents.id}`))
    .where(
      and(
        sql`${incidents.reportedAt} < ${given.before} and ${incidents.state} = 'closed' and ${incidents.closedAt} < ${given.before}`,
        sql`(${tombstones.forgottenAt} is null or ${tombstones.forgottenAt} < ${incidents.closedAt})`,
      ),
    )
    .orderBy(asc(incidents.reportedAt))
    .limit(given.limit),
);

/** What was joined to a hazard that is open belongs to it. */
export const oldHazards = query(({ db, tables: { hazards, tombstones } }, given: Values<Old>) =>
  db
    .select({ id: hazards.id })
    .from(hazards)
    .leftJoin(tombstones, eq(tombstones.subject, sql`'hazard:' || ${hazards.id}`))
    .where(
      and(
        sql`${hazards.reportedAt} < ${given.before} and ${hazards.state} = 'closed' and ${hazards.closedAt} < ${given.before}`,
        sql`(${tombstones.forgottenAt} is null or ${tombstones.forgottenAt} < ${hazards.closedAt})`,
        sql`not exists (select 1 from hazards main where main.id = ${hazards.mergedIntoId} and main.state <> 'closed')`,
      ),
    )
    .orderBy(asc(hazards.reportedAt), asc(hazards.id))
    .limit(given.limit),
);

export const oldShifts = query(({ db, tables: { shifts, tombstones } }, given: Values<Old>) =>
  db
    .select({ id: shifts.id })
    .from(shifts)
    .leftJoin(tombstones, eq(tombstones.subject, sql`'shift:' || ${shifts.id}`))
    .where(
      and(
        sql`${shifts.startsAt} < ${given.before} and coalesce(${shifts.endedAt}, ${shifts.endsAt}) < ${given.before}`,
        sql`${shifts.state} in ('ended', 'cancelled', 'unstaffed') and ${tombstones.forgottenAt} is null`,
      ),
    )
    .orderBy(asc(shifts.startsAt), asc(shifts.id))
    .limit(given.limit),
);

export const putTombstone = query<{ subject: TraceSubject; forgottenAt: Instant }, Changed>(
  ({ db, tables: { tombstones } }) => upsertRow(db, tombstones, tombstones.subject),
);

// Incidents.

export const blankIncident = query(({ db, tables: { incidents } }, given: Values<OfIncident>) =>
  db
    .update(incidents)
    .set({
      words: '',
      placeWords: '',
      lat: coarse(incidents.lat),
      lon: coarse(incidents.lon),
      reportRoomId: null,
      reporterId: null,
      officerId: null,
    })
    .where(eq(incidents.id, given.id)),
);

export const blankReports = query(({ db, tables: { reports } }, given: Values<OfIncident>) =>
  db
    .update(reports)
    .set({ personId: null, roomId: null, messageId: null, words: '' })
    .where(eq(reports.incidentId, given.id)),
);

export const blankSeats = query(({ db, tables: { seats } }, given: Values<OfIncident>) =>
  db.update(seats).set({ words: '' }).where(eq(seats.incidentId, given.id)),
);

export const whoWasAsked = query(({ db, tables: { orders } }, given: Values<OfIncident>) =>
  db
    .selectDistinct({ id: orders.personId })
    .from(orders)
    .where(eq(orders.incidentId, given.id))
    .orderBy(asc(orders.personId)),
);

export const giveOrders = query(({ db, tables: { orders } }, given: Values<InPlaceOf<OfIncident>>) =>
  db
    .update(orders)
    .set({ personId: given.nobodyId, reason: '', distanceMetres: null, travelMinutes: null, positionAt: null })
    .where(and(eq(orders.incidentId, given.id), eq(orders.personId, given.personId))),
);

// Hazards.

export const blankHazard = query(({ db, tables: { hazards } }, given: Values<OfHazard>) =>
  db
    .update(hazards)
    .set({
      words: '',
      placeWords: '',
      lat: coarse(hazards.lat),
      lon: coarse(hazards.lon),
      cell: null,
      ownerId: null,
      leaderId: null,
      officerId: null,
      fixedById: null,
      checkedById: null,
      terms: null,
      deadline: null,
      asked: null,
      draw: null,
      endWords: '',
    })
    .where(eq(hazards.id, given.id)),
);

export const blankHazardReports = query(({ db, tables: { hazardReports } }, given: Values<OfHazard>) =>
  db
    .update(hazardReports)
    .set({
      personId: null,
      roomId: null,
      messageId: null,
      words: '',
      placeWords: '',
      lat: null,
      lon: null,
      fileIds: [],
    })
    .where(eq(hazardReports.hazardId, given.id)),
);

export const removeTellers = query(({ db, tables: { hazardTellers } }, given: Values<OfHazard>) =>
  db.delete(hazardTellers).where(eq(hazardTellers.hazardId, given.id)),
);

export const removeDraftsOf = query(({ db, tables: { hazardDrafts } }, given: Values<OfHazard>) =>
  db.delete(hazardDrafts).where(eq(hazardDrafts.hazardId, given.id)),
);

export const removeTexts = query(({ db, tables: { hazardTexts } }, given: Values<OfHazard>) =>
  db.delete(hazardTexts).where(eq(hazardTexts.hazardId, given.id)),
);

// Shifts.

export const blankShift = query(({ db, tables: { shifts } }, given: Values<OfShift>) =>
  db.update(shifts).set({ handover: null, remarks: '', welfare: null }).where(eq(shifts.id, given.id)),
);

export const blankPoints = query(({ db, tables: { shiftPoints } }, given: Values<OfShift>) =>
  db.update(shiftPoints).set({ why: '' }).where(eq(shiftPoints.shiftId, given.id)),
);

/** All who had a part in it: planned, come as a guest, or heard of in a check-in, a find or the log. */
export const whoHadPart = query(({ db, tables: { shiftPeople } }, given: Values<OfShift>) =>
  db
    .select({ id: shiftPeople.personId })
    .from(shiftPeople)
    .where(eq(shiftPeople.shiftId, given.id))
    .orderBy(asc(shiftPeople.rank), asc(shiftPeople.personId)),
);

export const whoCheckedIn = query(({ db, tables: { checkIns } }, given: Values<OfShift>) =>
  db
    .selectDistinct({ id: checkIns.personId })
    .from(checkIns)
    .where(eq(checkIns.shiftId, given.id))
    .orderBy(asc(checkIns.personId)),
);

export const giveShift = query(({ db, tables: { shiftPeople } }, given: Values<InPlaceOf<OfShift>>) =>
  db
    .update(shiftPeople)
    .set({ personId: given.nobodyId, standsInForId: null })
    .where(and(eq(shiftPeople.shiftId, given.id), eq(shiftPeople.personId, given.personId))),
);

export const giveCheckIns = query(({ db, tables: { checkIns } }, given: Values<InPlaceOf<OfShift>>) =>
  db
    .update(checkIns)
    .set({ personId: given.nobodyId, byId: given.nobodyId })
    .where(and(eq(checkIns.shiftId, given.id), eq(checkIns.personId, given.personId))),
);

export const blankCheckIns = query(({ db, tables: { checkIns } }, given: Values<OfShift & { roomId: RoomId }>) =>
  db
    .update(checkIns)
    .set({
      roomId: given.roomId,
      messageId: null,
      albumId: null,
      words: '',
      lat: null,
      lon: null,
      distanceMetres: null,
      doubts: [],
    })
    .where(eq(checkIns.shiftId, given.id)),
);

export const blankFinds = query(
  ({ db, tables: { finds } }, given: Values<OfShift & { roomId: RoomId; nobodyId: PersonId }>) =>
    db
      .update(finds)
      .set({
        personId: given.nobodyId,
        roomId: given.roomId,
        messageId: null,
        words: '',
        lat: null,
        lon: null,
        decidedById: null,
      })
      .where(eq(finds.shiftId, given.id)),
);

export const blankLog = query(({ db, tables: { shiftLog } }, given: Values<OfShift & { nobodyId: PersonId }>) =>
  db.update(shiftLog).set({ words: '', personId: given.nobodyId }).where(eq(shiftLog.shiftId, given.id)),
);

export const removeRequests = query(({ db, tables: { shiftRequests } }, given: Values<OfShift>) =>
  db.delete(shiftRequests).where(eq(shiftRequests.shiftId, given.id)),
);

export const removeTracksOf = query(({ db, tables: { shiftTracks } }, given: Values<OfShift>) =>
  db.delete(shiftTracks).where(eq(shiftTracks.shiftId, given.id)),
);

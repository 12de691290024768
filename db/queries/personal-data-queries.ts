import type { Instant } from '../../core/clock.ts';
import type { InboxId, PersonId } from '../../core/ids.ts';
import type { Sender } from '../../core/ports/personal-data.ts';
import { and, asc, eq, sql } from '../drizzle.ts';
import { query } from '../query.ts';
import type { Changed, Values } from '../query.ts';
import type { Tables } from '../schema.ts';
import { upsertRow } from './rows.ts';

/** What is asked when somebody wants to know what is kept of them; rarely, so some of it looks through a whole table. */
type One = { personId: PersonId };

export const consentOf = query(({ db, tables: { consents } }, given: Values<One>) =>
  db.select().from(consents).where(eq(consents.personId, given.personId)),
);

export const putConsent = query<Tables['consents']['$inferSelect'], Changed>(({ db, tables: { consents } }) =>
  upsertRow(db, consents, consents.personId),
);

export const reportsOf = query(({ db, tables: { reports, incidents } }, given: Values<One>) =>
  db
    .select({ at: reports.at, number: incidents.number, words: reports.words })
    .from(reports)
    .innerJoin(incidents, eq(incidents.id, reports.incidentId))
    .where(eq(reports.personId, given.personId))
    .orderBy(asc(reports.at)),
);

export const ordersOf = query(({ db, tables: { orders, incidents } }, given: Values<One>) =>
  db
    .select({
      at: orders.createdAt,
      number: incidents.number,
      state: orders.answer,
      words: orders.reason,
      until: orders.safeAt,
    })
    .from(orders)
    .innerJoin(incidents, eq(incidents.id, orders.incidentId))
    .where(eq(orders.personId, given.personId))
    .orderBy(asc(orders.createdAt)),
);

export const hazardReportsOf = query(({ db, tables: { hazardReports, hazards } }, given: Values<One>) =>
  db
    .select({ at: hazardReports.at, number: hazards.number, words: hazardReports.words })
    .from(hazardReports)
    .innerJoin(hazards, eq(hazards.id, hazardReports.hazardId))
    .where(eq(hazardReports.personId, given.personId))
    .orderBy(asc(hazardReports.at)),
);

export const hazardsOf = query(({ db, tables: { hazards } }, given: Values<One>) =>
  db
    .select({ at: hazards.reportedAt, number: hazards.number, state: hazards.state })
    .from(hazards)
    .where(eq(hazards.ownerId, given.personId))
    .orderBy(asc(hazards.reportedAt)),
);

export const shiftsOf = query(({ db, tables: { shiftPeople, shifts } }, given: Values<One>) =>
  db
    .select({ at: shifts.startsAt, name: shifts.name, state: shiftPeople.state })
    .from(shiftPeople)
    .innerJoin(shifts, eq(shifts.id, shiftPeople.shiftId))
    .where(eq(shiftPeople.personId, given.personId))
    .orderBy(asc(shifts.startsAt)),
);

export const checkInsOf = query(({ db, tables: { checkIns } }, given: Values<One>) =>
  db
    .select({ at: checkIns.at, state: checkIns.state, words: checkIns.words, lat: checkIns.lat, lon: checkIns.lon })
    .from(checkIns)
    .where(eq(checkIns.personId, given.personId))
    .orderBy(asc(checkIns.at)),
);

export const requestsOf = query(({ db, tables: { shiftRequests } }, given: Values<One>) =>
  db
    .select({
      at: shiftRequests.askedAt,
      kind: shiftRequests.kind,
      state: shiftRequests.state,
      words: shiftRequests.words,
    })
    .from(shiftRequests)
    .where(eq(shiftRequests.personId, given.personId))
    .orderBy(asc(shiftRequests.askedAt)),
);

export const findsOf = query(({ db, tables: { finds } }, given: Values<One>) =>
  db
    .select({ at: finds.at, words: finds.words })
    .from(finds)
    .where(eq(finds.personId, given.personId))
    .orderBy(asc(finds.at)),
);

export const logLinesOf = query(({ db, tables: { shiftLog } }, given: Values<One>) =>
  db
    .select({ at: shiftLog.at, words: shiftLog.words })
    .from(shiftLog)
    .where(eq(shiftLog.personId, given.personId))
    .orderBy(asc(shiftLog.at)),
);

export const filesOf = query(({ db, tables: { files } }, given: Values<One>) =>
  db
    .select({ at: files.receivedAt, kind: files.mime, state: files.state, bytes: files.sizeBytes })
    .from(files)
    .where(eq(files.personId, given.personId))
    .orderBy(asc(files.receivedAt)),
);

/** The next updates, whoever sent them. */
export const updatesAfter = query(({ db, tables: { inbox } }, given: Values<{ after: InboxId | ''; limit: number }>) =>
  db
    .select()
    .from(inbox)
    .where(sql`${inbox.id} > ${given.after}`)
    .orderBy(asc(inbox.id))
    .limit(given.limit),
);

export const removeUpdate = query(({ db, tables: { inbox } }, given: Values<{ id: InboxId }>) =>
  db.delete(inbox).where(eq(inbox.id, given.id)),
);

export const openErasures = query(({ db, tables: { erasures } }) =>
  db
    .select()
    .from(erasures)
    .where(sql`${erasures.doneAt} is null`)
    .orderBy(asc(erasures.askedAt)),
);

export const addErasure = query<Tables['erasures']['$inferSelect'], Changed>(({ db, tables: { erasures } }) =>
  upsertRow(db, erasures, erasures.personId),
);

type Step = { personId: PersonId; after: InboxId | ''; senders: readonly Sender[]; doneAt: Instant | null };

export const moveErasure = query(({ db, tables: { erasures } }, given: Values<Step>) =>
  db
    .update(erasures)
    .set({ after: given.after, senders: given.senders, doneAt: given.doneAt })
    .where(eq(erasures.personId, given.personId)),
);

/** Who this person is, blanked. A call sign belongs to the zone file, and stays. */
export const blankPerson = query(({ db, tables: { people } }, given: Values<One>) =>
  db
    .update(people)
    .set({
      name: '',
      phone: '',
      plainPhone: null,
      gender: null,
      baseLat: null,
      baseLon: null,
      certificates: [],
    })
    .where(eq(people.id, given.personId)),
);

export const removeIdentities = query(({ db, tables: { identities } }, given: Values<One>) =>
  db.delete(identities).where(eq(identities.personId, given.personId)),
);

export const removePosition = query(({ db, tables: { positions } }, given: Values<One>) =>
  db.delete(positions).where(eq(positions.personId, given.personId)),
);

export const removeConsent = query(({ db, tables: { consents } }, given: Values<One>) =>
  db.delete(consents).where(eq(consents.personId, given.personId)),
);

export const removeQuestions = query(({ db, tables: { questions } }, given: Values<One>) =>
  db.delete(questions).where(eq(questions.personId, given.personId)),
);

export const removeCodes = query(({ db, tables: { bindCodes } }, given: Values<One>) =>
  db.delete(bindCodes).where(eq(bindCodes.personId, given.personId)),
);

export const removeFeeds = query(({ db, tables: { calendarFeeds } }, given: Values<One>) =>
  db.delete(calendarFeeds).where(eq(calendarFeeds.personId, given.personId)),
);

export const removeTracks = query(({ db, tables: { shiftTracks } }, given: Values<One>) =>
  db.delete(shiftTracks).where(eq(shiftTracks.personId, given.personId)),
);

export const removeDrafts = query(({ db, tables: { hazardDrafts } }, given: Values<One>) =>
  db.delete(hazardDrafts).where(eq(hazardDrafts.personId, given.personId)),
);

export const giveUpLooseFiles = query(({ db, tables: { files } }, given: Values<One>) =>
  db
    .update(files)
    .set({ state: 'lost', why: 'erased' })
    .where(and(eq(files.personId, given.personId), sql`${files.incidentId} is null and ${files.subject} is null`)),
);

export const removeWebMessages = query(({ db, tables: { webMessages } }, given: Values<{ room: string }>) =>
  db.delete(webMessages).where(eq(webMessages.room, given.room)),
);

type Old = { before: Instant; limit: number };

/** Ids begin with the instant at which they were made, so that what is older comes first. */
export const removeOldUpdates = query(({ db, tables: { inbox } }, given: Values<{ beforeId: string; limit: number }>) =>
  db
    .delete(inbox)
    .where(sql`${inbox.id} in (select id from ${inbox} where id < ${given.beforeId} order by id limit ${given.limit})`),
);

export const removeOldNotices = query(
  ({ db, tables: { notices } }, given: Values<{ beforeId: string; limit: number }>) =>
    db
      .delete(notices)
      .where(
        and(
          sql`${notices.id} in (select id from ${notices} where id < ${given.beforeId} order by id limit ${given.limit})`,
          sql`${notices.state} not in ('waiting', 'sending')`,
        ),
      ),
);

export const removeOldPositions = query(({ db, tables: { positions } }, given: Values<Old>) =>
  db
    .delete(positions)
    .where(
      sql`${positions.personId} in (select person_id from ${positions} where at < ${given.before} limit ${given.limit})`,
    ),
);

export const removeOldDrafts = query(({ db, tables: { hazardDrafts } }, given: Values<Old>) =>
  db
    .delete(hazardDrafts)
    .where(
      sql`${hazardDrafts.id} in (select id from ${hazardDrafts} where expires_at < ${given.before} limit ${given.limit})`,
    ),
);

export const roomsOfIdentities = query(({ db, tables: { rooms, identities } }, given: Values<One>) =>
  db
    .select({ room: rooms })
    .from(rooms)
    .innerJoin(identities, eq(identities.roomId, rooms.id))
    .where(and(eq(identities.personId, given.personId), sql`${rooms.kind} = 'direct'`)),
);

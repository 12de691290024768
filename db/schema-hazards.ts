import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { HazardKind } from '../core/catalogue.ts';
import type { HazardDraft } from '../core/hazard-draft.ts';
import type { Hazard, HazardReport } from '../core/hazard.ts';
import type { FileId, HazardDraftId, HazardId, HazardReportId, PersonId, PlaceId, RoomId, Token } from '../core/ids.ts';
import { sql } from './drizzle.ts';
import type { Kit } from './postgres/kit.ts';

/** The keys of other tables that hazards refer to. */
interface Keys {
  people: { id: AnyPgColumn };
  rooms: { id: AnyPgColumn };
  places: { id: AnyPgColumn };
}

/** Hazards, who told of them, and what is still being told. Part of db/schema.ts. */
export function defineHazardTables(kit: Kit, { people, rooms, places }: Keys) {
  const hazards = kit.table(
    'hazards',
    {
      id: kit.id<HazardId>(),
      number: kit.text().notNull().unique(),
      token: kit.ref<Token>().notNull().unique(),
      state: kit.oneOf<Hazard['state']>().notNull(),
      outcome: kit.oneOf<NonNullable<Hazard['outcome']>>(),
      kinds: kit.json<readonly HazardKind[]>().notNull(),
      /** The first of `kinds`, to look them up by. */
      kind: kit.oneOf<HazardKind>().notNull(),
      severity: kit.oneOf<Hazard['severity']>().notNull(),
      grade: kit.oneOf<NonNullable<Hazard['grade']>>(),
      handling: kit.oneOf<NonNullable<Hazard['handling']>>(),
      words: kit.text().notNull(),
      placeWords: kit.text().notNull(),
      placeId: kit.ref<PlaceId>().references(() => places.id),
      lat: kit.real(),
      lon: kit.real(),
      /** Which square of about a hundred metres it lies in, for what is near by. */
      cell: kit.text(),
      area: kit.text().notNull(),
      people: kit.int(),
      ownerId: kit.ref<PersonId>().references(() => people.id),
      leaderId: kit.ref<PersonId>().references(() => people.id),
      officerId: kit.ref<PersonId>().references(() => people.id),
      fixedById: kit.ref<PersonId>().references(() => people.id),
      checkedById: kit.ref<PersonId>().references(() => people.id),
      reportedAt: kit.at().notNull(),
      gradedAt: kit.at(),
      assignedAt: kit.at(),
      acceptedAt: kit.at(),
      fixedAt: kit.at(),
      closedAt: kit.at(),
      round: kit.int().notNull(),
      roundAt: kit.at().notNull(),
      terms: kit.json<NonNullable<Hazard['terms']>>(),
      deadline: kit.json<NonNullable<Hazard['deadline']>>(),
      dueAt: kit.at(),
      alarms: kit.int().notNull(),
      asked: kit.json<NonNullable<Hazard['asked']>>(),
      draw: kit.json<NonNullable<Hazard['draw']>>(),
      mergedIntoId: kit.ref<HazardId>(),
      stateBeforeMerge: kit.oneOf<Hazard['state']>(),
      endWords: kit.text().notNull(),
      satisfaction: kit.oneOf<NonNullable<Hazard['satisfaction']>>(),
      changedAt: kit.at().notNull(),
    },
    (t) => [
      kit.index('hazards_reported').on(t.reportedAt, t.id),
      kit.index('hazards_kind').on(t.kind, t.reportedAt),
      kit.index('hazards_area').on(t.area, t.reportedAt),
      kit.index('hazards_place').on(t.placeId, t.reportedAt),
      kit.index('hazards_cell').on(t.cell, t.reportedAt),
      kit
        .index('hazards_open')
        .on(t.reportedAt, t.id)
        .where(sql`${t.state} <> 'closed'`),
      kit
        .index('hazards_open_place')
        .on(t.placeId)
        .where(sql`${t.state} <> 'closed'`),
      kit
        .index('hazards_open_owner')
        .on(t.ownerId, t.dueAt)
        .where(sql`${t.state} <> 'closed'`),
      kit
        .index('hazards_open_leader')
        .on(t.leaderId, t.dueAt)
        .where(sql`${t.state} <> 'closed'`),
      kit
        .index('hazards_due')
        .on(t.dueAt)
        .where(sql`${t.state} in ('assigned', 'accepted')`),
      kit
        .index('hazards_undecided')
        .on(t.reportedAt)
        .where(sql`${t.state} in ('reported', 'graded')`),
      kit
        .index('hazards_unchecked')
        .on(t.fixedAt)
        .where(sql`${t.state} = 'fixed'`),
      kit.index('hazards_owner').on(t.ownerId, t.reportedAt),
      kit.index('hazards_changed').on(t.changedAt),
      kit.check('hazards_position', sql`(${t.lat} is null) = (${t.lon} is null)`),
      kit.check('hazards_closed', sql`(${t.state} = 'closed') = (${t.closedAt} is not null)`),
    ],
  );

  const hazardReports = kit.table(
    'hazard_reports',
    {
      id: kit.id<HazardReportId>(),
      hazardId: kit
        .ref<HazardId>()
        .notNull()
        .references(() => hazards.id),
      personId: kit.ref<PersonId>().references(() => people.id),
      anonymous: kit.bool().notNull(),
      roomId: kit.ref<RoomId>().references(() => rooms.id),
      messageId: kit.text(),
      via: kit.oneOf<HazardReport['via']>().notNull(),
      words: kit.text().notNull(),
      kinds: kit.json<readonly HazardKind[]>().notNull(),
      placeWords: kit.text().notNull(),
      placeId: kit.ref<PlaceId>().references(() => places.id),
      lat: kit.real(),
      lon: kit.real(),
      fileIds: kit.json<readonly FileId[]>().notNull(),
      at: kit.at().notNull(),
      fromHazardId: kit.ref<HazardId>(),
      ratingAskedAt: kit.at(),
    },
    (t) => [
      kit.index('hazard_reports_hazard').on(t.hazardId, t.at),
      kit.index('hazard_reports_person').on(t.personId, t.at),
      kit.index('hazard_reports_message').on(t.roomId, t.messageId),
    ],
  );

  /** Everybody who has ever told of a hazard: kept when a telling is taken back or moves, so that no card names them. */
  const hazardTellers = kit.table(
    'hazard_tellers',
    {
      hazardId: kit
        .ref<HazardId>()
        .notNull()
        .references(() => hazards.id, { onDelete: 'cascade' }),
      personId: kit
        .ref<PersonId>()
        .notNull()
        .references(() => people.id),
    },
    (t) => [kit.primaryKey([t.hazardId, t.personId]), kit.index('hazard_tellers_person').on(t.personId)],
  );

  const hazardDrafts = kit.table(
    'hazard_drafts',
    {
      id: kit.id<HazardDraftId>(),
      token: kit.ref<Token>().notNull().unique(),
      state: kit.oneOf<HazardDraft['state']>().notNull(),
      personId: kit
        .ref<PersonId>()
        .notNull()
        .references(() => people.id),
      roomId: kit
        .ref<RoomId>()
        .notNull()
        .references(() => rooms.id),
      /** All else that was told so far. */
      told: kit.json<DraftTold>().notNull(),
      startedAt: kit.at().notNull(),
      touchedAt: kit.at().notNull(),
      expiresAt: kit.at().notNull(),
      hazardId: kit.ref<HazardId>().references(() => hazards.id),
    },
    (t) => [
      kit.index('hazard_drafts_person').on(t.personId, t.roomId, t.touchedAt),
      kit.index('hazard_drafts_room').on(t.roomId, t.touchedAt),
      kit.index('hazard_drafts_hazard').on(t.hazardId),
    ],
  );

  /** Words of a hazard, its Chinese apart character by character; what finds them is made in the migrations. */
  const hazardTexts = kit.table('hazard_texts', {
    /** The hazard's number as one whole number: grows with age, and never changes as SQLite's own row ids do. */
    n: kit.int().primaryKey(),
    hazardId: kit
      .ref<HazardId>()
      .notNull()
      .unique()
      .references(() => hazards.id, { onDelete: 'cascade' }),
    text: kit.text().notNull(),
  });

  return { hazards, hazardReports, hazardTellers, hazardDrafts, hazardTexts };
}

/** What of a draft is only read and written as a whole. */
export type DraftTold = Omit<
  HazardDraft,
  'id' | 'token' | 'state' | 'personId' | 'roomId' | 'startedAt' | 'touchedAt' | 'expiresAt' | 'hazardId'
>;

import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { MatterId, MatterNoteId, OpeningId, PersonId, RoomId, Token } from '../core/ids.ts';
import type { Matter, MatterStanding } from '../core/matter.ts';
import type { PartyKey } from '../core/party.ts';
import { sql } from './drizzle.ts';
import type { Kit } from './postgres/kit.ts';

/** The keys of other tables that private matters refer to. */
interface Keys {
  people: { id: AnyPgColumn };
  rooms: { id: AnyPgColumn };
}

/**
 * Private matters, who is what to them, the mediators' notes, and who was let in by break-glass. What people said is in columns
 * that are sealed (db/sealing.ts); the others say that there is a matter, of which kind, and how far it is. Part of db/schema.ts.
 */
export function defineMatterTables(kit: Kit, { people, rooms }: Keys) {
  const matters = kit.table(
    'matters',
    {
      id: kit.id<MatterId>(),
      number: kit.text().notNull().unique(),
      token: kit.ref<Token>().notNull().unique(),
      kind: kit.oneOf<Matter['kind']>().notNull(),
      state: kit.oneOf<Matter['state']>().notNull(),
      outcome: kit.oneOf<NonNullable<Matter['outcome']>>(),
      door: kit.oneOf<Matter['door']>().notNull(),
      tellerId: kit.ref<PersonId>().references(() => people.id),
      roomId: kit.ref<RoomId>().references(() => rooms.id),
      roomCode: kit.text().notNull(),
      stop: kit.int().notNull(),
      ownerId: kit.ref<PersonId>().references(() => people.id),
      need: kit.oneOf<NonNullable<Matter['need']>>(),
      urgent: kit.bool().notNull(),
      begunAt: kit.at().notNull(),
      reportedAt: kit.at(),
      assignedAt: kit.at(),
      acceptedAt: kit.at(),
      effectiveAt: kit.at(),
      endedAt: kit.at(),
      archivedAt: kit.at(),
      changedAt: kit.at().notNull(),
      dueAt: kit.at(),
      forgetAt: kit.at(),
      forgottenAt: kit.at(),
      /** Sealed. */
      body: kit.text().notNull(),
    },
    (t) => [
      kit.index('matters_begun').on(t.begunAt, t.id),
      kit.index('matters_room').on(t.roomCode, t.begunAt, t.id),
      kit
        .index('matters_telling')
        .on(t.tellerId, t.changedAt)
        .where(sql`${t.state} = 'telling'`),
      kit
        .index('matters_forget')
        .on(t.forgetAt)
        .where(sql`${t.forgetAt} is not null and ${t.forgottenAt} is null`),
    ],
  );

  const matterPeople = kit.table(
    'matter_people',
    {
      matterId: kit
        .ref<MatterId>()
        .notNull()
        .references(() => matters.id, { onDelete: 'cascade' }),
      personId: kit
        .ref<PersonId>()
        .notNull()
        .references(() => people.id),
      standing: kit.oneOf<MatterStanding>().notNull(),
    },
    (t) => [kit.primaryKey([t.matterId, t.personId, t.standing]), kit.index('matter_people_person').on(t.personId)],
  );

  /** Receipts of clues that were given without a name: their keyed hash alone, so that only who holds one finds the matter. */
  const matterReceipts = kit.table(
    'matter_receipts',
    {
      hash: kit.text().primaryKey(),
      matterId: kit
        .ref<MatterId>()
        .notNull()
        .references(() => matters.id, { onDelete: 'cascade' }),
    },
    (t) => [kit.index('matter_receipts_matter').on(t.matterId)],
  );

  const matterNotes = kit.table(
    'matter_notes',
    {
      id: kit.id<MatterNoteId>(),
      matterId: kit
        .ref<MatterId>()
        .notNull()
        .references(() => matters.id, { onDelete: 'cascade' }),
      side: kit.ref<PartyKey>(),
      byId: kit
        .ref<PersonId>()
        .notNull()
        .references(() => people.id),
      at: kit.at().notNull(),
      /** Sealed. */
      words: kit.text().notNull(),
    },
    (t) => [kit.index('matter_notes_matter').on(t.matterId, t.at, t.id)],
  );

  const matterOpenings = kit.table(
    'matter_openings',
    {
      id: kit.id<OpeningId>(),
      token: kit.ref<Token>().notNull().unique(),
      matterId: kit
        .ref<MatterId>()
        .notNull()
        .references(() => matters.id, { onDelete: 'cascade' }),
      askedById: kit
        .ref<PersonId>()
        .notNull()
        .references(() => people.id),
      askedAt: kit.at().notNull(),
      /** Sealed. */
      reason: kit.text().notNull(),
      decidedById: kit.ref<PersonId>().references(() => people.id),
      decidedAt: kit.at(),
      agreed: kit.bool(),
      untilAt: kit.at(),
    },
    (t) => [kit.index('matter_openings_matter').on(t.matterId, t.askedAt, t.id)],
  );

  return { matters, matterPeople, matterReceipts, matterNotes, matterOpenings };
}

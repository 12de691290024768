import type { Instant } from '../../core/clock.ts';
import type { HazardDraftId, PersonId, RoomId, Token } from '../../core/ids.ts';
import { and, desc, eq, gte, inArray, or } from '../drizzle.ts';
import { query } from '../query.ts';
import type { Changed, Values } from '../query.ts';
import type { HazardDraftRow } from './hazard-row.ts';
import { insertRow, updateRow } from './rows.ts';

export const draftById = query(({ db, tables: { hazardDrafts } }, given: Values<{ id: HazardDraftId }>) =>
  db.select().from(hazardDrafts).where(eq(hazardDrafts.id, given.id)),
);

export const draftByIdLocked = query(
  ({ db, dialect, tables: { hazardDrafts } }, given: Values<{ id: HazardDraftId }>) =>
    dialect.locked(db.select().from(hazardDrafts).where(eq(hazardDrafts.id, given.id))),
);

export const draftByToken = query(({ db, tables: { hazardDrafts } }, given: Values<{ token: Token }>) =>
  db.select().from(hazardDrafts).where(eq(hazardDrafts.token, given.token)),
);

/** Drafts that end by themselves are touched within their time to live; older rows are never open. */
export const draftsOf = query(
  (
    { db, tables: { hazardDrafts } },
    given: Values<{ personId: PersonId; roomId: RoomId; since: Instant; limit: number }>,
  ) =>
    db
      .select()
      .from(hazardDrafts)
      .where(
        and(
          eq(hazardDrafts.personId, given.personId),
          eq(hazardDrafts.roomId, given.roomId),
          or(
            inArray(hazardDrafts.state, ['offered', 'open']),
            and(eq(hazardDrafts.state, 'filed'), gte(hazardDrafts.touchedAt, given.since)),
          ),
        ),
      )
      .orderBy(desc(hazardDrafts.touchedAt), desc(hazardDrafts.id))
      .limit(given.limit),
);

export const draftsOfferedIn = query(
  ({ db, tables: { hazardDrafts } }, given: Values<{ roomId: RoomId; since: Instant; limit: number }>) =>
    db
      .select()
      .from(hazardDrafts)
      .where(
        and(
          eq(hazardDrafts.roomId, given.roomId),
          gte(hazardDrafts.touchedAt, given.since),
          inArray(hazardDrafts.state, ['offered', 'dropped']),
        ),
      )
      .orderBy(desc(hazardDrafts.touchedAt), desc(hazardDrafts.id))
      .limit(given.limit),
);

export const addDraft = query<HazardDraftRow, Changed>(({ db, tables: { hazardDrafts } }) =>
  insertRow(db, hazardDrafts),
);

export const putDraft = query(({ db, tables: { hazardDrafts } }, given: Values<HazardDraftRow>) =>
  updateRow(db, hazardDrafts, hazardDrafts.id, given.id),
);

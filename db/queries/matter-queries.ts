import type { Instant } from '../../core/clock.ts';
import type { MatterId, MatterNoteId, OpeningId, PersonId, Token } from '../../core/ids.ts';
import type { MatterPerson } from '../../core/matter.ts';
import { and, asc, desc, eq, exists, lte, sql } from '../drizzle.ts';
import { query } from '../query.ts';
import type { Changed, Values } from '../query.ts';
import { queryMany } from '../query-many.ts';
import type { MatterNoteRow, MatterRow, OpeningRow } from './matter-row.ts';
import { insertRow, insertRows, updateRow, upsertRow } from './rows.ts';

/** Every query on private matters; what is sealed goes through them as it is. */
export const matterById = query(({ db, tables: { matters } }, given: Values<{ id: MatterId }>) =>
  db.select().from(matters).where(eq(matters.id, given.id)),
);

export const lockedMatter = query(({ db, dialect, tables: { matters } }, given: Values<{ id: MatterId }>) =>
  dialect.locked(db.select().from(matters).where(eq(matters.id, given.id))),
);

export const matterByToken = query(({ db, tables: { matters } }, given: Values<{ token: Token }>) =>
  db.select().from(matters).where(eq(matters.token, given.token)),
);

export const matterByNumber = query(({ db, tables: { matters } }, given: Values<{ number: string }>) =>
  db.select().from(matters).where(eq(matters.number, given.number)),
);

export const matterByReceipt = query(({ db, tables: { matters, matterReceipts } }, given: Values<{ hash: string }>) =>
  db
    .select({ matter: matters })
    .from(matterReceipts)
    .innerJoin(matters, eq(matters.id, matterReceipts.matterId))
    .where(eq(matterReceipts.hash, given.hash)),
);

export const lastTelling = query(({ db, tables: { matters } }, given: Values<{ personId: PersonId }>) =>
  db
    .select()
    .from(matters)
    .where(and(eq(matters.tellerId, given.personId), sql`${matters.state} = 'telling'`))
    .orderBy(desc(matters.changedAt))
    .limit(1),
);

type OfPerson = { personId: PersonId; standings: readonly string[]; limit: number };

export const openOfPerson = query(({ db, dialect, tables: { matters, matterPeople } }, given: Values<OfPerson>) =>
  db
    .select()
    .from(matters)
    .where(
      and(
        sql`${matters.id} in (select ${matterPeople.matterId} from ${matterPeople} where ${and(
          eq(matterPeople.personId, given.personId),
          dialect.among(matterPeople.standing, given.standings),
        )})`,
        sql`${matters.state} not in ('ended', 'performed', 'archived')`,
      ),
    )
    .orderBy(desc(matters.changedAt), desc(matters.id))
    .limit(given.limit),
);

export const allOfPerson = query(({ db, dialect, tables: { matters, matterPeople } }, given: Values<OfPerson>) =>
  db
    .select()
    .from(matters)
    .where(
      sql`${matters.id} in (select ${matterPeople.matterId} from ${matterPeople} where ${and(
        eq(matterPeople.personId, given.personId),
        dialect.among(matterPeople.standing, given.standings),
      )})`,
    )
    .orderBy(desc(matters.changedAt), desc(matters.id))
    .limit(given.limit),
);

/** Which of these people a matter names that is not laid away yet. */
export const concernedPeople = query(
  ({ db, dialect, tables: { matters, matterPeople } }, given: Values<{ people: readonly PersonId[] }>) =>
    db
      .selectDistinct({ personId: matterPeople.personId })
      .from(matterPeople)
      .where(
        and(
          dialect.among(matterPeople.personId, given.people),
          exists(
            db
              .select({ id: matters.id })
              .from(matters)
              .where(and(eq(matters.id, matterPeople.matterId), sql`${matters.state} <> 'archived'`)),
          ),
        ),
      ),
);

export const peopleOfMatter = query(({ db, tables: { matterPeople } }, given: Values<{ id: MatterId }>) =>
  db
    .select()
    .from(matterPeople)
    .where(eq(matterPeople.matterId, given.id))
    .orderBy(asc(matterPeople.personId), asc(matterPeople.standing)),
);

export const notesOfMatter = query(({ db, tables: { matterNotes } }, given: Values<{ id: MatterId }>) =>
  db
    .select()
    .from(matterNotes)
    .where(eq(matterNotes.matterId, given.id))
    .orderBy(asc(matterNotes.at), asc(matterNotes.id)),
);

export const openingById = query(({ db, tables: { matterOpenings } }, given: Values<{ id: OpeningId }>) =>
  db.select().from(matterOpenings).where(eq(matterOpenings.id, given.id)),
);

export const openingByToken = query(({ db, tables: { matterOpenings } }, given: Values<{ token: Token }>) =>
  db.select().from(matterOpenings).where(eq(matterOpenings.token, given.token)),
);

export const openingsOfMatter = query(({ db, tables: { matterOpenings } }, given: Values<{ id: MatterId }>) =>
  db
    .select()
    .from(matterOpenings)
    .where(eq(matterOpenings.matterId, given.id))
    .orderBy(asc(matterOpenings.askedAt), asc(matterOpenings.id)),
);

export const dueToForget = query(({ db, tables: { matters } }, given: Values<{ now: Instant; limit: number }>) =>
  db
    .select({ id: matters.id })
    .from(matters)
    .where(
      and(sql`${matters.forgetAt} is not null and ${matters.forgottenAt} is null`, lte(matters.forgetAt, given.now)),
    )
    .orderBy(asc(matters.forgetAt))
    .limit(given.limit),
);

export const addMatter = query<MatterRow, Changed>(({ db, tables: { matters } }) => insertRow(db, matters));

export const putMatter = query(({ db, tables: { matters } }, given: Values<MatterRow>) =>
  updateRow(db, matters, matters.id, given.id),
);

export const addMatterPeople = queryMany<MatterPerson>(({ db, tables: { matterPeople } }, rows) =>
  insertRows(db, matterPeople, rows),
);

export const removeMatterPeople = query(({ db, tables: { matterPeople } }, given: Values<{ id: MatterId }>) =>
  db.delete(matterPeople).where(eq(matterPeople.matterId, given.id)),
);

export const addReceipt = query<{ hash: string; matterId: MatterId }, Changed>(({ db, tables: { matterReceipts } }) =>
  upsertRow(db, matterReceipts, matterReceipts.hash),
);

export const removeReceipts = query(({ db, tables: { matterReceipts } }, given: Values<{ id: MatterId }>) =>
  db.delete(matterReceipts).where(eq(matterReceipts.matterId, given.id)),
);

export const addNote = query<MatterNoteRow, Changed>(({ db, tables: { matterNotes } }) => insertRow(db, matterNotes));

export const removeNote = query(({ db, tables: { matterNotes } }, given: Values<{ id: MatterNoteId }>) =>
  db.delete(matterNotes).where(eq(matterNotes.id, given.id)),
);

export const removeNotes = query(({ db, tables: { matterNotes } }, given: Values<{ id: MatterId }>) =>
  db.delete(matterNotes).where(eq(matterNotes.matterId, given.id)),
);

export const putOpening = query<OpeningRow, Changed>(({ db, tables: { matterOpenings } }) =>
  upsertRow(db, matterOpenings, matterOpenings.id),
);

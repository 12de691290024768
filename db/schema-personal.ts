import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { InboxId, PersonId } from '../core/ids.ts';
import type { Sender } from '../core/ports/personal-data.ts';
import type { TraceSubject } from '../core/ports/trace.ts';
import { sql } from './drizzle.ts';
import type { Kit } from './postgres/kit.ts';

/** What people agreed to, and whose messages are still to be removed. Part of db/schema.ts. */
export function definePersonalTables(kit: Kit, { people }: { people: { id: AnyPgColumn } }) {
  const consents = kit.table('consents', {
    personId: kit
      .ref<PersonId>()
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    askedAt: kit.at().notNull(),
    agreedAt: kit.at(),
  });

  const erasures = kit.table(
    'erasures',
    {
      personId: kit
        .ref<PersonId>()
        .primaryKey()
        .references(() => people.id, { onDelete: 'cascade' }),
      askedAt: kit.at().notNull(),
      /** Blank once it is done. */
      senders: kit.json<readonly Sender[]>().notNull(),
      after: kit.ref<InboxId | ''>().notNull(),
      doneAt: kit.at(),
    },
    (t) => [
      kit
        .index('erasures_open')
        .on(t.askedAt)
        .where(sql`${t.doneAt} is null`),
    ],
  );

  /** What was forgotten when its time was over: which incident, hazard or shift, and when. Its nameless facts stay in its own row. */
  const tombstones = kit.table('tombstones', {
    subject: kit.ref<TraceSubject>().primaryKey(),
    forgottenAt: kit.at().notNull(),
  });

  return { consents, erasures, tombstones };
}

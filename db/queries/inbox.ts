import type { InboxId } from '../../core/ids.ts';
import type { InboxEntry, InboxWrites } from '../../core/ports/inbox.ts';
import { desc, sql } from '../drizzle.ts';
import type { Handle } from '../handle.ts';
import { query } from '../query.ts';
import { queryMany, runMany } from '../query-many.ts';
import type { Values } from '../query.ts';
import { insertRows } from './rows.ts';

const addEntries = queryMany<InboxEntry, { id: InboxId }>(({ db, tables: { inbox } }, rows) =>
  insertRows(db, inbox, rows)
    .onConflictDoNothing({ target: [inbox.platform, inbox.updateId] })
    .returning({ id: inbox.id }),
);

const failedEntries = query(({ db, tables: { inbox } }, given: Values<{ limit: number }>) =>
  db
    .select()
    .from(inbox)
    .where(sql`${inbox.state} = 'failed'`)
    .orderBy(desc(inbox.receivedAt))
    .limit(given.limit),
);

/** Every update as it came in, once. */
export class SqlInbox implements InboxWrites {
  readonly #handle: Handle;

  constructor(handle: Handle) {
    this.#handle = handle;
  }

  async add(entries: readonly InboxEntry[]): Promise<ReadonlySet<InboxId>> {
    const added = await runMany(this.#handle, addEntries, entries);
    return new Set(added.map(({ id }) => id));
  }

  failed(limit: number): Promise<InboxEntry[]> {
    return this.#handle.run(failedEntries, { limit });
  }
}

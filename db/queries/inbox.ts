import type { InboxEntry, InboxWrites } from '../../core/ports/inbox.ts';
import { desc, sql } from '../drizzle.ts';
import type { Handle } from '../handle.ts';
import { query } from '../query.ts';
import type { Changed, Values } from '../query.ts';
import { insertRow } from './rows.ts';

const addEntry = query<InboxEntry, Changed>(({ db, tables: { inbox } }) =>
  insertRow(db, inbox).onConflictDoNothing({ target: [inbox.platform, inbox.updateId] }),
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

  async add(entry: InboxEntry): Promise<boolean> {
    const { changed } = await this.#handle.run(addEntry, entry);
    return changed === 1;
  }

  failed(limit: number): Promise<InboxEntry[]> {
    return this.#handle.run(failedEntries, { limit });
  }
}

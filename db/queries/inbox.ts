import type { InboxId } from '../../core/ids.ts';
import type { InboxEntry, InboxWrites } from '../../core/ports/inbox.ts';
import type { Sealing } from '../../core/ports/sealing.ts';
import { desc, eq, sql } from '../drizzle.ts';
import type { Handle } from '../handle.ts';
import { query } from '../query.ts';
import { queryMany, runMany } from '../query-many.ts';
import type { Values } from '../query.ts';
import type { Tables } from '../schema.ts';
import { openedJson, sealedJson } from '../sealed-json.ts';
import type { SealedJson } from '../sealed-json.ts';
import { insertRows } from './rows.ts';

type InboxRow = Tables['inbox']['$inferSelect'];

const addEntries = queryMany<InboxRow, { id: InboxId }>(({ db, tables: { inbox } }, rows) =>
  insertRows(db, inbox, rows)
    .onConflictDoNothing({ target: [inbox.platform, inbox.updateId] })
    .returning({ id: inbox.id }),
);

const sealEntry = query(({ db, tables: { inbox } }, given: Values<{ id: InboxId; inbound: SealedJson }>) =>
  db.update(inbox).set({ inbound: given.inbound }).where(eq(inbox.id, given.id)),
);

const failedEntries = query(({ db, tables: { inbox } }, given: Values<{ limit: number }>) =>
  db
    .select()
    .from(inbox)
    .where(sql`${inbox.state} = 'failed'`)
    .orderBy(desc(inbox.receivedAt))
    .limit(given.limit),
);

/** Every update as it came in, once. What failed is sealed: nobody knows what was in it. */
export class SqlInbox implements InboxWrites {
  readonly #handle: Handle;
  readonly #sealing: Sealing;

  constructor(handle: Handle, sealing: Sealing) {
    this.#handle = handle;
    this.#sealing = sealing;
  }

  async add(entries: readonly InboxEntry[]): Promise<ReadonlySet<InboxId>> {
    const rows = entries.map((entry) =>
      this.#sealedAtOnce(entry) ? { ...entry, inbound: this.#sealed(entry) } : entry,
    );
    const added = await runMany(this.#handle, addEntries, rows);
    return new Set(added.map(({ id }) => id));
  }

  async seal(entry: InboxEntry): Promise<void> {
    if (this.#sealedAtOnce(entry)) return;
    await this.#handle.run(sealEntry, { id: entry.id, inbound: this.#sealed(entry) });
  }

  async failed(limit: number): Promise<InboxEntry[]> {
    const rows = await this.#handle.run(failedEntries, { limit });
    return rows.map((row) => ({ ...row, inbound: openedJson(row.inbound, aboutUpdate(row), this.#sealing) }));
  }

  /**
   * PostgreSQL keeps what is overwritten, in its log and until the next vacuum, so there nothing that is said in a direct chat is
   * ever stored readable. SQLite wipes it, and so is spared the work for every message that is not private.
   */
  #sealedAtOnce({ state, inbound }: InboxEntry): boolean {
    return state === 'failed' || (this.#handle.engine === 'postgres' && inbound.room.kind === 'direct');
  }

  #sealed(entry: InboxEntry): SealedJson {
    return sealedJson(entry.inbound, aboutUpdate(entry), this.#sealing);
  }
}

/** To which row a sealed update belongs. */
export function aboutUpdate({ id }: { id: string }): string {
  return `inbox:${id}`;
}

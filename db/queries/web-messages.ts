import type { WebMessage, WebMessageWrites } from '../../core/ports/web-messages.ts';
import { desc, eq } from '../drizzle.ts';
import type { Handle } from '../handle.ts';
import { query } from '../query.ts';
import type { Changed, Values } from '../query.ts';
import { first, upsertRow } from './rows.ts';

const newestOfRoom = query(({ db, tables: { webMessages } }, given: Values<{ room: string; limit: number }>) =>
  db
    .select()
    .from(webMessages)
    .where(eq(webMessages.room, given.room))
    .orderBy(desc(webMessages.id))
    .limit(given.limit),
);

const messageById = query(({ db, tables: { webMessages } }, given: Values<{ id: string }>) =>
  db.select().from(webMessages).where(eq(webMessages.id, given.id)),
);

const putMessage = query<WebMessage, Changed>(({ db, tables: { webMessages } }) =>
  upsertRow(db, webMessages, webMessages.id),
);

const clearMessages = query(({ db, tables: { webMessages } }) => db.delete(webMessages));

/** What stands in the rooms of the web chat. */
export class SqlWebMessages implements WebMessageWrites {
  readonly #handle: Handle;

  constructor(handle: Handle) {
    this.#handle = handle;
  }

  async of(rooms: readonly string[], limit: number): Promise<WebMessage[]> {
    const newest = await Promise.all(rooms.map((room) => this.#handle.run(newestOfRoom, { room, limit })));
    return newest.flat().sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async byId(id: string): Promise<WebMessage | null> {
    return first(await this.#handle.run(messageById, { id }));
  }

  async put(message: WebMessage): Promise<void> {
    await this.#handle.run(putMessage, message);
  }

  async clear(): Promise<void> {
    await this.#handle.run(clearMessages, {});
  }
}

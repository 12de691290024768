import type { Sealing } from '../../core/ports/sealing.ts';
import type { WebMessage, WebMessageWrites } from '../../core/ports/web-messages.ts';
import { desc, eq } from '../drizzle.ts';
import type { Handle } from '../handle.ts';
import { query } from '../query.ts';
import type { Changed, Values } from '../query.ts';
import type { Tables } from '../schema.ts';
import { openedJson, sealedJson } from '../sealed-json.ts';
import { first, upsertRow } from './rows.ts';

type WebMessageRow = Tables['webMessages']['$inferSelect'];

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

const putMessage = query<WebMessageRow, Changed>(({ db, tables: { webMessages } }) =>
  upsertRow(db, webMessages, webMessages.id),
);

const clearMessages = query(({ db, tables: { webMessages } }) => db.delete(webMessages));

/** What stands in the rooms of the web chat, sealed: it shows as well what people say in private, and what they are answered. */
export class SqlWebMessages implements WebMessageWrites {
  readonly #handle: Handle;
  readonly #sealing: Sealing;

  constructor(handle: Handle, sealing: Sealing) {
    this.#handle = handle;
    this.#sealing = sealing;
  }

  async of(rooms: readonly string[], limit: number): Promise<WebMessage[]> {
    const newest = await Promise.all(rooms.map((room) => this.#handle.run(newestOfRoom, { room, limit })));
    const messages = newest.flat().map((row) => this.#opened(row));
    return messages.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async byId(id: string): Promise<WebMessage | null> {
    const row = first(await this.#handle.run(messageById, { id }));
    return row && this.#opened(row);
  }

  async put(message: WebMessage): Promise<void> {
    const content = sealedJson(message.content, aboutWebMessage(message), this.#sealing);
    await this.#handle.run(putMessage, { ...message, content });
  }

  async clear(): Promise<void> {
    await this.#handle.run(clearMessages, {});
  }

  /** Those of earlier versions are not sealed. */
  #opened(row: WebMessageRow): WebMessage {
    return { ...row, content: openedJson(row.content, aboutWebMessage(row), this.#sealing) };
  }
}

/** To which row sealed content belongs. */
export function aboutWebMessage({ id }: { id: string }): string {
  return `web_messages:${id}`;
}

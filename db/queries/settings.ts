import type { SettingWrites } from '../../core/ports/settings.ts';
import { eq, sql } from '../drizzle.ts';
import type { Handle } from '../handle.ts';
import { query } from '../query.ts';
import type { Changed, Values } from '../query.ts';
import { first, upsertRow } from './rows.ts';

const valueOf = query(({ db, tables: { settings } }, given: Values<{ key: string }>) =>
  db.select({ value: settings.value }).from(settings).where(eq(settings.key, given.key)),
);

const putValue = query<{ key: string; value: unknown }, Changed>(({ db, tables: { settings } }) =>
  upsertRow(db, settings, settings.key),
);

const takeNumbers = query(({ db, tables: { counters } }, given: Values<{ name: string; by: number }>) =>
  db
    .insert(counters)
    .values({ name: given.name, next: given.by })
    .onConflictDoUpdate({ target: counters.name, set: { next: sql`${counters.next} + excluded.next` } })
    .returning({ next: counters.next }),
);

/** Small facts of the zone, and its counters. */
export class SqlSettings implements SettingWrites {
  readonly #handle: Handle;

  constructor(handle: Handle) {
    this.#handle = handle;
  }

  async get(key: string): Promise<unknown> {
    return first(await this.#handle.run(valueOf, { key }))?.value ?? null;
  }

  async put(key: string, value: unknown): Promise<void> {
    await this.#handle.run(putValue, { key, value });
  }

  async take(counter: string, by: number): Promise<number> {
    const [row] = await this.#handle.run(takeNumbers, { name: counter, by });
    if (!row) throw new Error(`Counter ${counter} did not answer`);
    return row.next - by;
  }
}

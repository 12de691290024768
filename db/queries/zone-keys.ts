import { eq } from '../drizzle.ts';
import type { Handle } from '../handle.ts';
import { query } from '../query.ts';
import type { Changed, Values } from '../query.ts';
import { first, insertRow, upsertRow } from './rows.ts';

/** Under which setting it is kept. */
const name = 'data.keys';

/** The row's own name, to which its secret is sealed. */
export const aboutZoneKeys = 'settings:data.keys';

/** What a zone remembers of its keys. */
export interface ZoneKeys {
  /** Ids of every key that something may still be sealed with. */
  ids: readonly string[];
  /** The secret of its fingerprints, sealed. */
  secret: string;
}

const lockedKeys = query(({ db, dialect, tables: { settings } }, given: Values<{ key: string }>) =>
  dialect.locked(db.select({ value: settings.value }).from(settings).where(eq(settings.key, given.key))),
);

const keysValue = query(({ db, tables: { settings } }, given: Values<{ key: string }>) =>
  db.select({ value: settings.value }).from(settings).where(eq(settings.key, given.key)),
);

const addKeys = query<{ key: string; value: unknown }, Changed>(({ db, tables: { settings } }) =>
  insertRow(db, settings).onConflictDoNothing({ target: settings.key }),
);

const putKeys = query<{ key: string; value: unknown }, Changed>(({ db, tables: { settings } }) =>
  upsertRow(db, settings, settings.key),
);

/** What the zone remembers; null: nothing was ever sealed. */
export async function readZoneKeys(handle: Handle): Promise<ZoneKeys | null> {
  return (first(await handle.run(keysValue, { key: name }))?.value ?? null) as ZoneKeys | null;
}

/** As `readZoneKeys`, and nobody else changes it until the end of the transaction. */
export async function lockZoneKeys(handle: Handle): Promise<ZoneKeys | null> {
  return (first(await handle.run(lockedKeys, { key: name }))?.value ?? null) as ZoneKeys | null;
}

/** Remembers them unless another instance has been quicker; answers what stands. */
export async function beginZoneKeys(handle: Handle, keys: ZoneKeys): Promise<ZoneKeys> {
  await handle.run(addKeys, { key: name, value: keys });
  return (await lockZoneKeys(handle)) ?? keys;
}

export async function putZoneKeys(handle: Handle, keys: ZoneKeys): Promise<void> {
  await handle.run(putKeys, { key: name, value: keys });
}

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../core/ports/store.ts';
import { openStore } from '../db/open-store.ts';

/** Opens a new database in the system's temporary folder for as long as `use` runs; nothing of it stays. */
export async function withTemporaryStore<Result>(
  use: (store: Store) => Promise<Result>,
  onError: (error: unknown) => void,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'qunfang-drill-'));
  try {
    const store = await openStore(`file:${join(folder, 'drill.db')}`, { keys: [randomBytes(32)], onError });
    try {
      return await use(store);
    } finally {
      await store.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

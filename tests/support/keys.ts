import type { Sealing } from '../../core/ports/sealing.ts';
import { Keyring, ZoneSealing } from '../../db/sealing.ts';

/** The key of every test's database; a real one is drawn at random. */
export const testKeys: readonly Uint8Array[] = [new Uint8Array(32).fill(7)];

/** For queries that run without a store. */
export const testSealing: Sealing = new ZoneSealing(new Keyring(testKeys), Buffer.alloc(32, 8));

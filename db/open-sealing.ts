import { randomBytes } from 'node:crypto';
import type { Sealing } from '../core/ports/sealing.ts';
import type { Engine } from './engine.ts';
import type { Handle } from './handle.ts';
import { aboutZoneKeys, beginZoneKeys, lockZoneKeys, putZoneKeys, readZoneKeys } from './queries/zone-keys.ts';
import type { ZoneKeys } from './queries/zone-keys.ts';
import { ClosedSealing, Keyring, ZoneSealing } from './sealing.ts';

/** With what a zone's private content is sealed. */
export interface GivenKeys {
  /** 32 bytes each; the first seals, all open. May be empty where `makeKey` is there. */
  keys: readonly Uint8Array[];
  /** Asked for once, when there is no key and the zone was never sealed; what it answers is to be kept. */
  makeKey?: () => Uint8Array;
}

/**
 * The zone's sealing with these keys. A zone is sealed from its first start on: it remembers the ids of its keys, so that a
 * start with others stops instead of finding later that it can read nothing.
 * @throws Error with one line that names DATA_KEYS, when a key is missing that something may be sealed with
 */
export async function openSealing(engine: Engine, access: 'read' | 'write', given: GivenKeys): Promise<Sealing> {
  if (access === 'read') return sealingToRead(await readZoneKeys(engine.read), given.keys);
  return engine.transaction(async (handle) => {
    const known = await lockZoneKeys(handle);
    return known === null ? begin(handle, given) : goOn(handle, known, given.keys);
  });
}

async function begin(handle: Handle, { keys, makeKey }: GivenKeys): Promise<ZoneSealing> {
  const made = keys.length === 0 ? makeKey?.() : undefined;
  const ring = new Keyring(made === undefined ? keys : [made]);
  const secret = ring.seal(randomBytes(32).toString('base64url'), aboutZoneKeys);
  const standing = await beginZoneKeys(handle, { ids: [ring.firstId], secret });
  return goOn(handle, standing, made === undefined ? keys : [made]);
}

async function goOn(handle: Handle, known: ZoneKeys, keys: readonly Uint8Array[]): Promise<ZoneSealing> {
  const missing = whyNot(known, keys);
  if (missing !== null) throw new Error(missing);
  const ring = new Keyring(keys);
  if (!known.ids.includes(ring.firstId)) await putZoneKeys(handle, { ...known, ids: [...known.ids, ring.firstId] });
  return sealingOf(known, ring);
}

function sealingToRead(known: ZoneKeys | null, keys: readonly Uint8Array[]): Sealing {
  if (known === null)
    return new ClosedSealing('DATA_KEYS: this database was never sealed; start the program on it first');
  const missing = whyNot(known, keys);
  return missing === null ? sealingOf(known, new Keyring(keys)) : new ClosedSealing(missing);
}

function sealingOf(known: ZoneKeys, ring: Keyring): ZoneSealing {
  return new ZoneSealing(ring, Buffer.from(ring.open(known.secret, aboutZoneKeys), 'base64url'));
}

/** What is missing among the keys, as one line; null: nothing. */
function whyNot(known: ZoneKeys, keys: readonly Uint8Array[]): string | null {
  const ring = keys.length === 0 ? null : new Keyring(keys);
  const missing = known.ids.filter((id) => ring?.has(id) !== true);
  if (missing.length === 0) return null;
  return `DATA_KEYS: expected the keys that this database is sealed with; missing: ${missing.join(', ')}`;
}

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { zoneFileEn } from './bot/texts/zone-file-en.ts';
import { findingLine, loadZone } from './bot/zone/load-zone.ts';
import { ConfigError } from './config.ts';
import type { Clock } from './core/clock.ts';
import type { Ids } from './core/ids.ts';
import type { Reads, Store } from './core/ports/store.ts';
import type { ZoneProfile } from './core/zone/settle.ts';
import { lastImport } from './core/zone/stored.ts';
import { planImported } from './handlers/patrol/plan-imported.ts';
import { importZone } from './handlers/people/import-zone.ts';
import { storedZone, type StoredZone } from './handlers/people/zone-facts.ts';

/** The zone as handlers and pages use it. */
export interface RunningZone extends StoredZone {
  dutyPhones: ZoneProfile['dutyPhones'];
}

/** How many errors of a zone file a start shows. */
const shownErrors = 20;

/** Under this key the fingerprint of the demo zone's last import is kept: while it is the last import, the zone is the demo. */
const demoKey = 'zone.demo';

/** What a start works on. */
export interface ZoneStart {
  store: Store;
  clock: Clock;
  ids: Ids;
  /** The file of ZONE_FILE; null: the zone that is there, and the demo in a new database. */
  zoneFile: string | null;
  demoFile: string;
  /** Without planning shifts: a drill has none. */
  withoutShifts?: boolean;
}

/**
 * Brings the zone file into the database unless the same bytes were imported before, and gives the zone as it is now. Without
 * a file a zone that was imported stays as it is: the demo never takes its place. Plans the shifts of the days ahead.
 * @throws ConfigError naming ZONE_FILE with the line of each error, when the file cannot be read or is wrong
 */
export async function startZone(parts: ZoneStart): Promise<{ zone: RunningZone; isDemo: boolean }> {
  const { settings } = parts.store.read;
  const before = await lastImport(settings);
  const wasDemo = before !== null && (await settings.get(demoKey)) === before.fingerprint;
  const isDemo = parts.zoneFile === null && (before === null || wasDemo);
  const file = parts.zoneFile ?? (isDemo ? parts.demoFile : null);
  if (file !== null) await bringIn(parts, file, before?.fingerprint ?? '', isDemo);
  const { store, clock, ids } = parts;
  if (parts.withoutShifts !== true) await store.transaction((tx) => planImported({ tx, now: clock.now(), ids }));
  return { zone: await readZone(parts.store.read), isDemo };
}

async function bringIn(
  { store, clock, ids }: ZoneStart,
  file: string,
  fingerprintBefore: string,
  isDemo: boolean,
): Promise<void> {
  const bytes = await readZoneFile(file);
  const fingerprint = createHash('sha256').update(bytes).digest('hex');
  if (fingerprint === fingerprintBefore) return;
  const loaded = loadZone(bytes, clock.now(), zoneFileEn);
  if (!loaded.ok) {
    const lines = loaded.findings.map((finding) => findingLine(file, finding, zoneFileEn));
    throw new ConfigError(lines.slice(0, shownErrors).map((line) => `ZONE_FILE: ${line}`));
  }
  await store.transaction(async (tx) => {
    await importZone({ tx, now: clock.now(), ids }, loaded.zone, fingerprint, null);
    await tx.settings.put(demoKey, isDemo ? fingerprint : null);
  });
}

/** The zone as the last import left it. */
export async function readZone(read: Reads): Promise<RunningZone> {
  const zone = await storedZone(read);
  if (zone === null) throw new Error('The database holds no zone');
  return { ...zone, dutyPhones: zone.profile.dutyPhones };
}

async function readZoneFile(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new ConfigError([`ZONE_FILE: expected a file that can be read, not ${file}`], { cause: error });
  }
}

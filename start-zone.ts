import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { zoneFileEn } from './bot/texts/zone-file-en.ts';
import { findingLine, loadZone } from './bot/zone/load-zone.ts';
import { ConfigError } from './config.ts';
import type { Clock } from './core/clock.ts';
import type { Ids } from './core/ids.ts';
import type { Reads, Store } from './core/ports/store.ts';
import type { ZoneProfile } from './core/zone/settle.ts';
import { lastImport, storedProfile, storedTiming } from './core/zone/stored.ts';
import { importZone } from './handlers/people/import-zone.ts';
import type { ZoneFacts } from './handlers/work.ts';

/** The zone as handlers and pages use it. */
export interface RunningZone extends ZoneFacts {
  profile: ZoneProfile;
  dutyPhones: ZoneProfile['dutyPhones'];
}

/** How many errors of a zone file a start shows. */
const shownErrors = 20;

/**
 * Brings the zone file into the database unless the same bytes were imported before, and gives the zone as it is now.
 * @throws ConfigError naming ZONE_FILE with the line of each error, when the file cannot be read or is wrong
 */
export async function startZone(parts: { store: Store; clock: Clock; ids: Ids }, file: string): Promise<RunningZone> {
  const bytes = await readZoneFile(file);
  const fingerprint = createHash('sha256').update(bytes).digest('hex');
  const before = await lastImport(parts.store.read.settings);
  if (before?.fingerprint !== fingerprint) {
    const loaded = loadZone(bytes, parts.clock.now(), zoneFileEn);
    if (!loaded.ok) {
      const lines = loaded.findings.map((finding) => findingLine(file, finding, zoneFileEn));
      throw new ConfigError(lines.slice(0, shownErrors).map((line) => `ZONE_FILE: ${line}`));
    }
    await parts.store.transaction((tx) =>
      importZone({ tx, now: parts.clock.now(), ids: parts.ids }, loaded.zone, fingerprint, null),
    );
  }
  return readZone(parts.store.read);
}

/** The zone as the last import left it. */
export async function readZone(read: Reads): Promise<RunningZone> {
  const profile = await storedProfile(read.settings);
  if (profile === null) throw new Error('The database holds no zone');
  return {
    profile,
    name: profile.name,
    timeZone: profile.timeZone,
    dutyPhones: profile.dutyPhones,
    timing: await storedTiming(read.settings),
    places: await read.places.all(),
  };
}

async function readZoneFile(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new ConfigError([`ZONE_FILE: expected a file that can be read, not ${file}`], { cause: error });
  }
}

import { isDeepStrictEqual } from 'node:util';
import type { PersonId, PlaceId, PlanId } from '../../core/ids.ts';
import type { Place, Plan } from '../../core/people.ts';
import type { ZoneFile, ZonePlace, ZonePlan } from '../../core/zone/settle.ts';
import { lastImport, zoneKeys, zoneMemory, type LastImport, type ZoneMemory } from '../../core/zone/stored.ts';
import type { SectionSummary, ZoneSummary } from '../../core/zone/summary.ts';
import type { Work } from '../work.ts';
import { importPeople } from './import-people.ts';
import { byKey, importSection } from './import-section.ts';
import { importRooms, rememberRoom, roomKey } from './import-rooms.ts';
import { importTeams } from './import-teams.ts';

type Importing = Pick<Work, 'tx' | 'now' | 'ids'>;

/**
 * Makes a checked zone file the zone, in the transaction of `work`: all of it or nothing. The same file twice changes
 * nothing; what is no longer in the file becomes inactive.
 * @param fingerprint SHA-256 of the file's bytes, by which a start knows that it has imported this file before
 * @param actorId who did it, for the trace; null: the program's start or the command line
 */
export async function importZone(
  work: Importing,
  file: ZoneFile,
  fingerprint: string,
  actorId: PersonId | null,
): Promise<ZoneSummary> {
  const { settings } = work.tx;
  const memory = await zoneMemory(settings);
  const isFirst = (await lastImport(settings)) === null;
  const summary: ZoneSummary = {
    profileChanged: await importProfile(work, file),
    people: await importPeople(work, file.people, memory),
    teams: await importTeams(work, file.teams),
    rooms: await importRooms(work, file.rooms, memory),
    places: await importPlaces(work, file.places, isFirst),
    plans: await importPlans(work, file.plans),
  };
  await settings.put(zoneKeys.memory, remember(file));
  await settings.put(zoneKeys.import, { fingerprint, at: work.now } satisfies LastImport);
  await work.tx.trace.append({
    subject: 'zone',
    what: 'zone_imported',
    actorId,
    at: work.now,
    data: { fingerprint, ...counts(summary) },
  });
  return summary;
}

async function importProfile({ tx }: Importing, file: ZoneFile): Promise<boolean> {
  const sections = [
    [zoneKeys.profile, file.profile],
    [zoneKeys.timing, file.timing],
    [zoneKeys.hazards, file.hazards],
    [zoneKeys.patrols, file.patrols],
    [zoneKeys.privateMatters, file.privateMatters],
  ] as const;
  let changed = false;
  for (const [key, value] of sections) {
    if (isDeepStrictEqual(await tx.settings.get(key), value)) continue;
    await tx.settings.put(key, value);
    changed = true;
  }
  return changed;
}

async function importPlaces(work: Importing, rows: readonly ZonePlace[], isFirst: boolean): Promise<SectionSummary> {
  const stored = byKey(await work.tx.places.all(), (place) => place.code);
  // Those that an earlier file retired are not in the list; before the first file there are none.
  for (const { code } of isFirst ? [] : rows) {
    const retired = stored.has(code) ? null : await work.tx.places.byCode(code);
    if (retired !== null) stored.set(code, retired);
  }
  return importSection<ZonePlace, Place>({
    rows,
    keyOf: (row) => row.code,
    stored,
    merge: (row, known) => ({ id: known?.id ?? work.ids.next<PlaceId>(work.now), ...row, active: true }),
    put: (place) => work.tx.places.put(place),
  });
}

async function importPlans(work: Importing, rows: readonly ZonePlan[]): Promise<SectionSummary> {
  return importSection<ZonePlan, Plan>({
    rows,
    keyOf: (row) => row.code,
    stored: byKey(await work.tx.places.plans(), (plan) => plan.code),
    merge: (row, known) => ({ id: known?.id ?? work.ids.next<PlanId>(work.now), ...row, active: true }),
    put: (plan) => work.tx.places.putPlan(plan),
  });
}

function remember(file: ZoneFile): ZoneMemory {
  return {
    people: Object.fromEntries(
      file.people.map(({ callSign, language, duty, identities }) => [callSign, { language, duty, identities }]),
    ),
    rooms: Object.fromEntries(file.rooms.map((room) => [roomKey(room), rememberRoom(room)])),
  };
}

/** How many of each, for the trace. */
function counts(summary: ZoneSummary): Record<string, Record<string, number>> {
  const sections = ['people', 'teams', 'rooms', 'places', 'plans'] as const;
  return Object.fromEntries(
    sections.map((name) => {
      const { added, changed, retired, unchanged } = summary[name];
      return [name, { added: added.length, changed: changed.length, retired: retired.length, unchanged }];
    }),
  );
}

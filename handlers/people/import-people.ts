import type { IdentityId, PersonId, RoomId } from '../../core/ids.ts';
import type { Language, Platform } from '../../core/message.ts';
import type { Identity, Person } from '../../core/people.ts';
import type { ZonePerson } from '../../core/zone/settle.ts';
import type { RememberedPerson, ZoneMemory } from '../../core/zone/stored.ts';
import type { SectionSummary } from '../../core/zone/summary.ts';
import { releaseOwner } from '../hazard/replace-owner.ts';
import { releaseLeaver } from '../matter/give-back.ts';
import type { Work } from '../work.ts';
import { byKey, importSection } from './import-section.ts';

type Importing = Pick<Work, 'tx' | 'now' | 'ids'>;

/** The file's word where it is new, else what is stored: people change these in chat. */
function latest<Value>(file: Value, remembered: Value | undefined, stored: Value): Value {
  return file === remembered ? stored : file;
}

/** Imports people and their identities, matched by call sign. */
export async function importPeople(
  work: Importing,
  rows: readonly ZonePerson[],
  memory: ZoneMemory,
): Promise<SectionSummary> {
  const stored = byKey(await work.tx.people.all(), (person) => person.callSign);
  const people = new Map<string, Person>();
  const summary = await importSection<ZonePerson, Person>({
    rows,
    keyOf: (row) => row.callSign,
    stored,
    merge: (row, known) => {
      const person = mergePerson(work, row, known, memory.people[row.callSign]);
      people.set(row.callSign, person);
      return person;
    },
    put: (person) => work.tx.people.put(person),
  });
  for (const callSign of summary.retired) {
    const gone = stored.get(callSign);
    if (gone === undefined) continue;
    await releaseLeaver(work, gone.id);
    await releaseOwner(work, gone.id);
  }
  const fresh = new Set(summary.added);
  for (const row of rows) {
    const person = people.get(row.callSign);
    if (person === undefined) continue;
    const changed = await importIdentities(work, row, person, memory.people[row.callSign]);
    if (changed && !fresh.has(row.callSign)) noteChange(summary, row.callSign);
  }
  return summary;
}

function noteChange(summary: SectionSummary, key: string): void {
  if (summary.changed.includes(key)) return;
  summary.changed.push(key);
  summary.unchanged -= 1;
}

function mergePerson(
  work: Importing,
  row: ZonePerson,
  known: Person | null,
  remembered: RememberedPerson | undefined,
): Person {
  return {
    id: known?.id ?? work.ids.next<PersonId>(work.now),
    callSign: row.callSign,
    name: row.name,
    phone: row.phone,
    language: latest(row.language, remembered?.language, known?.language ?? row.language),
    roles: row.roles,
    duty: latest(row.duty, remembered?.duty, known?.duty ?? row.duty),
    certificates: row.certificates,
    base: row.base,
    ...(row.gender === undefined ? {} : { gender: row.gender }),
    active: true,
  };
}

/** True when something changed. An identity that the file has named before stays as people have bound it since. */
async function importIdentities(
  work: Importing,
  row: ZonePerson,
  person: Person,
  remembered: RememberedPerson | undefined,
): Promise<boolean> {
  const named = new Set<Platform>([...platformsOf(row.identities), ...platformsOf(remembered?.identities ?? {})]);
  let changed = false;
  for (const platform of named) {
    const wanted = row.identities[platform];
    const before = remembered?.identities[platform];
    if (wanted === before) continue;
    changed = (await replaceIdentity(work, person, platform, wanted, before)) || changed;
  }
  return changed;
}

const platformsOf = (ids: ZonePerson['identities']): Platform[] => Object.keys(ids) as Platform[];

/** Makes `wanted` the person's identity on a platform; without one, takes away the one that the last file named. */
async function replaceIdentity(
  work: Importing,
  person: Person,
  platform: Platform,
  wanted: string | undefined,
  before: string | undefined,
): Promise<boolean> {
  const own = (await work.tx.people.identitiesOf(person.id)).filter(
    (identity) => identity.platform === platform && identity.state !== 'replaced',
  );
  if (wanted !== undefined && own.some(({ externalId }) => externalId === wanted)) return false;
  const leaving = wanted === undefined ? own.filter(({ externalId }) => externalId === before) : own;
  for (const identity of leaving) await work.tx.people.setIdentityState(identity.id, 'replaced');
  if (wanted !== undefined) await giveIdentity(work, person, platform, wanted);
  return wanted !== undefined || leaving.length > 0;
}

/** Whoever the platform knows by this id until now, such as a resident without a call sign, is this person from now on. */
async function giveIdentity(work: Importing, person: Person, platform: Platform, externalId: string): Promise<void> {
  const known = await work.tx.people.bySender(platform, externalId);
  const identity: Identity = {
    id: known?.identity.id ?? work.ids.next<IdentityId>(work.now),
    personId: person.id,
    platform,
    externalId,
    roomId: known?.identity.roomId ?? (await directRoom(work, platform, externalId, person.language)),
    state: known?.identity.state ?? 'open',
  };
  await work.tx.people.putIdentity(identity);
}

/** The direct room with somebody, made when nobody has written there yet, so that the bot can write first. */
async function directRoom(work: Importing, platform: Platform, personId: string, language: Language): Promise<RoomId> {
  // Telegram and WeChat name a direct chat as they name the person; the web chat has names of its own for rooms.
  const externalId = platform === 'web' ? `direct:${personId}` : personId;
  const known = await work.tx.rooms.byExternal(platform, externalId);
  if (known !== null) return known.id;
  const id = work.ids.next<RoomId>(work.now);
  await work.tx.rooms.put({
    id,
    platform,
    externalId,
    kind: 'direct',
    purpose: 'direct',
    title: '',
    language,
    teamId: null,
    state: 'open',
  });
  return id;
}

import type { HazardKind } from '../core/catalogue.ts';
import { hazardKinds } from '../core/catalogue.ts';
import { kmFromZone } from '../core/far-from-zone.ts';
import { findPlace } from '../core/find-place.ts';
import type { Hazard, HazardDoor } from '../core/hazard.ts';
import type { IdentityId, PersonId } from '../core/ids.ts';
import type { Incident } from '../core/incident.ts';
import type { Language, Position } from '../core/message.ts';
import type { Person, Place } from '../core/people.ts';
import type { Reading } from '../core/reading/reading.ts';
import { incidentKindsOf, readWords } from '../core/reading/words-alone.ts';
import { registerHazard } from '../handlers/hazard/register-hazard.ts';
import { reportEmergency } from '../handlers/incident/report-emergency.ts';
import { settleFile } from '../handlers/incident/settle-file.ts';
import { showIncident } from '../handlers/incident/show-incident.ts';
import type { Work } from '../handlers/work.ts';
import { traceIncident } from '../handlers/work.ts';
import { addToReport } from './hazard-more.ts';
import { addPhotos, waitingPhotos, type FormPhoto } from './hazard-photos.ts';

/** What somebody told by a form or by an API. */
export interface FormTold {
  /** The form's own name: the same form twice is one report. Null for an API. */
  token: string | null;
  via: Extract<HazardDoor, 'place_code' | 'form' | 'api'>;
  language: Language;
  /** What its teller is called, for the officer. */
  name: string;
  place: Place | null;
  placeWords: string;
  /** What was chosen; the words are read besides. */
  kinds: readonly HazardKind[];
  words: string;
  position: Position | null;
  people: number | null;
  anonymous: boolean;
  phone: string;
}

/** What became of it. `again`: this form had been sent before. */
export type FormTaken =
  | { kind: 'hazard'; hazard: Hazard; person: Person | null; joined: boolean; again: boolean; photos: number }
  | { kind: 'emergency'; incident: Pick<Incident, 'number' | 'state'> | null; again: boolean; photos: number };

/** As for words in a chat (bot/route-emergency.ts): below this they are not taken for an emergency. */
const sureEnough = 0.5;

/** Whether words are taken for an emergency at once, whatever form they came by. */
export function readsLikeEmergency(reading: Reading): boolean {
  return reading.intent === 'emergency' && reading.confidence >= sureEnough;
}

/**
 * How many kilometres off the zone a report would be, where nothing but a position says where; null: it can be found. An emergency
 * is never held up by it.
 */
export function kmAstray(
  told: Pick<FormTold, 'place' | 'placeWords' | 'position' | 'words'>,
  places: readonly Place[],
): number | null {
  if (told.place !== null || told.placeWords !== '' || told.position === null) return null;
  const km = kmFromZone(places, told.position);
  return km === null || readsLikeEmergency(readWords(told.words)) ? null : km;
}

/** Takes a whole report that came by a form or an API: an emergency goes to the officer at once, all else is registered. */
export async function takeForm(work: Work, told: FormTold, photos: readonly FormPhoto[]): Promise<FormTaken> {
  const known = told.token === null ? null : await work.tx.people.bySender('web', senderOf(told.token));
  if (known !== null) return takeAgain(work, told, known.person, photos);
  const person = told.token === null ? null : await newTeller(work, told, told.token);
  const reading = readWords(told.words);
  return readsLikeEmergency(reading)
    ? takeEmergency(work, { told, person, photos, reading })
    : register(work, { told, person, photos, reading });
}

interface Taking {
  told: FormTold;
  person: Person | null;
  photos: readonly FormPhoto[];
  reading: Reading;
}

function senderOf(token: string): string {
  return `form:${token}`;
}

/** Whoever tells by a form is somebody whom we cannot write to, known by the form alone. */
async function newTeller(work: Work, told: FormTold, token: string): Promise<Person> {
  const person: Person = {
    id: work.ids.next<PersonId>(work.now),
    callSign: null,
    name: told.name,
    phone: told.anonymous ? '' : told.phone,
    language: told.language,
    roles: ['resident'],
    duty: 'off',
    certificates: [],
    base: null,
    active: true,
  };
  await work.tx.people.put(person);
  await work.tx.people.putIdentity({
    id: work.ids.next<IdentityId>(work.now),
    personId: person.id,
    platform: 'web',
    externalId: senderOf(token),
    roomId: null,
    state: 'open',
  });
  return person;
}

async function register(work: Work, { told, person, photos, reading }: Taking): Promise<FormTaken> {
  const { fields } = reading;
  const place = told.place ?? placeOf(work, told, reading);
  const kinds = kindsOf(told.kinds, reading);
  const earlier = told.token === null ? [] : await waitingPhotos(work, told.token);
  const added = await addPhotos(work, photos, {
    personId: told.anonymous ? null : (person?.id ?? null),
    messageId: told.token ?? '',
    incidentId: null,
    known: earlier,
  });
  const files = [...earlier, ...added];
  const { hazard, joined } = await registerHazard(work, {
    person,
    roomId: null,
    messageId: told.token,
    via: told.via,
    kinds,
    words: told.words,
    placeWords: told.placeWords === '' ? (fields.place ?? '') : told.placeWords,
    placeId: place?.id ?? null,
    position: told.position,
    severity: fields.severity === 'urgent' ? 'urgent' : 'ordinary',
    people: told.people ?? fields.people ?? null,
    anonymous: told.anonymous,
    fileIds: files.map(({ id }) => id),
  });
  return { kind: 'hazard', hazard, person, joined, again: false, photos: files.length };
}

function placeOf(work: Work, told: FormTold, { fields }: Reading): Place | null {
  return findPlace(work.zone.places, {
    text: `${told.placeWords} ${fields.place ?? ''}`,
    code: fields.placeCode ?? told.placeWords.trim(),
  });
}

const codes: ReadonlySet<string> = new Set(hazardKinds.map(({ code }) => code));

/** What was chosen and what the words say besides; "other" only where nothing else is known. */
function kindsOf(chosen: readonly HazardKind[], { fields }: Reading): HazardKind[] {
  const read = (fields.kinds ?? []).filter((code): code is HazardKind => codes.has(code));
  const kinds = [...new Set([...chosen, ...read])].filter((code) => code !== 'other');
  return kinds.length === 0 ? ['other'] : kinds;
}

async function takeEmergency(work: Work, { told, person, photos, reading }: Taking): Promise<FormTaken> {
  const { fields } = reading;
  const incident = await reportEmergency(work, {
    person,
    room: null,
    messageId: null,
    words: told.words,
    kinds: incidentKindsOf(reading),
    placeWords: told.place?.name ?? (told.placeWords === '' ? (fields.place ?? '') : told.placeWords),
    ...codeOf(told, reading),
    position: told.position,
    people: told.people ?? fields.people ?? null,
    drill: false,
  });
  const added = await addToIncident(work, incident, { told, person, photos });
  return { kind: 'emergency', incident, again: false, photos: added };
}

function codeOf({ place }: FormTold, { fields }: Reading): { placeCode?: string } {
  const code = place?.code ?? fields.placeCode;
  return code === undefined ? {} : { placeCode: code };
}

async function addToIncident(
  work: Work,
  incident: Incident,
  { told, person, photos }: Omit<Taking, 'reading'>,
): Promise<number> {
  const earlier = told.token === null ? [] : await waitingPhotos(work, told.token);
  const added = await addPhotos(work, photos, {
    personId: person?.id ?? null,
    messageId: told.token ?? '',
    incidentId: incident.id,
    known: [...earlier, ...(await work.tx.files.ofIncident(incident.id))],
  });
  const files = [...earlier.map((file) => ({ ...file, incidentId: incident.id })), ...added];
  for (const file of files) {
    await work.tx.files.put(file);
    await traceIncident(work, incident, 'photo', person?.id ?? null, { file: file.id });
    await settleFile(work, file);
  }
  if (files.length > 0) await showIncident(work, incident);
  return files.length;
}

/** The same form once more: nothing is registered twice, and what is new in it is not lost. */
async function takeAgain(work: Work, told: FormTold, person: Person, photos: readonly FormPhoto[]): Promise<FormTaken> {
  const [found] = await work.tx.hazards.ofReporter(person.id, 0, 1);
  if (found !== undefined) {
    const words = found.report.words.includes(told.words) ? '' : told.words;
    const added = await addToReport(work, found, { person, words, photos });
    return { kind: 'hazard', hazard: found.hazard, person, joined: false, again: true, photos: added };
  }
  if (person.phone === '' && told.phone !== '' && !told.anonymous) {
    await work.tx.people.put({ ...person, phone: told.phone });
  }
  const incident = await runningIncidentOf(work, person);
  const added = incident === null ? 0 : await addToIncident(work, incident, { told, person, photos });
  return { kind: 'emergency', incident, again: true, photos: added };
}

/** The running incident that this person told of, first or as one of several. */
async function runningIncidentOf(work: Work, person: Person): Promise<Incident | null> {
  for (const incident of await work.tx.incidents.running()) {
    const reports = await work.tx.incidents.reports(incident.id);
    if (reports.some(({ personId }) => personId === person.id)) return incident;
  }
  return null;
}

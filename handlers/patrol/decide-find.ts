import { findSubject, type Find } from '../../core/check-in.ts';
import type { FileId, FindId } from '../../core/ids.ts';
import type { PatrolResult, Refusal } from '../../core/tap-result.ts';
import type { PatrolVerb } from '../../core/patrol-verb.ts';
import type { Person } from '../../core/people.ts';
import { mayOnShift, shiftStandings } from '../../core/shift-permission.ts';
import { registerHazard } from '../hazard/register-hazard.ts';
import { reportEmergency } from '../incident/report-emergency.ts';
import { showPhoto } from '../incident/show-photo.ts';
import { traceIncident, traceShift, type Work } from '../work.ts';
import { patrolRules } from './rules.ts';
import { mayInShift } from './may-in-shift.ts';
import { showFind } from './take-find.ts';

/** Does what a button of a find asks for, whoever sent it: right and state are looked up anew. */
export async function takeFindTap(
  work: Work,
  find: Find,
  person: Person,
  verb: PatrolVerb,
): Promise<PatrolResult | Refusal> {
  if (!(await mayDecideFind(work, find, person, verb))) return { kind: 'not_allowed' };
  if (find.shiftId !== null) await work.tx.shifts.lock(find.shiftId);
  return decideFind(work, find.id, person, verb);
}

/** Whether this person may say what becomes of a find by this verb. */
export async function mayDecideFind(work: Work, find: Find, person: Person, verb: PatrolVerb): Promise<boolean> {
  const view = find.shiftId === null ? null : await work.tx.shifts.view(find.shiftId);
  if (view !== null) return mayInShift(work, view, person, verb);
  return mayOnShift(shiftStandings(person, [], [], patrolRules(work).policeContacts), verb);
}

/** What becomes of something that a patrol came across, decided once. */
async function decideFind(work: Work, id: FindId, person: Person, verb: PatrolVerb): Promise<PatrolResult | Refusal> {
  const find = await work.tx.shifts.find(id);
  if (find === null) return { kind: 'stale' };
  if (find.state !== 'told') {
    const by = find.decidedById === null ? null : await work.tx.people.byId(find.decidedById);
    return { kind: 'shift_already', by: by?.name ?? '' };
  }
  switch (verb) {
    case 'find_incident':
      return end(work, find, person, { state: 'incident', incidentId: await toIncident(work, find) });
    case 'find_hazard':
      return end(work, find, person, { state: 'hazard', hazardId: await toHazard(work, find, person) });
    case 'find_passed_on':
      return end(work, find, person, { state: 'passed_on' });
    case 'find_noted':
      return end(work, find, person, { state: 'noted' });
    default:
      return { kind: 'not_allowed' };
  }
}

type Decided = Exclude<Find['state'], 'told'>;

async function end(
  work: Work,
  find: Find,
  person: Person,
  became: { state: Decided } & Partial<Pick<Find, 'incidentId' | 'hazardId'>>,
): Promise<PatrolResult> {
  const decided: Find = { ...find, ...became, decidedById: person.id, decidedAt: work.now };
  await work.tx.shifts.putFind(decided);
  const { shiftId, state, incidentId, hazardId } = decided;
  if (shiftId !== null) {
    const data = { find: find.id, state, incidentId, hazardId };
    await traceShift(work, { id: shiftId }, 'find_decided', person.id, data);
  }
  await showFind(work, decided);
  return { kind: 'find_decided', state: became.state };
}

/** It becomes an incident as if somebody had reported it: the officer still confirms it and says what kind. */
async function toIncident(work: Work, find: Find): Promise<Find['incidentId']> {
  const teller = await work.tx.people.byId(find.personId);
  const room = await work.tx.rooms.byId(find.roomId);
  const code = work.zone.places.find(({ id }) => id === find.placeId)?.code;
  const incident = await reportEmergency(work, {
    person: teller,
    room,
    messageId: find.messageId,
    words: find.words,
    kinds: ['violence'],
    placeWords: '',
    ...(code === undefined ? {} : { placeCode: code }),
    position: find.position,
    people: null,
    drill: false,
  });
  for (const id of await freeFiles(work, find)) {
    const file = await work.tx.files.lock(id);
    if (file === null) continue;
    const ours = { ...file, incidentId: incident.id };
    await work.tx.files.put(ours);
    await traceIncident(work, incident, 'photo', find.personId, { file: id });
    if (ours.state === 'stored') await showPhoto(work, ours);
  }
  return incident.id;
}

async function toHazard(work: Work, find: Find, person: Person): Promise<Find['hazardId']> {
  const teller = await work.tx.people.byId(find.personId);
  const { hazard } = await registerHazard(work, {
    person: teller ?? person,
    registeredBy: person,
    roomId: find.roomId,
    messageId: find.messageId,
    via: 'patrol',
    kinds: ['other'],
    words: find.words,
    placeWords: '',
    placeId: find.placeId,
    position: find.position,
    severity: 'ordinary',
    people: null,
    anonymous: false,
    fileIds: await freeFiles(work, find),
  });
  return hazard.id;
}

/** The pictures of a find become those of what it has become. */
async function freeFiles(work: Work, find: Find): Promise<FileId[]> {
  const files = await work.tx.files.ofSubject(findSubject(find));
  for (const { id } of files) {
    const file = await work.tx.files.lock(id);
    if (file !== null) await work.tx.files.put({ ...file, subject: null });
  }
  return files.map(({ id }) => id);
}

import { findPlace } from '../core/find-place.ts';
import type { HazardDraft } from '../core/hazard-draft.ts';
import type { IncidentId } from '../core/ids.ts';
import type { Incident } from '../core/incident.ts';
import type { Place } from '../core/people.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import { incidentKindsOf } from '../core/reading/words-alone.ts';
import { canBeAbout } from '../core/same-incident.ts';
import { isCrew } from '../core/shift-choice.ts';
import { addDetails } from '../handlers/incident/add-details.ts';
import { reportEmergency, type EmergencyTelling } from '../handlers/incident/report-emergency.ts';
import { tellFromScene } from '../handlers/incident/tell-command.ts';
import { endForEmergency, handPhotosOver } from '../handlers/hazard/hand-to-incident.ts';
import { tellHurt } from '../handlers/patrol/tell-hurt.ts';
import { isOfWalk } from './check-in-heard.ts';
import type { Heard } from './heard.ts';

/** Below this the words are not taken for an emergency; the reader puts ordinary talk under it. */
const sureEnough = 0.5;

/** Words that read like an emergency, and the details that follow them. True: dealt with. */
export async function routeEmergency(heard: Heard): Promise<boolean> {
  const { reading, message } = heard;
  const emergency = reading.intent === 'emergency' && reading.confidence >= sureEnough;
  if (emergency && (await saidFromScene(heard))) return true;
  if (heard.question?.kind === 'incident_details' && (await belongsToReport(heard, emergency))) {
    const position = message.position ?? null;
    const added = await addDetails(heard.work, heard.question.subject as IncidentId, {
      person: heard.person,
      room: heard.room,
      messageId: message.messageId,
      words: message.text,
      placeWords: reading.fields.place ?? '',
      ...codeOf(heard),
      position: position === null ? null : { lat: position.lat, lon: position.lon },
    });
    if (added) return true;
  }
  if (!emergency) return false;
  const crew = crewHurt(heard);
  const draft = await endForEmergency(heard.work, heard.person.id, heard.room.id);
  const incident = await reportEmergency(heard.work, {
    person: heard.person,
    room: heard.room,
    messageId: message.messageId,
    words: message.text,
    kinds: incidentKindsOf(reading),
    ...placeFor(heard, draft),
    people: reading.fields.people ?? null,
    drill: false,
    ...(crew === null ? {} : { crew: true as const }),
  });
  if (crew !== null && (incident.reportedAt === heard.work.now || incident.reporterId !== heard.person.id))
    await tellHurt(heard.work, crew, heard.person);
  if (draft !== null) await handPhotosOver(heard.work, draft, incident);
  return true;
}

/** The duty of somebody who tells on it that people are hurt, one of their own as far as anybody knows; null: none. */
function crewHurt({ reading, shifts, person }: Heard): ShiftView | null {
  const hurt = reading.fields.injured !== undefined || incidentKindsOf(reading).includes('person_down');
  const out = shifts.filter((view) => isOut(view) && isCrew(view, person.id));
  return hurt ? (out[0] ?? null) : null;
}

function isOut({ shift }: ShiftView): boolean {
  return shift.kind !== 'desk' && (shift.state === 'running' || shift.state === 'closing');
}

/** Where it is, by the words themselves; where they do not say, as the report said that was being told until now. */
function placeFor(
  heard: Heard,
  draft: HazardDraft | null,
): Pick<EmergencyTelling, 'placeWords' | 'placeCode' | 'position'> {
  const { work, reading, message } = heard;
  const { place = '', placeCode } = reading.fields;
  const position = message.position === undefined ? null : { lat: message.position.lat, lon: message.position.lon };
  const named = findPlace(work.zone.places, { text: `${place} ${message.text}` });
  const said = placeCode ?? named?.code ?? pointOnDuty(heard)?.code;
  if (draft === null || place !== '' || said !== undefined || position !== null)
    return { placeWords: place, position, ...(said === undefined ? {} : { placeCode: said }) };
  const known = work.zone.places.find(({ id }) => id === draft.placeId)?.code;
  return {
    placeWords: draft.placeWords,
    position: draft.position,
    ...(known === undefined ? {} : { placeCode: known }),
  };
}

/** 3号点着火了, 在2号附近, of somebody on patrol: the third of their route. Null: no such number, or of two routes. */
function pointOnDuty({ work, message, shifts }: Heard): Place | null {
  const n = Number(
    /(?<![\dA-Z-])(\d{1,3})号(?:点|附近|[这那](?:里|边|儿)|旁边?|$)/iu.exec(message.text.normalize('NFKC').trim())?.[1],
  );
  const ids = shifts.flatMap(({ points }) => points.filter((point) => point.n === n).map(({ placeId }) => placeId));
  const [only, ...others] = new Set(ids);
  if (only === undefined || others.length > 0) return null;
  return work.zone.places.find(({ id }) => id === only) ?? null;
}

/** The place that words of somebody on patrol name, who say 渡口 and no more where others say where it is. */
function placeOnDuty(heard: Heard): Place | null {
  return pointOnDuty(heard) ?? findPlace(heard.work.zone.places, { text: heard.message.text });
}

function codeOf(heard: Heard): { placeCode?: string } {
  const code = heard.reading.fields.placeCode ?? pointOnDuty(heard)?.code;
  return code === undefined ? {} : { placeCode: code };
}

/** Whether it is still asked where the incident is that this person told of. */
async function isUnplaced({ work, question }: Heard): Promise<boolean> {
  const incident = await work.tx.incidents.byId((question?.subject ?? '') as IncidentId);
  return incident !== null && incident.placeId === null && incident.position === null;
}

/**
 * A rescuer who holds a seat and tells of fire or injured people speaks of the incident that they are at, unless the words
 * name another kind of event or another place.
 */
async function saidFromScene(heard: Heard): Promise<boolean> {
  for (const order of heard.orders) {
    if (order.answer !== 'accepted' || order.releasedAt !== null || order.safeAt !== null) continue;
    const incident = await heard.work.tx.incidents.byId(order.incidentId);
    if (incident === null || !wordsFit(heard, incident)) continue;
    const result = await tellFromScene(heard.work, order, {
      word: 'situation',
      words: heard.message.text,
      skills: [],
      equipment: [],
      people: heard.reading.fields.people ?? null,
    });
    if (result.kind === 'noted') return true;
  }
  return false;
}

/** Whether words that read like an emergency can be about this incident. */
function wordsFit({ work, reading, message }: Heard, incident: Incident): boolean {
  const { place, placeCode } = reading.fields;
  const found = findPlace(work.zone.places, {
    text: `${place ?? ''} ${message.text}`,
    ...(placeCode === undefined ? {} : { code: placeCode }),
  });
  return canBeAbout(
    incident,
    {
      kinds: incidentKindsOf(reading),
      placeId: found?.id ?? null,
      position: message.position ?? found?.position ?? null,
    },
    work.zone.timing,
  );
}

/**
 * What the reporter says in the minutes after a report belongs to it, except plain chat in a group and an emergency of
 * another kind or place. A drill takes no emergency in: it could be a real one.
 */
async function belongsToReport(heard: Heard, emergency: boolean): Promise<boolean> {
  const { work, reading, message, room, question } = heard;
  if (emergency) {
    if (room.kind !== 'direct' && !message.edited && incidentKindsOf(reading).length > 0) return false;
    const incident = await work.tx.incidents.byId((question?.subject ?? '') as IncidentId);
    return incident !== null && !incident.drill && wordsFit(heard, incident);
  }
  // A position that moves on is an edit, and no news about the place; nor is what somebody adds to their patrol.
  if (message.edited || isOfWalk(heard)) return false;
  if (room.kind === 'direct') return true;
  const { place, placeCode, people, injured } = reading.fields;
  const telling = place ?? placeCode ?? people ?? injured;
  const asked = telling === undefined && heard.shifts.length > 0 && (await isUnplaced(heard));
  return (
    telling !== undefined ||
    (asked && placeOnDuty(heard) !== null) ||
    message.attachments.length > 0 ||
    message.position !== undefined ||
    message.mentionsBot
  );
}

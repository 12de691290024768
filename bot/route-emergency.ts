import { findPlace } from '../core/find-place.ts';
import type { HazardDraft } from '../core/hazard-draft.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import type { PlaceId } from '../core/ids.ts';
import { ofStranger } from '../core/of-stranger.ts';
import { isFindable } from '../core/reading/places.ts';
import type { Reading } from '../core/reading/reading.ts';
import { incidentKindsOf } from '../core/reading/words-alone.ts';
import { isCrew } from '../core/shift-choice.ts';
import { peopleNamed } from '../core/shift-names.ts';
import { reportEmergency, type EmergencyTelling } from '../handlers/incident/report-emergency.ts';
import { tellFromScene } from '../handlers/incident/tell-command.ts';
import { endForEmergency, handPhotosOver } from '../handlers/hazard/hand-to-incident.ts';
import { tellHurt } from '../handlers/patrol/tell-hurt.ts';
import { pointOnDuty, soundsLikeEmergency, wordsFit } from './emergency-heard.ts';
import type { Heard } from './heard.ts';
import { livelyMs, telling } from './own-matters.ts';
import { takeDetails } from './route-details.ts';

/** Words that read like an emergency, and the details that follow them. True: dealt with. */
export async function routeEmergency(heard: Heard): Promise<boolean> {
  const { reading, message } = heard;
  const emergency = soundsLikeEmergency(reading);
  if (emergency && (await saidFromScene(heard))) return true;
  if (await takeDetails(heard, emergency)) return true;
  if (!emergency) return false;
  const crew = await crewHurt(heard);
  const draft = await endForEmergency(heard.work, heard.person.id, heard.room.id, placeNamed(heard));
  const incident = await reportEmergency(heard.work, {
    person: heard.person,
    room: heard.room,
    messageId: message.messageId,
    words: message.text,
    kinds: incidentKindsOf(reading),
    ...(await placeFor(heard, draft)),
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
async function crewHurt({ work, reading, shifts, person, message }: Heard): Promise<ShiftView | null> {
  const hurt = reading.fields.injured !== undefined || incidentKindsOf(reading).includes('person_down');
  const view = hurt ? shifts.find((one) => isOut(one) && isCrew(one, person.id)) : undefined;
  if (view === undefined || !ofStranger(message.text)) return view ?? null;
  const crew = await work.tx.people.byIds(view.people.map(({ personId }) => personId));
  return peopleNamed(crew, message.text).length > 0 ? view : null;
}

function isOut({ shift }: ShiftView): boolean {
  return shift.kind !== 'desk' && (shift.state === 'running' || shift.state === 'closing');
}

/** The place that the words name; null: none that is known. */
function placeNamed(heard: Heard): PlaceId | null {
  const { work, reading, message } = heard;
  const { place = '', placeCode: code = null } = reading.fields;
  const named = findPlace(work.zone.places, { text: `${place} ${message.text}`, ...(code === null ? {} : { code }) });
  return (named ?? pointOnDuty(heard))?.id ?? null;
}

/** Where it is, by the words themselves; where they do not say, as the report said that was being told until now. */
async function placeFor(
  heard: Heard,
  draft: HazardDraft | null,
): Promise<Pick<EmergencyTelling, 'placeWords' | 'placeCode' | 'position'>> {
  const { work, reading, message } = heard;
  const { placeCode } = reading.fields;
  const place = findableIn(reading);
  const position = message.position === undefined ? null : { lat: message.position.lat, lon: message.position.lon };
  const named = findPlace(work.zone.places, { text: `${place} ${message.text}` });
  const said = placeCode ?? named?.code ?? pointOnDuty(heard)?.code ?? (place === '' ? await doorOf(heard) : undefined);
  if (draft === null || place !== '' || said !== undefined || position !== null)
    return { placeWords: place, position, ...(said === undefined ? {} : { placeCode: said }) };
  const known = work.zone.places.find(({ id }) => id === draft.placeId)?.code;
  return {
    placeWords: draft.placeWords,
    position: draft.position,
    ...(known === undefined ? {} : { placeCode: known }),
  };
}

/** The place that words name, as far as anybody finds it by them: 沟里 and 二楼 are asked about. */
function findableIn({ fields: { place = '' } }: Reading): string {
  return isFindable(place) ? place : '';
}

/** The door whose sign was scanned just before: whoever calls from there says what is wrong, and not where. */
async function doorOf(heard: Heard): Promise<string | undefined> {
  const matter = heard.room.kind === 'direct' ? await telling(heard) : null;
  if (matter?.kind !== 'help_request' || heard.work.now - matter.changedAt > livelyMs) return undefined;
  return heard.work.zone.places.find(({ id }) => id === matter.body.placeId)?.code;
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

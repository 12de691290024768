import type { IncidentId } from '../core/ids.ts';
import { incidentKindsOf } from '../core/reading/words-alone.ts';
import { addDetails } from '../handlers/incident/add-details.ts';
import { reportEmergency } from '../handlers/incident/report-emergency.ts';
import { tellFromScene } from '../handlers/incident/tell-command.ts';
import type { Heard } from './heard.ts';

/** Below this the words are not taken for an emergency; the reader puts ordinary talk under it. */
const sureEnough = 0.5;

/** Words that read like an emergency, and the details that follow them. True: dealt with. */
export async function routeEmergency(heard: Heard): Promise<boolean> {
  const { reading, message } = heard;
  const emergency = reading.intent === 'emergency' && reading.confidence >= sureEnough;
  if (emergency && (await saidFromScene(heard))) return true;
  if (heard.question?.kind === 'incident_details' && !message.edited && belongsToReport(heard)) {
    const position = message.position ?? null;
    const added = await addDetails(heard.work, heard.question.subject as IncidentId, {
      person: heard.person,
      room: heard.room,
      messageId: message.messageId,
      words: message.text,
      placeWords: reading.fields.place ?? '',
      ...(reading.fields.placeCode === undefined ? {} : { placeCode: reading.fields.placeCode }),
      position: position === null ? null : { lat: position.lat, lon: position.lon },
    });
    if (added) return true;
  }
  if (!emergency) return false;
  await reportEmergency(heard.work, {
    person: heard.person,
    room: heard.room,
    messageId: message.messageId,
    words: message.text,
    kinds: incidentKindsOf(reading),
    placeWords: reading.fields.place ?? '',
    ...(reading.fields.placeCode === undefined ? {} : { placeCode: reading.fields.placeCode }),
    position: message.position === undefined ? null : { lat: message.position.lat, lon: message.position.lon },
    people: reading.fields.people ?? null,
    drill: false,
  });
  return true;
}

/** A rescuer who holds a seat and tells of fire or injured people speaks of the incident that they are at. */
async function saidFromScene(heard: Heard): Promise<boolean> {
  const seated = heard.orders.find((order) => order.answer === 'accepted' && order.releasedAt === null);
  if (seated === undefined) return false;
  const result = await tellFromScene(heard.work, seated.id, {
    word: 'situation',
    words: heard.message.text,
    skills: [],
    equipment: [],
    people: heard.reading.fields.people ?? null,
  });
  return result.kind === 'noted';
}

/**
 * What the reporter says in the minutes after a report belongs to it, except plain chat in a group and an emergency of
 * another kind.
 */
function belongsToReport(heard: Heard): boolean {
  const { reading, message, room } = heard;
  if (reading.intent === 'emergency') return incidentKindsOf(reading).length === 0 || heard.room.kind === 'direct';
  if (room.kind === 'direct') return true;
  const { place, placeCode, people, injured } = reading.fields;
  const telling = place ?? placeCode ?? people ?? injured;
  return (
    telling !== undefined || message.attachments.length > 0 || message.position !== undefined || message.mentionsBot
  );
}

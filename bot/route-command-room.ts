import type { Incident } from '../core/incident.ts';
import { acknowledge } from '../handlers/incident/acknowledge.ts';
import { setPlace, tellEverybody } from '../handlers/incident/tell-everybody.ts';
import type { Heard } from './heard.ts';

/**
 * An officer answers an incident's card in a command room or in the direct chat: a place becomes its place, other words go to everybody who
 * holds a seat. True: dealt with.
 */
export async function routeCommandRoom(heard: Heard): Promise<boolean> {
  const { work, person, room, message, quoted } = heard;
  const officer = person.roles.includes('duty_officer') || person.roles.includes('admin');
  const commands = room.purpose === 'command' || room.kind === 'direct';
  if (!officer || !commands || quoted === null || !('incidentId' in quoted)) return false;
  const incident = await work.tx.incidents.lock(quoted.incidentId);
  if (incident === null || incident.state === 'closed') return false;
  if (namesPlace(heard, incident)) {
    const words = message.text.replace(/^\s*(?:地点|位置|地址|place|at)\s*[:：]?\s*/i, '');
    const { placeCode } = heard.reading.fields;
    const position = message.position ?? null;
    await setPlace(work, incident, person, {
      words: heard.reading.fields.place ?? words,
      position: position === null ? null : { lat: position.lat, lon: position.lon },
      ...(placeCode === undefined ? {} : { code: placeCode }),
    });
  } else if (message.text !== '') await tellEverybody(work, incident, person, message.text);
  else return false;
  await acknowledge(work, room, message.messageId, { kind: 'detail_noted', incidentId: incident.id });
  return true;
}

function namesPlace(heard: Heard, incident: Incident): boolean {
  if (heard.message.position !== undefined) return true;
  if (/^\s*(?:地点|位置|地址|place)\s*[:：]?/i.test(heard.message.text)) return true;
  const { place, placeCode } = heard.reading.fields;
  return incident.placeWords === '' && incident.position === null && (place ?? placeCode) !== undefined;
}

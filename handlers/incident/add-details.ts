import { findPlace } from '../../core/find-place.ts';
import type { IncidentId, ReportId } from '../../core/ids.ts';
import type { Incident } from '../../core/incident.ts';
import type { Position } from '../../core/message.ts';
import type { Person, Room } from '../../core/people.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';
import { traceIncident } from '../work.ts';
import { showCommand, showIncident } from './show-incident.ts';
import { acknowledge } from './acknowledge.ts';
import { showPlace } from './tell-everybody.ts';

/** What the reporter adds in the minutes after a report: a door number, "two people inside", a photo, a position. */
export interface Details {
  person: Person;
  room: Room;
  messageId: string;
  words: string;
  placeWords: string;
  placeCode?: string;
  position: Position | null;
  /** They ask how it stands: that is told. */
  asks: boolean;
  /** Something else answers them. */
  answered?: true;
}

/** Until the stand-down what its witnesses say belongs to it. */
export function takesDetails({ state }: Incident): boolean {
  return state !== 'closed' && state !== 'stood_down';
}

/** Adds details to the incident that this person reported. False when it has ended: then the words are to be read afresh. */
export async function addDetails(work: Work, incidentId: IncidentId, details: Details): Promise<boolean> {
  const incident = await work.tx.incidents.byId(incidentId);
  if (incident === null || !takesDetails(incident)) return false;
  await work.tx.incidents.addReport({
    id: work.ids.next<ReportId>(work.now),
    incidentId,
    personId: details.person.id,
    roomId: details.room.id,
    messageId: details.messageId,
    words: details.words,
    at: work.now,
  });
  const placed = withPlace(work, incident, details);
  if (placed !== incident) {
    await work.tx.incidents.put(placed);
    await showPlace(work, placed);
  }
  await traceIncident(work, incident, 'detail_added', details.person.id, { words: details.words });
  if (placed === incident) await showCommand(work, incident);
  else await showIncident(work, placed);
  if (details.asks) await tellState(work, incidentId, details);
  else if (details.answered !== true)
    await acknowledge(work, details.room, details.messageId, { kind: 'detail_noted', incidentId });
  return true;
}

/** To a frightened question no sign is an answer. */
async function tellState(work: Work, incidentId: IncidentId, { room, messageId }: Details): Promise<void> {
  const state = { kind: 'report_outcome', incidentId, asked: true } as const;
  await toRooms(work, [room.id], state, { priority: 'answer', replyTo: messageId });
}

/** The incident with the place that these details name; a position sent by the witness replaces a guess from a name. */
function withPlace(work: Work, incident: Incident, details: Details): Incident {
  const text = details.placeWords === '' && incident.placeWords === '' ? details.words : details.placeWords;
  const place = findPlace(work.zone.places, {
    text,
    ...(details.placeCode === undefined ? {} : { code: details.placeCode }),
  });
  const position = details.position ?? incident.position ?? place?.position ?? null;
  const placeWords = incident.placeWords === '' ? details.placeWords || (place?.name ?? '') : incident.placeWords;
  const placeId = incident.placeId ?? place?.id ?? null;
  return position === incident.position && placeWords === incident.placeWords && placeId === incident.placeId
    ? incident
    : { ...incident, position, placeWords, placeId };
}

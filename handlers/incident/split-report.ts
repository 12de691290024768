import { findPlace } from '../../core/find-place.ts';
import type { Incident, Report } from '../../core/incident.ts';
import type { IncidentResult, Refusal } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import { incidentKindsOf, readWords } from '../../core/reading/words-alone.ts';
import { lastJoined } from '../../core/same-incident.ts';
import type { Work } from '../work.ts';
import { traceIncident } from '../work.ts';
import { openIncident } from './report-emergency.ts';
import { showIncident } from './show-incident.ts';

/**
 * The officer sees that the report that joined last is about something else: it becomes an incident of its own, with what
 * the same person added since, and with the kind and place that its words name.
 */
export async function splitReport(work: Work, incident: Incident, officer: Person): Promise<IncidentResult | Refusal> {
  const reports = await work.tx.incidents.reports(incident.id);
  const last = lastJoined(reports);
  if (last === null) return { kind: 'stale' };
  const reading = readWords(last.words, { places: work.zone.places });
  const placeWords = reading.fields.place ?? '';
  const place = findPlace(work.zone.places, { text: `${placeWords} ${last.words}` });
  const own = await openIncident(work, {
    kind: incidentKindsOf(reading)[0] ?? incident.kind,
    words: last.words,
    drill: incident.drill,
    placeWords: placeWords === '' ? (place?.name ?? '') : placeWords,
    placeId: place?.id ?? null,
    position: place?.position ?? null,
    reporterId: last.personId,
    reportRoomId: last.roomId,
  });
  for (const report of reports) {
    const added = last.personId !== null && report.personId === last.personId;
    if (report.id === last.id || added) await work.tx.incidents.moveReport(report, own.id);
  }
  await moveQuestion(work, last, own);
  await traceIncident(work, incident, 'report_split', officer.id, { to: own.number });
  await traceIncident(work, own, 'reported', last.personId, { words: last.words, from: incident.number });
  await showIncident(work, incident);
  await showIncident(work, own, 'order');
  return { kind: 'split' };
}

/** What they say next belongs to their own incident, not to the one that it was taken for. */
async function moveQuestion(work: Work, { personId, roomId, incidentId }: Report, own: Incident): Promise<void> {
  if (personId === null || roomId === null) return;
  const question = await work.tx.rooms.question(roomId, personId, work.now);
  if (question?.kind === 'incident_details' && question.subject === incidentId)
    await work.tx.rooms.ask({ ...question, subject: own.id });
}

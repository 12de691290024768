import type { Incident } from '../../core/incident.ts';
import type { IncidentResult, Refusal } from '../../core/notice.ts';
import type { Person } from '../../core/people.ts';
import type { Work } from '../work.ts';
import { traceIncident } from '../work.ts';
import { openIncident } from './report-emergency.ts';
import { showIncident } from './show-incident.ts';

/** The officer sees that the last report is about something else: it becomes an incident of its own. */
export async function splitReport(work: Work, incident: Incident, officer: Person): Promise<IncidentResult | Refusal> {
  const reports = await work.tx.incidents.reports(incident.id);
  const last = reports.at(-1);
  if (last === undefined || reports.length < 2) return { kind: 'stale' };
  const own = await openIncident(work, {
    kind: incident.kind,
    words: last.words,
    drill: incident.drill,
    placeWords: '',
    placeId: null,
    position: null,
    reporterId: last.personId,
    reportRoomId: last.roomId,
  });
  await work.tx.incidents.moveReport(last, own.id);
  await traceIncident(work, incident, 'report_split', officer.id, { to: own.number });
  await traceIncident(work, own, 'reported', last.personId, { words: last.words, from: incident.number });
  await showIncident(work, incident);
  await showIncident(work, own, 'order');
  return { kind: 'split' };
}

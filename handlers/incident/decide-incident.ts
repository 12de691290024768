import type { IncidentKind } from '../../core/catalogue.ts';
import { choosePlan } from '../../core/choose-plan.ts';
import type { SeatId } from '../../core/ids.ts';
import type { Incident } from '../../core/incident.ts';
import type { IncidentResult, Refusal } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';
import { traceIncident } from '../work.ts';
import { showCommand, showIncident } from './show-incident.ts';

/** The officer says that it is one: the plan's seats are laid out and the card shows who would be asked. Nothing is sent yet. */
export async function confirmIncident(
  work: Work,
  incident: Incident,
  officer: Person,
): Promise<IncidentResult | Refusal> {
  if (incident.state !== 'reported') return alreadyDecided(work, incident);
  const confirmed: Incident = { ...incident, state: 'confirmed', officerId: officer.id, confirmedAt: work.now };
  await work.tx.incidents.put(confirmed);
  await layOutSeats(work, confirmed);
  await work.tx.timers.cancel('report_unanswered', incident.id);
  await traceIncident(work, incident, 'confirmed', officer.id, { kind: incident.kind });
  await showIncident(work, confirmed, 'answer');
  return { kind: 'confirmed' };
}

/** The officer says that it is none: it ends here, and whoever told us hears it kindly. */
export async function rejectIncident(
  work: Work,
  incident: Incident,
  officer: Person,
): Promise<IncidentResult | Refusal> {
  if (incident.state !== 'reported' && incident.state !== 'confirmed') return alreadyDecided(work, incident);
  const rejected: Incident = {
    ...incident,
    state: 'closed',
    outcome: 'not_incident',
    officerId: officer.id,
    closedAt: work.now,
  };
  await work.tx.incidents.put(rejected);
  await work.tx.timers.cancel('report_unanswered', incident.id);
  await traceIncident(work, incident, 'rejected', officer.id);
  await showIncident(work, rejected, 'answer');
  await tellReporters(work, rejected);
  return { kind: 'rejected' };
}

/** The officer wants another kind: the card's buttons are the kinds until one is chosen. */
export async function chooseKind(work: Work, incident: Incident): Promise<IncidentResult | Refusal> {
  if (incident.state !== 'reported' && incident.state !== 'confirmed') return alreadyDecided(work, incident);
  await showCommand(work, incident, 'answer', true);
  return { kind: 'choose_kind' };
}

/** Another kind, and with it another plan's seats; only while no order is out. */
export async function setKind(
  work: Work,
  incident: Incident,
  officer: Person,
  kind: IncidentKind,
): Promise<IncidentResult | Refusal> {
  if (incident.state !== 'reported' && incident.state !== 'confirmed') return alreadyDecided(work, incident);
  const changed: Incident = { ...incident, kind };
  await work.tx.incidents.put(changed);
  if (incident.state === 'confirmed') await layOutSeats(work, changed);
  await traceIncident(work, incident, 'kind_set', officer.id, { from: incident.kind, to: kind });
  await showIncident(work, changed, 'answer');
  return { kind: 'kind_set' };
}

/** Everybody who told of it hears how it went on, each room once. */
export async function tellReporters(work: Work, incident: Incident): Promise<void> {
  const reports = await work.tx.incidents.reports(incident.id);
  const rooms = new Set(reports.flatMap((report) => (report.roomId === null ? [] : [report.roomId])));
  const command = new Set((await work.tx.rooms.withPurpose('command')).map((room) => room.id));
  await toRooms(
    work,
    [...rooms].filter((roomId) => !command.has(roomId)),
    { kind: 'report_outcome', incidentId: incident.id },
    { priority: 'answer', slot: `outcome:${incident.id}` },
  );
}

async function layOutSeats(work: Work, incident: Incident): Promise<void> {
  const plan = choosePlan(await work.tx.places.plans(), incident.kind, incident.level);
  const seats = plan === null || plan.seats.length === 0 ? [{ skill: null, count: 2 }] : plan.seats;
  await work.tx.incidents.removeSeats(incident.id);
  for (const { skill, count } of seats) {
    await work.tx.incidents.addSeat({
      id: work.ids.next<SeatId>(work.now),
      incidentId: incident.id,
      skill,
      needed: count,
      taken: 0,
      origin: 'plan',
      words: '',
    });
  }
}

/** Two officers tapped: the second hears who was first. */
export async function alreadyDecided(work: Work, incident: Incident): Promise<IncidentResult> {
  const officer = incident.officerId === null ? null : await work.tx.people.byId(incident.officerId);
  return { kind: 'already', by: officer?.callSign ?? officer?.name ?? '' };
}

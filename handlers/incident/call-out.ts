import type { Incident } from '../../core/incident.ts';
import type { IncidentResult, Refusal } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import { isFull } from '../../core/call-out.ts';
import type { Work } from '../work.ts';
import { traceIncident } from '../work.ts';
import { alreadyDecided, tellReporters } from './decide-incident.ts';
import { refillSeats } from './refill-seats.ts';
import { showIncident } from './show-incident.ts';

/** The officer's second tap: the first wave goes out. */
export async function callOut(work: Work, id: Incident['id'], officer: Person): Promise<IncidentResult | Refusal> {
  const incident = await work.tx.incidents.lock(id);
  if (incident?.state !== 'confirmed') return incident === null ? { kind: 'stale' } : alreadyDecided(work, incident);
  await work.tx.incidents.put({ ...incident, state: 'called_out', officerId: officer.id, calledOutAt: work.now });
  await traceIncident(work, incident, 'called_out', officer.id);
  const refilled = await refillSeats(work, id);
  if (refilled === null) return { kind: 'stale' };
  await showIncident(work, refilled.incident, 'order');
  await tellReporters(work, refilled.incident);
  return refilled.called === 0 ? { kind: 'nobody_to_call' } : { kind: 'called_out', orders: refilled.called };
}

/** The officer wants more people than the plan: empty seats are called anew at once; when all are full one more opens. */
export async function callMorePeople(
  work: Work,
  id: Incident['id'],
  officer: Person,
): Promise<IncidentResult | Refusal> {
  const incident = await work.tx.incidents.lock(id);
  if (incident?.state !== 'called_out') return incident === null ? { kind: 'stale' } : alreadyDecided(work, incident);
  const seats = await work.tx.incidents.seats(id);
  const first = seats[0];
  const wasFull = isFull(seats);
  if (wasFull && first !== undefined) {
    await work.tx.incidents.putSeat({ ...first, needed: first.needed + 1 });
    await traceIncident(work, incident, 'seat_opened', officer.id, { seat: first.id, skill: first.skill });
  }
  for (const order of await work.tx.incidents.orders(id)) {
    if (order.answer === 'open') await work.tx.incidents.putOrder({ ...order, waitUntil: work.now });
  }
  await work.tx.incidents.put({ ...incident, exhaustedAt: null });
  const refilled = await refillSeats(work, id, wasFull ? 'first_place' : 'place');
  await showIncident(work, refilled?.incident ?? incident, 'answer');
  const called = refilled?.called ?? 0;
  return called === 0 ? { kind: 'nobody_to_call' } : { kind: 'called_out', orders: called };
}

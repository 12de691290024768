import type { Incident, IncidentOutcome, Order } from '../../core/incident.ts';
import { owesSafeReturn } from '../../core/incident.ts';
import type { IncidentResult, Refusal } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import { showOrder, toHolder, toRooms } from '../say.ts';
import type { Work } from '../work.ts';
import { setTimer } from '../set-timer.ts';
import { traceIncident } from '../work.ts';
import { alreadyDecided, rejectIncident, tellReporters } from './decide-incident.ts';
import { showIncident, tellCommand } from './show-incident.ts';

/**
 * Ends a call-out: stand-down, cancel or false alarm. Everybody who is not needed is released, everybody who went is asked
 * to confirm being safe; the incident closes by itself when all have.
 */
export async function standDown(
  work: Work,
  id: Incident['id'],
  officer: Person,
  outcome: Exclude<IncidentOutcome, 'not_incident'>,
): Promise<IncidentResult | Refusal> {
  const incident = await work.tx.incidents.lock(id);
  if (incident === null) return { kind: 'stale' };
  if (incident.state === 'reported' || incident.state === 'confirmed') return rejectIncident(work, incident, officer);
  if (incident.state !== 'called_out') return alreadyDecided(work, incident);
  const ended: Incident = { ...incident, state: 'stood_down', outcome, officerId: officer.id, stoodDownAt: work.now };
  await work.tx.incidents.put(ended);
  await work.tx.timers.cancel('wave', id);
  await traceIncident(work, incident, 'stood_down', officer.id, { outcome });
  let awaited = 0;
  for (const order of await work.tx.incidents.orders(id)) if (await release(work, order)) awaited += 1;
  await tellReporters(work, ended);
  await setTimer(work, 'safe_return', id, work.now + work.zone.timing.safeReturnReminderMinutes * 60_000);
  await showIncident(work, ended, 'answer');
  if (awaited === 0) await close(work, ended);
  return { kind: 'stood_down', awaited };
}

/** Ends one person's order. True: the person went, and a safe return is now awaited. */
async function release(work: Work, order: Order): Promise<boolean> {
  await work.tx.timers.cancel('eta_overdue', order.id);
  if (order.answer === 'open') {
    const lapsed: Order = { ...order, answer: 'lapsed' };
    await work.tx.incidents.putOrder(lapsed);
    // Where cards cannot be changed the order would stand there as if it still called.
    if (!(await showOrder(work, lapsed)) && order.sentAt !== null) await showStandDown(work, lapsed, 'order');
    return false;
  }
  if (order.answer === 'withdrawn' && owesSafeReturn(order)) {
    // Turned back on the way: no seat is held, but somebody is out there.
    await showStandDown(work, order, 'order');
    return true;
  }
  if (order.answer !== 'standby' && order.answer !== 'accepted') return false;
  const released: Order = {
    ...order,
    answer: order.answer === 'standby' ? 'released' : 'accepted',
    releasedAt: work.now,
  };
  await work.tx.incidents.putOrder(released);
  await showOrder(work, released);
  if (order.safeAt !== null) return false;
  await showStandDown(work, released, 'order');
  return owesSafeReturn(released);
}

/** Tells somebody that it is over, or shows in that message that the safe return is known. */
export async function showStandDown(work: Work, order: Order, priority: 'order' | 'card'): Promise<void> {
  const notice = { kind: 'stand_down', orderId: order.id } as const;
  await toHolder(work, order, notice, { priority, slot: `stand_down:${order.id}` });
}

/** Closes a stood-down incident once everybody who went is safely back. */
export async function closeWhenSafe(work: Work, incident: Incident): Promise<void> {
  if (incident.state !== 'stood_down') return;
  const orders = await work.tx.incidents.orders(incident.id);
  if (!orders.some(owesSafeReturn)) await close(work, incident);
}

/**
 * The officer closes. While somebody has not confirmed being safe the answer says how many; `phoned` says that the officer
 * has rung them all, and that is what the trace then tells.
 */
export async function closeByOfficer(
  work: Work,
  id: Incident['id'],
  officer: Person,
  phoned: boolean,
): Promise<IncidentResult | Refusal> {
  const incident = await work.tx.incidents.lock(id);
  if (incident?.state !== 'stood_down') return incident === null ? { kind: 'stale' } : alreadyDecided(work, incident);
  const unsafe = (await work.tx.incidents.orders(id)).filter(owesSafeReturn);
  if (unsafe.length > 0 && !phoned) return { kind: 'not_yet', unsafe: unsafe.length };
  for (const order of unsafe) {
    const safe: Order = { ...order, safeAt: work.now };
    await work.tx.incidents.putOrder(safe);
    await showOrder(work, safe);
    await showStandDown(work, safe, 'card');
    await traceIncident(work, incident, 'safe', officer.id, { order: order.id, door: 'officer' });
  }
  await close(work, incident);
  return { kind: 'closed' };
}

/** Closed: the after-action report goes to the command rooms and to the squads that were called. */
async function close(work: Work, incident: Incident): Promise<void> {
  const closed: Incident = { ...incident, state: 'closed', closedAt: work.now };
  await work.tx.incidents.put(closed);
  await work.tx.timers.cancel('safe_return', incident.id);
  await traceIncident(work, incident, 'closed', null, { outcome: incident.outcome });
  await showIncident(work, closed);
  await tellCommand(work, { kind: 'after_action', incidentId: incident.id }, 'digest');
  await toRooms(work, incident.squadRoomIds, { kind: 'after_action', incidentId: incident.id }, { priority: 'digest' });
}

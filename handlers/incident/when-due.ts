import type { IncidentId, OrderId } from '../../core/ids.ts';
import { isFull } from '../../core/call-out.ts';
import type { Incident } from '../../core/incident.ts';
import { owesSafeReturn } from '../../core/incident.ts';
import type { TimerKind } from '../../core/ports/timers.ts';
import { showOrder, toHolder } from '../say.ts';
import { setTimer } from '../set-timer.ts';
import type { Work } from '../work.ts';
import { refillSeats } from './refill-seats.ts';
import { showCommand, showIncident, tellCommand } from './show-incident.ts';
import { showAlbum } from './show-photo.ts';

type IncidentTimerKind = Exclude<TimerKind, `hazard_${string}` | `shift_${string}` | `matter_${string}`>;

/** What each timer of an incident does when it falls due. The subject is an incident's or an order's id. */
export const whenDue: Record<IncidentTimerKind, (work: Work, subject: string) => Promise<void>> = {
  wave: async (work, subject) => {
    const refilled = await refillSeats(work, subject as IncidentId);
    if (refilled === null) return;
    await tellSilentOnes(work, refilled.incident);
    if (refilled.changed === 'everywhere') await showIncident(work, refilled.incident);
    if (refilled.changed === 'command') await showCommand(work, refilled.incident);
  },
  report_unanswered: remindOfReport,
  album: showAlbum,
  eta_overdue: askLateArrival,
  safe_return: remindOfSafeReturn,
};

/** Nobody has decided on a report: the command group hears of it again, until somebody has. */
async function remindOfReport(work: Work, subject: string): Promise<void> {
  const incident = await work.tx.incidents.byId(subject as IncidentId);
  if (incident?.state !== 'reported') return;
  await tellCommand(work, { kind: 'decision_reminder', incidentId: incident.id }, 'order');
  await again(work, 'report_unanswered', subject, work.zone.timing.decisionReminderSeconds * 1_000);
}

/** A moment after the last seat was taken, the messages of those who have not answered say so, without a sound. */
async function tellSilentOnes(work: Work, incident: Incident): Promise<void> {
  if (!isFull(await work.tx.incidents.seats(incident.id))) return;
  for (const order of await work.tx.incidents.orders(incident.id)) {
    if (order.answer !== 'open') continue;
    await work.tx.incidents.putOrder({ ...order, waitUntil: Math.min(order.waitUntil, work.now) });
    await showOrder(work, order, 'reminder');
  }
}

/** The promised arrival is past: asked once. */
async function askLateArrival(work: Work, subject: string): Promise<void> {
  const order = await work.tx.incidents.order(subject as OrderId);
  if (order?.answer !== 'accepted' || order.onSceneAt !== null || order.releasedAt !== null) return;
  const incident = await work.tx.incidents.byId(order.incidentId);
  if (incident?.state !== 'called_out') return;
  await toHolder(work, order, { kind: 'late_reminder', orderId: order.id }, { priority: 'reminder' });
}

/** Who has not confirmed being safe is asked again, until everybody has or the officer has rung them. */
async function remindOfSafeReturn(work: Work, subject: string): Promise<void> {
  const incident = await work.tx.incidents.byId(subject as IncidentId);
  if (incident?.state !== 'stood_down') return;
  for (const order of await work.tx.incidents.orders(incident.id)) {
    if (!owesSafeReturn(order)) continue;
    await toHolder(work, order, { kind: 'safe_reminder', orderId: order.id }, { priority: 'reminder' });
  }
  await showIncident(work, incident);
  await again(work, 'safe_return', subject, work.zone.timing.safeReturnReminderMinutes * 60_000);
}

async function again(work: Work, kind: TimerKind, subject: string, delayMs: number): Promise<void> {
  await setTimer(work, kind, subject, work.now + delayMs);
}

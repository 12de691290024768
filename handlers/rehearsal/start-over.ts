import type { Incident, Order } from '../../core/incident.ts';
import { orderSlot } from '../say.ts';
import type { Shift } from '../../core/shift.ts';
import { setShiftTimers } from '../patrol/set-shift-timers.ts';
import { saveShift } from '../patrol/show-shift.ts';
import { traceIncident, traceShift, type Work } from '../work.ts';

/**
 * Clears the stage of the rehearsal room: whatever runs ends quietly as cancelled, nothing more is said about it, and the web
 * rooms are empty. The trace keeps what happened.
 */
export async function startOver(work: Work): Promise<void> {
  for (const incident of await work.tx.incidents.running()) await endQuietly(work, incident);
  for (const shift of await work.tx.shifts.running()) if (shift.rosterCode === null) await endShift(work, shift);
  await work.tx.webMessages.clear();
  for (const room of await work.tx.rooms.all()) {
    if (room.platform === 'web') work.notify({ about: 'room', id: room.externalId });
  }
}

async function endQuietly(work: Work, incident: Incident): Promise<void> {
  await work.tx.incidents.put({ ...incident, state: 'closed', outcome: 'cancelled', closedAt: work.now });
  for (const kind of ['wave', 'safe_return', 'report_unanswered'] as const) {
    await work.tx.timers.cancel(kind, incident.id);
  }
  for (const order of await work.tx.incidents.orders(incident.id)) await endOrder(work, order);
  for (const report of await work.tx.incidents.reports(incident.id)) {
    if (report.roomId === null || report.personId === null) continue;
    await work.tx.rooms.answered(report.roomId, report.personId);
  }
  for (const card of ['command', 'squad', 'outcome']) await work.tx.outbox.voidSlot(`${card}:${incident.id}`);
  await traceIncident(work, incident, 'closed', null, { outcome: 'cancelled', reason: 'start_over' });
  work.notify({ about: 'incident', id: incident.id });
}

/** A night that was announced for the rehearsal; those of the rosters go on, for they are nobody's scenario. */
async function endShift(work: Work, shift: Shift): Promise<void> {
  const view = await work.tx.shifts.lock(shift.id);
  if (view === null) return;
  const ended = await saveShift(work, { ...view.shift, state: 'cancelled', endedAt: work.now, welfare: null });
  await setShiftTimers(work, { ...view, shift: ended });
  await traceShift(work, ended, 'shift_cancelled', null, { why: 'start_over' });
}

async function endOrder(work: Work, order: Order): Promise<void> {
  const { answer } = order;
  if (answer === 'open' || answer === 'standby') await work.tx.incidents.putOrder({ ...order, answer: 'lapsed' });
  if (answer === 'accepted') {
    await work.tx.incidents.putOrder({ ...order, answer: 'released', releasedAt: work.now });
  }
  await work.tx.timers.cancel('eta_overdue', order.id);
  for (const slot of [orderSlot(order), `stand_down:${order.id}`]) await work.tx.outbox.voidSlot(slot);
}

import type { RoomId } from '../../core/ids.ts';
import type { Incident, Order } from '../../core/incident.ts';
import type { MatterState } from '../../core/matter.ts';
import type { Room } from '../../core/people.ts';
import type { Shift } from '../../core/shift.ts';
import { forgetMatter } from '../matter/forget-matters.ts';
import { orderSlot } from '../say.ts';
import { setShiftTimers } from '../patrol/set-shift-timers.ts';
import { saveShift } from '../patrol/show-shift.ts';
import { traceIncident, traceShift, type Work } from '../work.ts';

/**
 * Clears the stage of the rehearsal room: whatever runs ends quietly as cancelled, nothing more is said about it, the web
 * rooms are empty, and what was told in them alone is forgotten. The trace keeps what happened.
 */
export async function startOver(work: Work): Promise<void> {
  for (const incident of await work.tx.incidents.running()) await endQuietly(work, incident);
  for (const shift of await work.tx.shifts.running()) if (shift.rosterCode === null) await endShift(work, shift);
  await work.tx.webMessages.clear();
  const rooms = (await work.tx.rooms.all()).filter(({ platform }) => platform === 'web');
  await forgetToldIn(work, new Set(rooms.map(({ id }) => id)));
  await askNothingMore(work, rooms);
  for (const { externalId } of rooms) work.notify({ about: 'room', id: externalId });
}

/** Private matters that are not put away yet, and so stand in the way of the next ones of the same people. */
const onTheirWay = [
  'telling',
  'reported',
  'screened',
  'assigned',
  'accepted',
  'mediating',
  'agreed',
  'effective',
  'performing',
  'performed',
  'broken',
  'ended',
  'suspended',
] as const satisfies readonly MatterState[];
const timersLeft = ['matter_term', 'matter_court', 'matter_follow_up'] as const;
const atMost = 500;

async function forgetToldIn(work: Work, rooms: ReadonlySet<RoomId>): Promise<void> {
  for (const matter of await work.tx.matters.list({ states: onTheirWay }, atMost)) {
    if (matter.roomId === null || !rooms.has(matter.roomId)) continue;
    for (const kind of timersLeft) await work.tx.timers.cancel(kind, matter.id);
    await work.tx.matters.put({ ...matter, state: 'archived', need: null, changedAt: work.now });
    await forgetMatter(work, matter);
  }
}

/** What was asked of an ended story would take the first words of the next one for its answer. */
async function askNothingMore(work: Work, rooms: readonly Room[]): Promise<void> {
  const direct = rooms.filter(({ kind }) => kind === 'direct');
  const open = rooms.filter(({ kind, teamId }) => kind === 'group' && teamId === null);
  for (const own of direct) {
    const player = await work.tx.people.bySender('web', own.externalId.replace(/^direct:/, ''));
    if (player === null) continue;
    for (const room of [own, ...open]) {
      const question = await work.tx.rooms.question(room.id, player.person.id, work.now);
      if (question !== null) await work.tx.rooms.answered(room.id, player.person.id);
    }
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

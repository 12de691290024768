import { certificateFor } from '../../core/candidates.ts';
import { emptyPlaces, isAwaited, isResting, waveSize } from '../../core/call-out.ts';
import type { OrderId } from '../../core/ids.ts';
import type { Order, Seat } from '../../core/incident.ts';
import { zoneDate } from '../../core/zone-time.ts';
import { sendOrders } from '../say.ts';
import type { Work } from '../work.ts';
import { traceIncident } from '../work.ts';

/**
 * Standbys are asked before anybody new, in the order of their rank, for a seat that they may fill.
 * @param freed a place has just come free: whoever chose to wait for that is asked too
 */
export async function promoteStandbys(
  work: Work,
  seats: readonly Seat[],
  orders: readonly Order[],
  freed: boolean,
): Promise<ReadonlyMap<OrderId, Order>> {
  const promoted = new Map<OrderId, Order>();
  const waiting = orders
    .filter((order) => order.answer === 'standby' && (order.waitUntil <= work.now || (freed && isResting(order))))
    .sort((a, b) => (a.standbyRank ?? Infinity) - (b.standbyRank ?? Infinity));
  if (waiting.length === 0) return promoted;
  const today = zoneDate(work.now, work.zone.timeZone);
  const people = new Map((await work.tx.people.byIds(waiting.map((order) => order.personId))).map((p) => [p.id, p]));
  for (const seat of seats) {
    let free =
      emptyPlaces(seat) - orders.filter((order) => order.seatId === seat.id && isAwaited(order, work.now)).length;
    for (const order of waiting) {
      const person = people.get(order.personId);
      if (free <= 0) break;
      if (promoted.has(order.id) || person === undefined) continue;
      if (certificateFor(person, seat.skill, today) !== 'valid') continue;
      const next = await reopen(work, order, seat);
      promoted.set(order.id, next);
      if (next.answer === 'open') free -= 1;
    }
  }
  return promoted;
}

/** Whoever was told that all seats are taken, before they had answered, hears that there is a place again. */
export async function askAgain(
  work: Work,
  seats: readonly Seat[],
  orders: readonly Order[],
): Promise<ReadonlyMap<OrderId, Order>> {
  const again = new Map<OrderId, Order>();
  const silent = orders.filter((order) => order.answer === 'open' && !isAwaited(order, work.now));
  if (silent.length === 0) return again;
  const today = zoneDate(work.now, work.zone.timeZone);
  const people = new Map((await work.tx.people.byIds(silent.map((order) => order.personId))).map((p) => [p.id, p]));
  for (const seat of seats) {
    const awaited = orders.filter((order) => order.seatId === seat.id && isAwaited(order, work.now)).length;
    let free = waveSize(emptyPlaces(seat), work.zone.timing.waveOvershootPercent) - awaited;
    for (const order of silent) {
      const person = people.get(order.personId);
      if (free <= 0) break;
      if (again.has(order.id) || person === undefined) continue;
      if (certificateFor(person, seat.skill, today) !== 'valid') continue;
      const next = await reopen(work, order, seat);
      again.set(order.id, next);
      if (next.answer === 'open') free -= 1;
    }
  }
  return again;
}

/**
 * An order is open again, for this seat; told at once and as loudly as the first time. Whom no channel reaches any more
 * counts as unreachable, and the next is called.
 */
async function reopen(work: Work, order: Order, seat: Seat): Promise<Order> {
  const channels = await work.tx.people.channelsOf(order.personId);
  const channel = channels.find(({ platform }) => platform === order.platform) ?? channels[0];
  if (channel === undefined) {
    const unreachable: Order = { ...order, answer: 'unreachable', standbyRank: null, answeredAt: work.now };
    await work.tx.incidents.putOrder(unreachable);
    await traceIncident(work, { id: order.incidentId }, 'order_undelivered', null, { order: order.id });
    return unreachable;
  }
  const open: Order = {
    ...order,
    seatId: seat.id,
    answer: 'open',
    standbyRank: null,
    waitUntil: work.now + work.zone.timing.waveTimerSeconds * 1_000,
  };
  await work.tx.incidents.putOrder(open);
  await sendOrders(work, [{ order: open, roomId: channel.roomId, again: true }]);
  return open;
}

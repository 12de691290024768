import { certificateFor } from '../../core/candidates.ts';
import { emptyPlaces, isFull } from '../../core/call-out.ts';
import type { OrderId } from '../../core/ids.ts';
import type { Door, Incident, Order, Seat } from '../../core/incident.ts';
import type { OrderResult } from '../../core/notice.ts';
import { zoneDate } from '../../core/zone-time.ts';
import { showOrder } from '../say.ts';
import type { Work } from '../work.ts';
import { setTimer } from '../set-timer.ts';
import { traceIncident } from '../work.ts';
import { lockOrder } from './lock-order.ts';
import { refillSeats } from './refill-seats.ts';
import { showIncident } from './show-incident.ts';

/** What somebody says to an order, whatever the door: button, digit, words, quote, code, roll call or link. */
export interface OrderReply {
  verb: 'accept' | 'standby' | 'decline' | 'withdraw' | 'eta' | 'received';
  door: Door;
  /** The person's own words; '' for a tap. */
  words: string;
  etaMinutes?: number;
}

/**
 * The one way in which an order is answered. Accepting is one atomic claim of one seat: exactly as many people win as there
 * are places, and whoever comes later is told so at once, with a truthful place in the standby queue.
 */
export async function answerOrder(work: Work, id: OrderId, reply: OrderReply): Promise<OrderResult> {
  const locked = await lockOrder(work, id);
  if (locked?.incident.state !== 'called_out') return { kind: 'ended' };
  const { order, incident } = locked;
  const seen: Order = order.seenAt === null ? { ...order, seenAt: work.now } : order;
  switch (reply.verb) {
    case 'accept':
      return accept(work, incident, seen, reply);
    case 'standby':
      return standBy(work, incident, seen, reply, false);
    case 'decline':
    case 'withdraw':
      return stepBack(work, incident, seen, reply);
    case 'eta':
      return setEta(work, incident, seen, reply);
    case 'received':
      return markSeen(work, incident, seen, reply);
  }
}

async function accept(work: Work, incident: Incident, order: Order, reply: OrderReply): Promise<OrderResult> {
  if (order.answer === 'accepted') {
    if (reply.etaMinutes !== undefined) return setEta(work, incident, order, reply);
    return { kind: 'seated', already: true };
  }
  const seat = await winSeat(work, incident, order);
  if (seat === null) return standBy(work, incident, order, reply, true);
  const seated: Order = {
    ...order,
    seatId: seat.id,
    answer: 'accepted',
    door: reply.door,
    reason: reply.words,
    standbyRank: null,
    answeredAt: work.now,
    acceptedAt: work.now,
    // Whoever steps back and comes after all begins anew.
    underwayAt: null,
    onSceneAt: null,
    doneAt: null,
    safeAt: null,
    etaAt: reply.etaMinutes === undefined ? null : work.now + reply.etaMinutes * 60_000,
  };
  await work.tx.incidents.putOrder(seated);
  if (seated.etaAt !== null) await watchArrival(work, seated, seated.etaAt);
  await traceIncident(work, incident, 'accepted', order.personId, {
    order: order.id,
    door: reply.door,
    seat: seat.skill,
  });
  await showOrder(work, seated);
  await showIncident(work, incident);
  await whenFull(work, incident);
  if (!incident.drill) await leaveDrills(work, order, reply);
  return { kind: 'seated', already: false };
}

/** Who goes to a real incident leaves the drills behind, without a word of their own. */
async function leaveDrills(work: Work, { personId }: Order, reply: OrderReply): Promise<void> {
  for (const { id, incidentId, answer } of await work.tx.incidents.currentOrders(personId)) {
    if (answer !== 'open' && answer !== 'accepted' && answer !== 'standby') continue;
    const incident = await work.tx.incidents.byId(incidentId);
    if (incident?.drill !== true) continue;
    await answerOrder(work, id, { verb: 'withdraw', door: reply.door, words: '' });
  }
}

/** The order's own seat, else another empty one of the incident that the person's certificates fit. */
async function winSeat(work: Work, incident: Incident, order: Order): Promise<Seat | null> {
  const seats = (await work.tx.incidents.seats(incident.id)).filter((seat) => emptyPlaces(seat) > 0);
  const own = seats.find((seat) => seat.id === order.seatId);
  if (own !== undefined && (await work.tx.incidents.claimSeat(own.id))) return own;
  const others = seats.filter((seat) => seat.id !== order.seatId);
  if (others.length === 0) return null;
  const person = await work.tx.people.byId(order.personId);
  if (person === null) return null;
  const today = zoneDate(work.now, work.zone.timeZone);
  for (const seat of others) {
    if (certificateFor(person, seat.skill, today) !== 'valid') continue;
    if (await work.tx.incidents.claimSeat(seat.id)) return seat;
  }
  return null;
}

/** All seats are taken: the timer ends, and the messages of those who have not answered say so without a sound. */
async function whenFull(work: Work, incident: Incident): Promise<void> {
  if (!isFull(await work.tx.incidents.seats(incident.id))) return;
  await work.tx.timers.cancel('wave', incident.id);
  for (const order of await work.tx.incidents.orders(incident.id)) {
    if (order.answer !== 'open') continue;
    await work.tx.incidents.putOrder({ ...order, waitUntil: Math.min(order.waitUntil, work.now) });
    await showOrder(work, order, 'reminder');
  }
}

async function standBy(
  work: Work,
  incident: Incident,
  order: Order,
  reply: OrderReply,
  full: boolean,
): Promise<OrderResult> {
  const { count, highestRank } = await work.tx.incidents.standbys(incident.id);
  if (order.answer === 'standby') return { kind: 'standby', rank: await aheadOf(work, incident, order), full };
  const wasFull = order.answer === 'accepted' && (await giveSeatBack(work, incident, order));
  const waiting: Order = {
    ...order,
    answer: 'standby',
    door: reply.door,
    reason: reply.words,
    standbyRank: highestRank + 1,
    // Whoever would have gone is asked as soon as a place is free; whoever chose to wait is left alone for a while.
    waitUntil: full ? work.now : work.now + work.zone.timing.waveTimerSeconds * 1_000,
    answeredAt: work.now,
    acceptedAt: null,
    etaAt: null,
  };
  await work.tx.incidents.putOrder(waiting);
  await traceIncident(work, incident, 'standby', order.personId, { order: order.id, door: reply.door, full });
  await showOrder(work, waiting);
  if (full) await showIncident(work, incident);
  else await callNext(work, incident, wasFull);
  return { kind: 'standby', rank: count + 1, full };
}

async function aheadOf(work: Work, incident: Incident, order: Order): Promise<number> {
  const orders = await work.tx.incidents.orders(incident.id);
  const rank = order.standbyRank ?? Infinity;
  return orders.filter((other) => other.answer === 'standby' && (other.standbyRank ?? Infinity) < rank).length + 1;
}

/** A no before or after a yes: the seat is free again and the next person is called at once. */
async function stepBack(work: Work, incident: Incident, order: Order, reply: OrderReply): Promise<OrderResult> {
  const seated = order.answer === 'accepted';
  if (order.answer === 'declined' || order.answer === 'withdrawn') return { kind: order.answer };
  const wasFull = seated && (await giveSeatBack(work, incident, order));
  const answer = seated || order.answer === 'standby' ? 'withdrawn' : 'declined';
  const out: Order = {
    ...order,
    answer,
    door: reply.door,
    reason: reply.words,
    standbyRank: null,
    answeredAt: work.now,
    etaAt: null,
  };
  await work.tx.incidents.putOrder(out);
  await work.tx.timers.cancel('eta_overdue', order.id);
  await traceIncident(work, incident, answer, order.personId, {
    order: order.id,
    door: reply.door,
    words: reply.words,
  });
  await showOrder(work, out);
  await callNext(work, incident, wasFull);
  return { kind: answer };
}

/** True: until now every seat was taken. */
async function giveSeatBack(work: Work, incident: Incident, order: Order): Promise<boolean> {
  const wasFull = isFull(await work.tx.incidents.seats(incident.id));
  await work.tx.incidents.freeSeat(order.seatId);
  await traceIncident(work, incident, 'seat_opened', order.personId, { seat: order.seatId });
  return wasFull;
}

/** Fills what has come free, then shows the incident with it. */
async function callNext(work: Work, incident: Incident, wasFull: boolean): Promise<void> {
  const refilled = await refillSeats(work, incident.id, wasFull);
  await showIncident(work, refilled?.incident ?? incident);
}

async function setEta(work: Work, incident: Incident, order: Order, reply: OrderReply): Promise<OrderResult> {
  if (order.answer !== 'accepted') return { kind: 'not_seated' };
  const minutes = reply.etaMinutes ?? 0;
  const due: Order = { ...order, etaAt: work.now + minutes * 60_000 };
  await work.tx.incidents.putOrder(due);
  await watchArrival(work, order, work.now + minutes * 60_000);
  await traceIncident(work, incident, 'eta', order.personId, { order: order.id, minutes });
  await showOrder(work, due);
  await showIncident(work, incident);
  return { kind: 'eta', minutes };
}

/** Whoever has not said to be on scene some minutes after the promised arrival is asked once. */
async function watchArrival(work: Work, order: Order, etaAt: number): Promise<void> {
  await setTimer(work, 'eta_overdue', order.id, etaAt + work.zone.timing.lateArrivalMinutes * 60_000);
}

/** 收到 means read, not going: the order stays open. */
async function markSeen(work: Work, incident: Incident, order: Order, reply: OrderReply): Promise<OrderResult> {
  await work.tx.incidents.markOrder(order.id, 'seenAt', work.now);
  await traceIncident(work, incident, 'seen', order.personId, { order: order.id, door: reply.door });
  return { kind: 'seen' };
}

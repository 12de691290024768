import { certificateFor } from '../../core/candidates.ts';
import { emptyPlaces, isFull, standbysNamed, untilAPlaceIsFree } from '../../core/call-out.ts';
import type { Door, Incident, Order, Seat } from '../../core/incident.ts';
import type { OrderResult } from '../../core/tap-result.ts';
import { zoneDate } from '../../core/zone-time.ts';
import { showOrder } from '../say.ts';
import type { Work } from '../work.ts';
import { setTimer } from '../set-timer.ts';
import { traceIncident } from '../work.ts';
import type { OrderKey } from './lock-order.ts';
import { lockDrillOrders, lockOrder } from './lock-order.ts';
import type { Opening } from './refill-seats.ts';
import { refillSeats } from './refill-seats.ts';
import { showCommand, showIncident } from './show-incident.ts';

/** What somebody says to an order, whatever the door: button, digit, words, quote, code, roll call or link. */
export interface OrderReply {
  verb: 'accept' | 'standby' | 'decline' | 'withdraw' | 'eta' | 'received';
  door: Door;
  /** The person's own words; '' for a tap. */
  words: string;
  etaMinutes?: number;
}

/** Within so long of an order most of a wave have answered. */
const rushMs = 1_000;

/**
 * The one way in which an order is answered. Accepting is one atomic claim of one seat: exactly as many people win as there
 * are places, and whoever comes later is told so at once, with a truthful place in the standby queue.
 */
export async function answerOrder(work: Work, known: OrderKey, reply: OrderReply): Promise<OrderResult> {
  const locked = await lockOrder(work, known);
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
  // Locked before anything is queued. Who goes to a real incident leaves the drills behind, without a word of their own.
  const drilled = incident.drill ? [] : await lockDrillOrders(work, order.personId);
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
  for (const one of drilled) await answerOrder(work, one, { verb: 'withdraw', door: reply.door, words: '' });
  return { kind: 'seated', already: false };
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

/** All seats are taken: those who have not answered are told in a moment, when the rush of answers is over. */
async function whenFull(work: Work, incident: Incident): Promise<void> {
  if (!isFull(await work.tx.incidents.seats(incident.id))) return;
  await setTimer(work, 'wave', incident.id, work.now + rushMs);
}

async function standBy(
  work: Work,
  incident: Incident,
  order: Order,
  reply: OrderReply,
  full: boolean,
): Promise<OrderResult> {
  const { count, highestRank } = await work.tx.incidents.standbys(incident.id);
  if (order.answer === 'standby') {
    const before = await work.tx.incidents.standbysBefore(incident.id, order.standbyRank ?? 0);
    return { kind: 'standby', rank: before + 1, full };
  }
  const opening = order.answer === 'accepted' ? await giveSeatBack(work, incident, order) : 'none';
  const waiting: Order = {
    ...order,
    answer: 'standby',
    door: reply.door,
    reason: reply.words,
    standbyRank: highestRank + 1,
    waitUntil: full ? work.now : notAskedBefore(work, order),
    answeredAt: work.now,
    acceptedAt: null,
    etaAt: null,
  };
  await work.tx.incidents.putOrder(waiting);
  await traceIncident(work, incident, 'standby', order.personId, { order: order.id, door: reply.door, full });
  await showOrder(work, waiting);
  const changed = order.answer === 'accepted' || count < standbysNamed ? 'everywhere' : 'command';
  if (!full) await callNext(work, incident, opening, changed);
  else await (changed === 'everywhere' ? showIncident : showCommand)(work, incident);
  return { kind: 'standby', rank: count + 1, full };
}

/**
 * Whoever would have gone is asked as soon as a place is free; whoever chose to wait is left alone for a while, then asked
 * once, and from then on only when a place comes free.
 */
function notAskedBefore(work: Work, order: Order): number {
  const askedAgain = order.answer === 'open' && order.answeredAt !== null;
  return askedAgain ? untilAPlaceIsFree : work.now + work.zone.timing.waveTimerSeconds * 1_000;
}

/** A no before or after a yes: the seat is free again and the next person is called at once. */
async function stepBack(work: Work, incident: Incident, order: Order, reply: OrderReply): Promise<OrderResult> {
  const seated = order.answer === 'accepted';
  if (order.answer === 'declined' || order.answer === 'withdrawn') return { kind: order.answer };
  const opening = seated ? await giveSeatBack(work, incident, order) : 'none';
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
  await callNext(work, incident, opening, order.answer === 'open' ? 'command' : 'everywhere');
  return { kind: answer };
}

async function giveSeatBack(work: Work, incident: Incident, order: Order): Promise<Opening> {
  const wasFull = isFull(await work.tx.incidents.seats(incident.id));
  await work.tx.incidents.freeSeat(order.seatId);
  await traceIncident(work, incident, 'seat_opened', order.personId, { seat: order.seatId });
  return wasFull ? 'first_place' : 'place';
}

/** Fills what has come free, then shows the incident with it wherever that or the answer itself changes the card. */
async function callNext(
  work: Work,
  incident: Incident,
  opening: Opening,
  changed: 'command' | 'everywhere',
): Promise<void> {
  const refilled = await refillSeats(work, incident.id, opening);
  const present = refilled?.incident ?? incident;
  if (changed === 'everywhere' || refilled?.changed === 'everywhere') await showIncident(work, present);
  else await showCommand(work, present);
}

async function setEta(work: Work, incident: Incident, order: Order, reply: OrderReply): Promise<OrderResult> {
  if (order.answer !== 'accepted') return { kind: 'not_seated' };
  const minutes = reply.etaMinutes ?? 0;
  const due: Order = { ...order, etaAt: work.now + minutes * 60_000 };
  await work.tx.incidents.putOrder(due);
  await watchArrival(work, order, work.now + minutes * 60_000);
  await traceIncident(work, incident, 'eta', order.personId, { order: order.id, minutes });
  await showOrder(work, due);
  await showCommand(work, incident);
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

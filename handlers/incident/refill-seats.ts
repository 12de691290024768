import type { Asking, WavePlan } from '../../core/call-out.ts';
import { emptyPlaces, isAwaited, planWave, waveSize } from '../../core/call-out.ts';
import { certificateFor } from '../../core/candidates.ts';
import type { OrderId } from '../../core/ids.ts';
import { replyCode } from '../../core/ids.ts';
import type { Incident, Order, Seat } from '../../core/incident.ts';
import { zoneDate } from '../../core/zone-time.ts';
import { sendOrders } from '../say.ts';
import type { Work } from '../work.ts';
import { setTimer } from '../set-timer.ts';
import { traceIncident } from '../work.ts';
import { squadRoomsOf } from './squad-rooms.ts';
import { tellCommand } from './show-incident.ts';

/**
 * Looks at a called-out incident's empty places and calls whoever is next: standbys first, then the next wave. Run after
 * everything that can open a place (a decline, a withdrawal, an undelivered order, a need, the timer); does nothing when
 * enough people are still being asked. When nobody is left the officer is told, once.
 *
 * @param wasFull a place came free after all were taken: whoever had not answered was told so, and is now asked again
 * @returns how many people were called
 */
export async function refillSeats(
  work: Work,
  incidentId: Incident['id'],
  wasFull = false,
): Promise<{ incident: Incident; called: number } | null> {
  const locked = await work.tx.incidents.lock(incidentId);
  if (locked?.state !== 'called_out') return null;
  const seats = await work.tx.incidents.seats(incidentId);
  const orders = await work.tx.incidents.orders(incidentId);
  const promoted = await promoteStandbys(work, seats, orders);
  const promotedOrders = orders.map((order) => promoted.get(order.id) ?? order);
  const again = wasFull ? await askAgain(work, seats, promotedOrders) : new Map<OrderId, Order>();
  const present = promotedOrders.map((order) => again.get(order.id) ?? order);
  const reopened = [...promoted.values(), ...again.values()].filter(({ answer }) => answer === 'open').length;
  const plan = planWave(seats, present, await candidatesIfNeeded(work, locked, seats, present), {
    target: locked.position,
    now: work.now,
    today: zoneDate(work.now, work.zone.timeZone),
    timing: work.zone.timing,
  });
  const incident: Incident = {
    ...locked,
    waves: plan.askings.length === 0 ? locked.waves : locked.waves + 1,
    squadRoomIds: await squadRoomsOf(work, locked, plan.askings),
    exhaustedAt: isExhausted(plan, present, work.now) ? (locked.exhaustedAt ?? work.now) : null,
  };
  await work.tx.incidents.put(incident);
  if (plan.askings.length > 0) await callOut(work, incident, plan.askings);
  await setWaveTimer(work, incident, seats);
  if (incident.exhaustedAt !== null && locked.exhaustedAt === null) await tellNobodyLeft(work, incident, plan.short);
  return { incident, called: plan.askings.length + reopened };
}

/** Empty places that nobody who is being asked could fill, nor a standby whose turn is still to come. */
function isExhausted(plan: WavePlan, orders: readonly Order[], now: number): boolean {
  return plan.short.length > 0 && !orders.some((order) => order.answer === 'standby' && order.waitUntil > now);
}

/** The list of people is read only when somebody has to be chosen from it. */
async function candidatesIfNeeded(work: Work, { drill }: Incident, seats: readonly Seat[], orders: readonly Order[]) {
  const wanting = seats.some((seat) => {
    const awaited = orders.filter((order) => order.seatId === seat.id && isAwaited(order, work.now)).length;
    return awaited < waveSize(emptyPlaces(seat), work.zone.timing.waveOvershootPercent);
  });
  return wanting ? work.tx.people.candidates(drill) : [];
}

async function callOut(work: Work, incident: Incident, askings: readonly Asking[]): Promise<void> {
  const first = await work.tx.settings.take('order_code', askings.length);
  const orders = askings.map(({ seat, ranked }, index) => newOrder(work, incident, seat, ranked, first + index));
  await work.tx.incidents.addOrders(orders);
  await sendOrders(
    work,
    orders.flatMap((order, index) => {
      const channel = askings[index]?.ranked.candidate.channels[0];
      return channel === undefined ? [] : [{ order, roomId: channel.roomId }];
    }),
  );
  await traceIncident(work, incident, 'wave', null, {
    wave: incident.waves,
    asked: orders.map((order) => order.personId),
  });
}

function newOrder(work: Work, incident: Incident, seat: Seat, ranked: Asking['ranked'], codeNumber: number): Order {
  return {
    id: work.ids.next<OrderId>(work.now),
    incidentId: incident.id,
    seatId: seat.id,
    personId: ranked.candidate.person.id,
    wave: incident.waves,
    code: replyCode(codeNumber),
    token: work.ids.token(),
    answer: 'open',
    reason: '',
    door: null,
    standbyRank: null,
    platform: ranked.candidate.channels[0]?.platform ?? null,
    channelsTried: 1,
    distanceMetres: ranked.distanceMetres,
    travelMinutes: ranked.travelSeconds === null ? null : Math.ceil(ranked.travelSeconds / 60),
    positionAt: ranked.positionAt,
    createdAt: work.now,
    waitUntil: work.now + work.zone.timing.waveTimerSeconds * 1_000,
    sentAt: null,
    deliveredAt: null,
    seenAt: null,
    answeredAt: null,
    acceptedAt: null,
    etaAt: null,
    underwayAt: null,
    onSceneAt: null,
    doneAt: null,
    releasedAt: null,
    safeAt: null,
  };
}

/** Standbys are asked before anybody new, in the order of their rank, for a seat that they may fill. */
async function promoteStandbys(
  work: Work,
  seats: readonly Seat[],
  orders: readonly Order[],
): Promise<ReadonlyMap<OrderId, Order>> {
  const promoted = new Map<OrderId, Order>();
  const waiting = orders
    .filter((order) => order.answer === 'standby' && order.waitUntil <= work.now)
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
async function askAgain(
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

async function setWaveTimer(work: Work, incident: Incident, seats: readonly Seat[]): Promise<void> {
  if (seats.every((seat) => emptyPlaces(seat) === 0)) {
    await work.tx.timers.cancel('wave', incident.id);
    return;
  }
  await setTimer(work, 'wave', incident.id, work.now + work.zone.timing.waveTimerSeconds * 1_000);
}

async function tellNobodyLeft(work: Work, incident: Incident, short: readonly Seat[]): Promise<void> {
  await traceIncident(work, incident, 'nobody_left', null, { seats: short.map((seat) => seat.skill) });
  await tellCommand(work, { kind: 'nobody_left', incidentId: incident.id }, 'order');
}

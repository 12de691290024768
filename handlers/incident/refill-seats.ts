import type { Asking, WavePlan } from '../../core/call-out.ts';
import { emptyPlaces, isAwaited, isResting, planWave, waveSize } from '../../core/call-out.ts';
import type { OrderId } from '../../core/ids.ts';
import { replyCode } from '../../core/ids.ts';
import type { Incident, Order, Seat } from '../../core/incident.ts';
import { zoneDate } from '../../core/zone-time.ts';
import { sendOrders } from '../say.ts';
import type { Work } from '../work.ts';
import { setTimer } from '../set-timer.ts';
import { traceIncident } from '../work.ts';
import { askAgain, promoteStandbys } from './ask-again.ts';
import { squadRoomsOf } from './squad-rooms.ts';
import { tellCommand } from './show-incident.ts';

/**
 * What happened before the look. `none`: no place came free, somebody is just not coming or silent. `place`: one came free or
 * was opened, and standbys who wait for that are asked. `first_place`: the same after all were taken: whoever had not answered
 * was told so, and is asked again too.
 */
export type Opening = 'none' | 'place' | 'first_place';

/** What a look at the empty places came to. */
export interface Refill {
  incident: Incident;
  /** How many people were called. */
  called: number;
  /** Where the cards show something else than before. */
  changed: 'nowhere' | 'command' | 'everywhere';
}

/**
 * Looks at a called-out incident's empty places and calls whoever is next: standbys first, then the next wave. Run after
 * everything that can open a place (a decline, a withdrawal, an undelivered order, a need, the timer); does nothing when
 * enough people are still being asked. When nobody is left the officer is told, once.
 */
export async function refillSeats(
  work: Work,
  incidentId: Incident['id'],
  opening: Opening = 'none',
): Promise<Refill | null> {
  const locked = await work.tx.incidents.lock(incidentId);
  if (locked?.state !== 'called_out') return null;
  const seats = await work.tx.incidents.seats(incidentId);
  const orders = await work.tx.incidents.orders(incidentId);
  const promoted = await promoteStandbys(work, seats, orders, opening !== 'none');
  const promotedOrders = orders.map((order) => promoted.get(order.id) ?? order);
  const again = opening === 'first_place' ? await askAgain(work, seats, promotedOrders) : new Map<OrderId, Order>();
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
  return { incident, called: plan.askings.length + reopened, changed: changeOf(locked, incident, promoted.size) };
}

/** The squads' card names standbys; whom else was asked, and that nobody is left, only the command's tells. */
function changeOf(before: Incident, after: Incident, promoted: number): Refill['changed'] {
  if (promoted > 0 || after.squadRoomIds.length > before.squadRoomIds.length) return 'everywhere';
  return after.waves > before.waves || after.exhaustedAt !== before.exhaustedAt ? 'command' : 'nowhere';
}

/** Empty places that nobody who is being asked could fill, nor a standby whose turn is still to come. */
function isExhausted(plan: WavePlan, orders: readonly Order[], now: number): boolean {
  const toCome = (order: Order): boolean => order.answer === 'standby' && order.waitUntil > now && !isResting(order);
  return plan.short.length > 0 && !orders.some(toCome);
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

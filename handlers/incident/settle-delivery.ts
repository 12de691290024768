import type { Incident, Order } from '../../core/incident.ts';
import type { PublicNotice } from '../../core/notice.ts';
import type { LaneClaim, SendOutcome } from '../../core/ports/outbox.ts';
import { isPrivateNotice } from '../../core/private-notice.ts';
import { settlePrivately } from '../matter/settle-privately.ts';
import { passOnAnew } from '../patrol/ask-leave.ts';
import { sendOrders, toRooms } from '../say.ts';
import type { Work } from '../work.ts';
import { traceIncident } from '../work.ts';
import { commandRooms } from './command-rooms.ts';
import { lockOrder } from './lock-order.ts';
import { refillSeats } from './refill-seats.ts';
import { showCommand, showIncident, tellCommand } from './show-incident.ts';

/**
 * What follows from how a notice was delivered, in the transaction that records it. An order that a channel refused goes to
 * the next channel, and when there is none the next person is called; an order whose answer was lost is sent by the next
 * channel, or once more by the last one, and marked a possible repeat there.
 */
export async function settleDelivery(work: Work, claim: LaneClaim, outcome: SendOutcome): Promise<void> {
  if (outcome.kind === 'dead') await noteRoom(work, claim, outcome);
  const { notice } = claim.notice;
  if (isPrivateNotice(notice)) return settlePrivately(work, claim, outcome, notice);
  if (notice.kind === 'order') await settleOrder(work, claim, outcome, notice);
  else if (outcome.kind === 'dead' && claim.room.purpose === 'command') await tellElsewhere(work, claim, notice);
  else if (notice.kind === 'shift_request' && isShut(outcome)) await passOnAnew(work, notice.requestId);
  else if (squadIsGone(claim, outcome)) await reportLoss(work, claim, notice);
  else if (mustArrive(notice) && (outcome.kind === 'dead' || isExpired(outcome))) await reportLoss(work, claim, notice);
}

/** Notices whose loss somebody must hear of. */
function mustArrive(notice: PublicNotice): boolean {
  return (
    notice.kind === 'stand_down' ||
    notice.kind === 'officer_word' ||
    notice.kind === 'emergency_line' ||
    notice.kind === 'hazard_order' ||
    notice.kind === 'patrol_find' ||
    (notice.kind === 'welfare_check' && notice.step === 'officer')
  );
}

/** A squad's group turns out to be closed to the bot: told with the first card that it does not get, and not again. */
function squadIsGone({ room }: LaneClaim, outcome: SendOutcome): boolean {
  if (outcome.kind !== 'dead' || room.purpose !== 'squad' || room.state !== 'open') return false;
  return outcome.reason === 'room_gone' || outcome.reason === 'not_a_member';
}

/** Nothing will reach this chat any more, which is noted. */
function isShut(outcome: SendOutcome): boolean {
  if (outcome.kind !== 'dead' || outcome.reason === undefined) return false;
  return outcome.reason !== 'refused' && outcome.reason !== 'message_gone';
}

function isExpired(outcome: SendOutcome): boolean {
  return outcome.kind === 'void' && outcome.why === 'expired';
}

/** A person who blocked the bot and a room that is gone are known from then on, and not asked again in vain. */
async function noteRoom(work: Work, claim: LaneClaim, outcome: SendOutcome & { kind: 'dead' }): Promise<void> {
  const { room } = claim;
  if (outcome.reason === 'room_gone' || outcome.reason === 'not_a_member') {
    await work.tx.rooms.put({ ...room, state: 'gone' });
  }
  if (room.kind !== 'direct' || !isShut(outcome)) return;
  const reader = claim.notice.readerId;
  if (reader === null) return;
  for (const identity of await work.tx.people.identitiesOf(reader)) {
    if (identity.roomId === room.id) await work.tx.people.setIdentityState(identity.id, 'blocked');
  }
}

/** A command group that is gone: what it was to hear goes to where the command hears now. */
async function tellElsewhere(
  work: Work,
  { room, notice: { priority, slot } }: LaneClaim,
  notice: PublicNotice,
): Promise<void> {
  const others = (await commandRooms(work)).filter((id) => id !== room.id);
  await toRooms(work, others, notice, { priority, ...(slot === null ? {} : { slot }) });
}

async function reportLoss(work: Work, claim: LaneClaim, notice: PublicNotice): Promise<void> {
  const { readerId } = claim.notice;
  const incident = await incidentOf(work, notice);
  await tellCommand(work, {
    kind: 'undelivered',
    what: notice.kind,
    personId: readerId,
    roomTitle: claim.room.title,
    ...(incident?.drill === true ? { drill: true } : {}),
  });
}

async function incidentOf(work: Work, notice: PublicNotice): Promise<Incident | null> {
  if ('incidentId' in notice) return work.tx.incidents.byId(notice.incidentId);
  const order = 'orderId' in notice ? await work.tx.incidents.order(notice.orderId) : null;
  return order === null ? null : work.tx.incidents.byId(order.incidentId);
}

async function settleOrder(
  work: Work,
  claim: LaneClaim,
  outcome: SendOutcome,
  notice: Extract<PublicNotice, { kind: 'order' }>,
): Promise<void> {
  if (outcome.kind === 'sent') {
    const order = await work.tx.incidents.order(notice.orderId);
    if (order === null || order.sentAt !== null) return;
    await work.tx.incidents.markOrder(order.id, 'sentAt', work.now);
    await traceIncident(work, { id: order.incidentId }, 'order_sent', null, {
      order: order.id,
      platform: claim.room.platform,
    });
    return;
  }
  const lost = outcome.kind === 'unknown' || outcome.kind === 'dead' || isExpired(outcome);
  if (!lost || claim.notice.priority !== 'order') return;
  const known = await work.tx.incidents.order(notice.orderId);
  const order = known === null ? null : (await lockOrder(work, known))?.order;
  if (order?.answer !== 'open') return;
  if (outcome.kind === 'unknown') {
    await traceIncident(work, { id: order.incidentId }, 'order_unknown', null, { order: order.id });
    await nextChannel(work, order, true);
  } else {
    await traceIncident(work, { id: order.incidentId }, 'order_undelivered', null, { order: order.id });
    if (!(await nextChannel(work, order, false))) await giveUp(work, order);
  }
}

/** Opens the order's next channel; for a repeat the last one serves twice. False: there is none left. */
async function nextChannel(work: Work, order: Order, repeat: boolean): Promise<boolean> {
  const channels = await work.tx.people.channelsOf(order.personId);
  const current = channels.findIndex(({ platform }) => platform === order.platform);
  const channel = channels[current + 1] ?? (repeat ? channels[current] : undefined);
  if (channel === undefined || order.channelsTried > channels.length) return false;
  const moved: Order = { ...order, platform: channel.platform, channelsTried: order.channelsTried + 1 };
  await work.tx.incidents.putOrder(moved);
  await sendOrders(work, [{ order: moved, roomId: channel.roomId, repeat }]);
  return true;
}

/** No channel took it: the person counts as unreachable and the next one is called at once. */
async function giveUp(work: Work, order: Order): Promise<void> {
  await work.tx.incidents.putOrder({ ...order, answer: 'unreachable', answeredAt: work.now });
  const refilled = await refillSeats(work, order.incidentId);
  const incident = refilled?.incident ?? (await work.tx.incidents.byId(order.incidentId));
  if (incident === null) return;
  if (refilled?.changed === 'everywhere') await showIncident(work, incident);
  else await showCommand(work, incident);
}

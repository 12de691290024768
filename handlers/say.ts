import type { Instant } from '../core/clock.ts';
import type { NoticeId, PersonId, RoomId } from '../core/ids.ts';
import type { Order } from '../core/incident.ts';
import type { Platform } from '../core/message.ts';
import type { Notice, Priority, PublicNotice, QueuedNotice } from '../core/notice.ts';
import type { PrivateNotice } from '../core/private-notice.ts';
import type { Work } from './work.ts';

/** How something is said. Nothing is sent here: it is queued in the transaction and sent after the commit. */
export interface Manner {
  priority: Priority;
  /** One message per slot and room, edited in place. */
  slot?: string;
  /** Quotes this message of the room. */
  replyTo?: string;
  reader?: PersonId;
  expiresAt?: Instant;
}

function queued(work: Work, roomId: RoomId, notice: Notice, manner: Manner): QueuedNotice {
  return {
    id: work.ids.next<NoticeId>(work.now),
    roomId,
    notice,
    priority: manner.priority,
    readerId: manner.reader ?? null,
    slot: manner.slot ?? null,
    replyTo: manner.replyTo ?? null,
    queuedAt: work.now,
    dueAt: work.now,
    expiresAt: manner.expiresAt ?? null,
    attempts: 0,
  };
}

/** Queues a notice for each of these rooms; never one of a private matter. */
export async function toRooms(
  work: Work,
  rooms: readonly RoomId[],
  notice: PublicNotice,
  manner: Manner,
): Promise<void> {
  if (rooms.length === 0) return;
  await work.tx.outbox.add(rooms.map((roomId) => queued(work, roomId, notice, manner)));
}

/** Queues a notice of a private matter for one person's direct chat; only handlers/matter/say-privately.ts knows which that is. */
export async function toDirect(
  work: Work,
  roomId: RoomId,
  notice: PrivateNotice,
  manner: Manner & { reader: PersonId },
): Promise<void> {
  await work.tx.outbox.add([queued(work, roomId, notice, manner)]);
}

/** Queues a notice about an order on the channel that carries it, else on the person's first. False: there is none. */
export async function toHolder(work: Work, order: Order, notice: PublicNotice, manner: Manner): Promise<boolean> {
  const channel = await channelOf(work, order);
  if (channel === undefined) return false;
  await toRooms(work, [channel.roomId], notice, { ...manner, reader: order.personId });
  return true;
}

async function channelOf(work: Work, order: Order): Promise<{ platform: Platform; roomId: RoomId } | undefined> {
  const channels = await work.tx.people.channelsOf(order.personId);
  return channels.find(({ platform }) => platform === order.platform) ?? channels[0];
}

/** Queues the orders' messages, each with the channel that it goes to; all at once, for a whole wave. */
export async function sendOrders(
  work: Work,
  orders: readonly { order: Order; roomId: RoomId; again?: boolean; repeat?: boolean }[],
): Promise<void> {
  const timeToLive = work.zone.timing.orderTimeToLiveMinutes * 60_000;
  await work.tx.outbox.add(
    orders.map(({ order, roomId, again, repeat }) =>
      queued(
        work,
        roomId,
        {
          kind: 'order',
          orderId: order.id,
          ...(again === true ? { again } : {}),
          ...(repeat === true ? { repeat } : {}),
        },
        { priority: 'order', reader: order.personId, slot: orderSlot(order), expiresAt: work.now + timeToLive },
      ),
    ),
  );
}

/** The slot of an order's message: its later states edit the same message. */
export function orderSlot(order: Pick<Order, 'id'>): string {
  return `order:${order.id}`;
}

/**
 * Shows an order's new state in its message. Where nothing can be edited the answers to the person's words say it already.
 * @returns false: nothing can be edited there
 */
export async function showOrder(work: Work, order: Order, priority: Priority = 'card'): Promise<boolean> {
  const channel = await channelOf(work, order);
  if (channel === undefined || !work.can(channel.platform).edit) return false;
  const notice = { kind: 'order', orderId: order.id } as const;
  await toRooms(work, [channel.roomId], notice, { priority, slot: orderSlot(order), reader: order.personId });
  return true;
}

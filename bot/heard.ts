import type { OrderId } from '../core/ids.ts';
import type { Order } from '../core/incident.ts';
import type { InboundMessage } from '../core/message.ts';
import type { Notice, PublicNotice } from '../core/notice.ts';
import type { Person, Room } from '../core/people.ts';
import type { OpenQuestion } from '../core/ports/rooms.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import type { Reading } from '../core/reading/reading.ts';
import { toRooms } from '../handlers/say.ts';
import type { Work } from '../handlers/work.ts';

/** A message with everything around it that its meaning depends on. */
export interface Heard {
  work: Work;
  room: Room;
  person: Person;
  message: InboundMessage;
  reading: Reading;
  /** The person's current orders, newest first. */
  orders: readonly Order[];
  /** What the quoted message of ours was about; null: nothing quoted, or not ours. */
  quoted: Notice | null;
  question: OpenQuestion | null;
  /** Shifts that it can belong to now: the writer's own first, then those of the room's team. */
  shifts: readonly ShiftView[];
  /** What came with it is kept already; a flow that needs its files sees to it before. */
  filesKept?: boolean;
}

/** Answers in the same room, quoting the message in a group. */
export async function answer(work: Work, room: Room, message: InboundMessage, notice: PublicNotice): Promise<void> {
  const quote = room.kind === 'group' ? { replyTo: message.messageId } : {};
  await toRooms(work, [room.id], notice, { priority: 'answer', ...quote });
}

/** What this person is called to by now is drills and nothing else: then answers that are about nothing in particular say so. */
export async function onlyDrills({ work, orders }: Heard): Promise<{ drill?: true }> {
  const called = orders.filter(({ answer: said }) => said === 'open' || said === 'accepted' || said === 'standby');
  for (const { incidentId } of called) if ((await work.tx.incidents.byId(incidentId))?.drill !== true) return {};
  return called.length > 0 ? { drill: true } : {};
}

/** The order that a quoted message of ours was about. */
export function quotedOrder(quoted: Notice | null): OrderId | null {
  return quoted !== null && 'orderId' in quoted ? quoted.orderId : null;
}

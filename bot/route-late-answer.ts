import type { Order } from '../core/incident.ts';
import { read } from '../core/reading/read.ts';
import type { Reading } from '../core/reading/reading.ts';
import { acknowledge } from '../handlers/incident/acknowledge.ts';
import { toRooms } from '../handlers/say.ts';
import { answer, type Heard } from './heard.ts';

/** So long after the end words can still be meant for the order. */
const lateMs = 12 * 3_600_000;
const sureEnough = 0.6;
/** What whoever says this has to hear: that nobody need go. */
const wouldGo: ReadonlySet<Reading['intent']> = new Set([
  'accept',
  'standby',
  'decline',
  'underway',
  'arrived',
] as const);

/**
 * An answer to an order whose incident is over, in words that mean nothing without one: `1`, "能去 8分钟". Where cards cannot be
 * changed the order still stands in the chat as if it were open. Asked last, in direct chats alone. True: dealt with.
 */
export async function routeLateAnswer(heard: Heard): Promise<boolean> {
  const { work, room, message } = heard;
  const reading = readAsAnswer(heard);
  const isSafe = reading.intent === 'returned';
  const isReceived = reading.intent === 'received';
  if (reading.confidence < sureEnough || !(isSafe || isReceived || wouldGo.has(reading.intent))) return false;
  const order = await endedOrder(heard, reading.fields.code);
  if (isReceived && (order !== null || heard.orders.length > 0)) return signHeard(heard);
  if (order === null || (isSafe && order.safeAt === null)) return false;
  const result = { kind: isSafe ? 'safe' : 'ended' } as const;
  const told = { kind: 'order_answer', orderId: order.id, result } as const;
  if (isSafe) await acknowledge(work, room, message.messageId, told);
  else await answer(work, room, message, told);
  return true;
}

/** "收到" to whatever the bot has told somebody about their order, such as the stand-down: a sign is enough, or silence. */
async function signHeard({ work, room, message: { messageId } }: Heard): Promise<true> {
  const sign = { kind: 'reaction', messageId, emoji: '👌' } as const;
  if (work.can(room.platform).react) await toRooms(work, [room.id], sign, { priority: 'answer', replyTo: messageId });
  return true;
}

function readAsAnswer({ work, message }: Heard): Reading {
  const text = message.text;
  const plain = { photos: 0, location: false, openShift: false, openCase: false, openQuestion: null, quote: null };
  return read({ ...plain, text, room: 'direct', openOrder: true }, { places: work.zone.places });
}

/** The writer's last order, when its incident ended lately and no other code was named. */
async function endedOrder({ work, person }: Heard, code: string | undefined): Promise<Order | null> {
  const order = await work.tx.incidents.lastOrder(person.id);
  if (order === null || (code !== undefined && code.toUpperCase() !== order.code)) return null;
  const incident = await work.tx.incidents.byId(order.incidentId);
  const endedAt = incident?.stoodDownAt ?? incident?.closedAt ?? null;
  return endedAt !== null && work.now - endedAt <= lateMs ? order : null;
}

import type { Order } from '../core/incident.ts';
import type { Person } from '../core/people.ts';
import type { LineReading } from '../core/reading/reading.ts';
import { answerOrder } from '../handlers/incident/answer-order.ts';
import type { Heard } from './heard.ts';
import { acknowledge } from '../handlers/incident/acknowledge.ts';

const verbs: Partial<Record<LineReading['intent'], 'accept' | 'decline' | 'standby' | 'received'>> = {
  accept: 'accept',
  underway: 'accept',
  decline: 'decline',
  standby: 'standby',
  received: 'received',
};

/**
 * A 接龙: everybody reposts the whole list, so the copies fork. Each line answers only an order that its person has not
 * answered yet; a line that is missing is no withdrawal, and somebody else's copy changes nothing that a person has said.
 */
export async function routeRollCall(heard: Heard): Promise<boolean> {
  let answered = 0;
  for (const line of heard.reading.lines ?? []) if (await answerLine(heard, line)) answered += 1;
  const order = heard.orders[0];
  if (answered > 0 && order !== undefined) {
    const notice = { kind: 'order_answer', orderId: order.id, result: { kind: 'noted' } } as const;
    await acknowledge(heard.work, heard.room, heard.message.messageId, notice);
  }
  return answered > 0;
}

async function answerLine(heard: Heard, line: LineReading): Promise<boolean> {
  const verb = verbs[line.intent];
  const person = verb === undefined ? null : await personOf(heard, line);
  if (verb === undefined || person === null) return false;
  const own = person.id === heard.person.id;
  // For somebody else only teammates speak, where the team reads along.
  if (!own && !['squad', 'command'].includes(heard.room.purpose)) return false;
  const orders = own ? heard.orders : await heard.work.tx.incidents.currentOrders(person.id);
  const open = orders.filter((order: Order) => order.answer === 'open');
  const order = open[0];
  if (order === undefined || open.length > 1) return false;
  const eta = line.fields.etaMinutes;
  await answerOrder(heard.work, order, {
    verb,
    door: 'roll_call',
    words: line.because[0]?.words ?? '',
    ...(eta === undefined ? {} : { etaMinutes: eta }),
  });
  return true;
}

/** By call sign, or by a name that only one teammate has. */
async function personOf(heard: Heard, line: LineReading): Promise<Person | null> {
  if (line.person === '') return null;
  if (line.person === heard.person.callSign || line.person === heard.person.name) return heard.person;
  const byCallSign = await heard.work.tx.people.byCallSign(line.person);
  if (byCallSign !== null) return byCallSign;
  const named = (await heard.work.tx.people.withRole('rescuer')).filter((person) => person.name === line.person);
  return named.length === 1 ? (named[0] ?? null) : null;
}

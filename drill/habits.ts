import type { Order } from '../core/incident.ts';
import type { Verb } from '../core/message.ts';
import type { Chance } from './chance.ts';
import type { Phone } from './phone.ts';

/** Of those who have a button some write all the same. */
const writesAnyway = 0.3;

/** Yes by the button; 待命 when that is all the card still offers; where there are no buttons the digit. */
export async function accept(phone: Phone, order: Order): Promise<void> {
  if (await phone.press(order.token, ['accept', 'standby'])) return;
  await phone.say('1', 'digit');
}

/** Promises the first offered number of minutes that is enough; in words where none is offered. */
export async function promise(phone: Phone, order: Order, minutes: number, inWords: string): Promise<void> {
  const offered = phone.offers(order.token, 'eta');
  const choice = offered.find((one) => Number(one) >= minutes) ?? offered.at(-1);
  if (choice !== undefined && (await phone.press(order.token, ['eta'], choice))) return;
  await phone.say(inWords, 'digit');
}

/** A step on the way: mostly by the button where there is one, else in words. */
export async function report(
  phone: Phone,
  order: Order,
  verb: Verb,
  sayings: readonly string[],
  chance: Chance,
): Promise<void> {
  const writes = chance.next() < writesAnyway;
  if (!writes && (await phone.press(order.token, [verb]))) return;
  await phone.say(chance.pick(sayings), 'words');
}

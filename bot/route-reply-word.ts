import type { Incident, Order } from '../core/incident.ts';
import { tapData, type Verb } from '../core/message.ts';
import { mayOnIncident } from '../core/permission.ts';
import type { Intent } from '../core/reading/reading.ts';
import { answer, type Heard } from './heard.ts';
import { routeTap } from './route-tap.ts';
import { readReplyWord, type WordReply } from './texts/reply-words.ts';

/** In which orders a word can mean a step, when it names none by code. */
const fitting: Partial<Record<Verb, (order: Order) => boolean>> = {
  accept: ({ answer: said }) => said === 'open' || said === 'standby' || said === 'declined' || said === 'withdrawn',
  standby: ({ answer: said }) => said === 'open',
  decline: ({ answer: said }) => said === 'open' || said === 'standby',
  withdraw: ({ answer: said }) => said === 'accepted',
  underway: ({ answer: said, underwayAt }) => said === 'accepted' && underwayAt === null,
  on_scene: ({ answer: said, onSceneAt }) => said === 'accepted' && onSceneAt === null,
  done: ({ answer: said, doneAt }) => said === 'accepted' && doneAt === null,
  safe: ({ acceptedAt, safeAt }) => acceptedAt !== null && safeAt === null,
};

/** The intents that core/reading has for the same steps. */
const readAs: Partial<Record<Verb, Intent>> = {
  accept: 'accept',
  standby: 'standby',
  decline: 'decline',
  withdraw: 'decline',
  underway: 'underway',
  on_scene: 'arrived',
  safe: 'returned',
};

/**
 * The words that a card offers in place of its buttons do what the buttons do, by the same door as a tap. True: dealt with.
 * An officer's word must name its incident, by number or by a quote; a rescuer's must fit an order of theirs.
 */
export async function routeReplyWord(heard: Heard): Promise<boolean> {
  const reply = readReplyWord(heard.message.text);
  if (reply === null) return false;
  return reply.verb in fitting ? replyToOrder(heard, reply) : replyToIncident(heard, reply);
}

async function replyToIncident(heard: Heard, reply: WordReply): Promise<boolean> {
  const { work, person, room } = heard;
  if (room.kind === 'group' && room.purpose !== 'command') return false;
  if (!mayOnIncident(person, reply.verb)) return false;
  const incident = await incidentNamed(heard, reply.number);
  if (incident === null) return false;
  const result = await routeTap(work, person, tapData({ ...reply, token: incident.token }), 'words');
  await answer(work, room, heard.message, { kind: 'word_answer', incidentId: incident.id, result });
  return true;
}

/** The running incident whose number ends so, else the one of the quoted card. Two that fit are none. */
async function incidentNamed({ work, quoted }: Heard, number: string | undefined): Promise<Incident | null> {
  if (number !== undefined) {
    const running = await work.tx.incidents.running();
    const named = running.filter((incident) => incident.number.endsWith(number));
    return named.length === 1 ? (named[0] ?? null) : null;
  }
  return quoted !== null && 'incidentId' in quoted ? work.tx.incidents.byId(quoted.incidentId) : null;
}

async function replyToOrder(heard: Heard, reply: WordReply): Promise<boolean> {
  const { work, person, room, message, reading } = heard;
  // Where reading says the same, its own flow answers; where it says another, the offered word is the surer one.
  if (reading.intent === readAs[reply.verb]) return false;
  const named = heard.orders.filter(
    reply.code === undefined ? (fitting[reply.verb] ?? (() => false)) : ({ code }) => code === reply.code,
  );
  const [order] = named;
  if (order === undefined) return false;
  if (named.length > 1) {
    const orderIds = named.map(({ id }) => id);
    await answer(work, room, message, { kind: 'which_order', orderIds, words: message.text });
    return true;
  }
  const door = reply.code === undefined ? 'words' : 'code';
  const result = await routeTap(work, person, tapData({ ...reply, token: order.token }), door);
  await answer(work, room, message, { kind: 'word_answer', incidentId: order.incidentId, result });
  return true;
}

import type { Door, Order } from '../core/incident.ts';
import type { SceneWord } from '../core/notice.ts';
import type { OrderResult } from '../core/tap-result.ts';
import { read } from '../core/reading/read.ts';
import type { RescuerIntent } from '../core/reading/reading.ts';
import { acknowledge } from '../handlers/incident/acknowledge.ts';
import { answerOrder } from '../handlers/incident/answer-order.ts';
import { reportProgress } from '../handlers/incident/report-progress.ts';
import { tellFromScene } from '../handlers/incident/tell-command.ts';
import { toRooms } from '../handlers/say.ts';
import type { Heard } from './heard.ts';
import { answer, onlyDrills, quotedOrder } from './heard.ts';

/** Intents that answer an order, that report progress, and that speak from the scene. */
const answers = ['received', 'accept', 'decline', 'standby'] as const satisfies readonly RescuerIntent[];
const progress = { underway: 'underway', arrived: 'on_scene', returned: 'safe' } as const;
const sceneWords: Partial<Record<RescuerIntent | 'question', SceneWord>> = {
  need: 'need',
  situation: 'situation',
  rescued: 'rescued',
  handed_over: 'handed_over',
  unsafe_withdrawal: 'unsafe_withdrawal',
  comms_risk: 'comms_risk',
  false_alarm: 'false_alarm',
  delay: 'delay',
  question: 'question',
};

/** Below this the words are not acted on as somebody's answer. */
const sureEnough = 0.6;

/** What a rescuer says about an order, in whatever words and by whatever door. True: dealt with. */
export async function routeRescuer(heard: Heard): Promise<boolean> {
  const { reading } = heard;
  if (reading.confidence < sureEnough && reading.fields.etaMinutes === undefined) return false;
  const intent = reading.intent;
  if (answers.some((one) => one === intent)) return answerInWords(heard, intent as (typeof answers)[number]);
  if (intent in progress) return advanceInWords(heard, progress[intent as keyof typeof progress]);
  const word = sceneWords[intent as keyof typeof sceneWords];
  if (word !== undefined && word !== 'delay') return tellInWords(heard, word);
  const minutes = arrivalMinutes(heard);
  if (minutes !== null) return etaInWords(heard, minutes);
  return false;
}

/** Whether the words read like a yes, a standby or a no. */
export function answersOrder({ reading }: Heard): boolean {
  return reading.intent !== 'received' && answers.some((one) => one === reading.intent);
}

/** "8分钟", or "晚十来分钟" on top of what was promised. */
function arrivalMinutes(heard: Heard): number | null {
  const { etaMinutes, delayMinutes } = heard.reading.fields;
  if (etaMinutes !== undefined) return etaMinutes;
  const seated = seatedOrders(heard)[0];
  if (delayMinutes === undefined || seated === undefined) return null;
  const left = seated.etaAt === null ? 0 : Math.max(0, Math.ceil((seated.etaAt - heard.work.now) / 60_000));
  return left + delayMinutes;
}

const seatedOrders = (heard: Heard): Order[] => heard.orders.filter((order) => order.answer === 'accepted');

/** The orders that the words can mean: the one named by code or quote, else those in a fitting state. */
async function meant(heard: Heard, fits: (order: Order) => boolean): Promise<Order[] | 'not_yours'> {
  const quoted = quotedOrder(heard.quoted);
  const code = heard.reading.fields.code;
  if (quoted !== null || code !== undefined) {
    const named =
      quoted === null
        ? await heard.work.tx.incidents.orderByCode((code ?? '').toUpperCase())
        : await heard.work.tx.incidents.order(quoted);
    if (named !== null) return named.personId === heard.person.id ? [named] : 'not_yours';
  }
  const quotedIncident = heard.quoted !== null && 'incidentId' in heard.quoted ? heard.quoted.incidentId : null;
  const fitting = heard.orders.filter(fits);
  const there = fitting.filter((order) => order.incidentId === quotedIncident);
  return there.length > 0 ? there : fitting;
}

/** The door that the words came in by, for the trace. */
function doorOf(heard: Heard): Door {
  if (heard.reading.fields.code !== undefined) return 'code';
  if (heard.quoted !== null || heard.message.quote !== undefined) return 'quote';
  return /^\s*[1-3\uff11-\uff13](?:\ufe0f?\u20e3)?(?![\d\uff10-\uff19分个])/.test(heard.message.text)
    ? 'digit'
    : 'words';
}

async function answerInWords(heard: Heard, intent: (typeof answers)[number]): Promise<boolean> {
  const isOpen = (order: Order): boolean => order.answer === 'open';
  const orders = await meant(heard, isOpen);
  if (orders === 'not_yours') return refuse(heard);
  const candidates = orders.length > 0 ? orders : changeable(heard, intent);
  const order = candidates[0];
  if (order === undefined) return false;
  if (candidates.length > 1) {
    if (intent !== 'received') await askWhich(heard, candidates);
    return true;
  }
  const words = heard.message.text;
  const eta = heard.reading.fields.etaMinutes;
  const verb = intent === 'decline' && order.answer === 'accepted' ? 'withdraw' : intent;
  const result = await answerOrder(heard.work, order, {
    verb,
    door: doorOf(heard),
    words,
    ...(eta === undefined ? {} : { etaMinutes: eta }),
  });
  await tell(heard, order, result);
  return true;
}

/** Without an open order clear words can still change an earlier answer; a bare digit never does. */
function changeable(heard: Heard, intent: (typeof answers)[number]): Order[] {
  if (intent === 'received' || doorOf(heard) === 'digit') return [];
  const from: readonly Order['answer'][] =
    intent === 'decline' ? ['accepted', 'standby'] : ['standby', 'declined', 'withdrawn', 'accepted'];
  const newest = heard.orders.find((order) => from.includes(order.answer) && order.releasedAt === null);
  return newest === undefined ? [] : [newest];
}

async function advanceInWords(heard: Heard, verb: 'underway' | 'on_scene' | 'safe'): Promise<boolean> {
  const orders = await meant(heard, (order) => order.acceptedAt !== null && order.safeAt === null);
  if (orders === 'not_yours') return refuse(heard);
  const order = orders[0];
  if (order === undefined) return verb === 'underway' && goingIsYes(heard);
  if (orders.length > 1) {
    await askWhich(heard, orders);
    return true;
  }
  // Who is not done yet and says to be well still holds the seat, and is asked after the stand-down like everybody.
  const holding = order.answer === 'accepted' && order.releasedAt === null && order.doneAt === null;
  if (verb === 'safe' && holding) return tellInWords(heard, 'situation');
  const { etaMinutes } = heard.reading.fields;
  const result = await reportProgress(heard.work, order, verb, doorOf(heard));
  if (etaMinutes !== undefined && result.kind === 'underway') {
    await answerOrder(heard.work, order, { verb: 'eta', door: doorOf(heard), words: '', etaMinutes });
  }
  await tell(heard, order, result);
  return true;
}

/** "出发了" to an order that still waits for an answer is a yes and a start. */
async function goingIsYes(heard: Heard): Promise<boolean> {
  const open = heard.orders.filter((order) => order.answer === 'open');
  const order = open[0];
  if (order === undefined) return false;
  if (open.length > 1) {
    await askWhich(heard, open);
    return true;
  }
  const eta = heard.reading.fields.etaMinutes;
  const claimed = await answerOrder(heard.work, order, {
    verb: 'accept',
    door: doorOf(heard),
    words: heard.message.text,
    ...(eta === undefined ? {} : { etaMinutes: eta }),
  });
  const seated = claimed.kind === 'seated';
  await tell(heard, order, seated ? await reportProgress(heard.work, order, 'underway', doorOf(heard)) : claimed);
  return true;
}

async function tellInWords(heard: Heard, word: SceneWord): Promise<boolean> {
  const orders = await meant(heard, (order) => order.answer === 'accepted' && order.releasedAt === null);
  const order = orders === 'not_yours' ? undefined : orders[0];
  if (order === undefined) return false;
  if (order.onSceneAt === null && arrivesFirst(heard))
    await reportProgress(heard.work, order, 'on_scene', doorOf(heard));
  const { skills, equipment, people } = heard.reading.fields;
  const result = await tellFromScene(heard.work, order, {
    word,
    words: heard.message.text,
    skills: skills ?? [],
    equipment: equipment ?? [],
    people: people ?? null,
  });
  if (result.kind === 'noted' && word === 'handed_over') {
    await reportProgress(heard.work, order, 'done', doorOf(heard));
  }
  await tell(heard, order, result);
  return true;
}

/** "到场了，需要绳子": whoever speaks from the scene says first that they are there. */
function arrivesFirst({ message }: Heard): boolean {
  const [first = '', ...rest] = message.text.trim().split(/[\s,，。;；!！]+/);
  if (rest.length === 0) return false;
  const alone = {
    photos: 0,
    location: false,
    openOrder: true,
    openShift: false,
    openCase: false,
    quote: null,
  } as const;
  return read({ ...alone, text: first, room: 'direct', openQuestion: null }).intent === 'arrived';
}

async function etaInWords(heard: Heard, etaMinutes: number): Promise<boolean> {
  const orders = await meant(heard, (order) => order.answer === 'accepted' && order.onSceneAt === null);
  const order = orders === 'not_yours' ? undefined : orders[0];
  if (order === undefined) return false;
  const reply = { verb: 'eta', door: doorOf(heard), words: heard.message.text, etaMinutes } as const;
  await tell(heard, order, await answerOrder(heard.work, order, reply));
  return true;
}

/** A person's words are answered once: quietly when all is as they said, in words when the truth is another. */
async function tell(heard: Heard, order: Order, result: OrderResult): Promise<void> {
  const { work, room, message } = heard;
  const notice = { kind: 'order_answer', orderId: order.id, result } as const;
  const asSaid = result.kind !== 'standby' && result.kind !== 'ended' && result.kind !== 'not_seated';
  const needsButtons = room.kind === 'direct' && (result.kind === 'seated' || result.kind === 'underway');
  if (asSaid && !needsButtons) return acknowledge(work, room, message.messageId, notice);
  await toRooms(work, [room.id], notice, { priority: 'answer', replyTo: message.messageId, reader: heard.person.id });
}

async function askWhich(heard: Heard, orders: readonly Order[]): Promise<void> {
  const orderIds = orders.map((order) => order.id);
  await answer(heard.work, heard.room, heard.message, { kind: 'which_order', orderIds, words: heard.message.text });
}

async function refuse(heard: Heard): Promise<boolean> {
  await answer(heard.work, heard.room, heard.message, {
    kind: 'refusal',
    result: { kind: 'not_yours' },
    ...(await onlyDrills(heard)),
  });
  return true;
}

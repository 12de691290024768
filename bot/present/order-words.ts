import { owesSafeReturn, progressOf } from '../../core/incident.ts';
import type { Card, CardAction } from '../../core/message.ts';
import type { OrderResult } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import { read } from '../../core/reading/read.ts';
import type { Intent } from '../../core/reading/reading.ts';
import { spokenName } from '../../core/spoken-name.ts';
import { readReplyWord } from '../texts/reply-words.ts';
import type { PlainVerb } from '../texts/texts.ts';
import { isOver, orderActions, standDownWords } from './order-actions.ts';
import type { OrderView } from './order-card.ts';
import { cardOf, clip, clockOf, line, type Presenting } from './presenting.ts';
import { tapAnswer } from './tap-answer.ts';
import { whereOf, withoutNumbers } from './where.ts';

/** After these there is no next step to offer. */
const final: ReadonlySet<OrderResult['kind']> = new Set<OrderResult['kind']>(['noted', 'ended', 'safe']);

/** What comes next, in words, for an answer that leads somewhere. */
function nextStep({ order }: OrderView, result: OrderResult, { texts }: Presenting): string | null {
  switch (result.kind) {
    case 'seated':
      return order.etaAt === null && progressOf(order) === 'seated' ? texts.order.askEta : texts.order.next.seated;
    case 'underway':
    case 'on_scene':
    case 'done':
      return texts.order.next[result.kind];
    case 'standby':
      return texts.order.standbyWait;
    case 'declined':
    case 'withdrawn':
      return texts.order.mindChange;
    default:
      return null;
  }
}

/** The answer to somebody's words about an order: what was decided, and the next step. */
export function orderAnswer(view: OrderView, result: OrderResult, presenting: Presenting): Card {
  const { texts, direct } = presenting;
  const offers = direct && !final.has(result.kind);
  // Another incident may be running: say which one is over.
  const number = result.kind === 'ended' ? line(texts.order.number(view.incident.number), 'quiet') : [];
  return cardOf({
    lines: [...line(tapAnswer(result, texts)), ...line(offers ? nextStep(view, result, presenting) : null), ...number],
    actions: offers ? orderActions(view, texts) : [],
    ...(offers ? { code: view.order.code } : {}),
  });
}

/**
 * Stand-down for one person: home, and a word when safely back; or thanks to whoever only waited. Once the word has come the
 * same message says so and its button goes; where nothing can be edited it needs no second message.
 */
export function standDown({ order, incident, full }: OrderView, { texts, brief }: Presenting): Card | null {
  if (order.safeAt !== null && brief) return null;
  const words = texts.order;
  const title = words.standDownTitle(texts.name.kind(incident.kind));
  const number = line(words.number(incident.number), 'quiet');
  if (order.safeAt !== null) return cardOf({ title, lines: [...line(words.next.safe, 'strong'), ...number] });
  if (!owesSafeReturn(order)) {
    const thanks = incident.outcome === 'false_alarm' ? words.notNeededFalseAlarm : words.notNeeded;
    return cardOf({ title, lines: [...line(thanks), ...number], loud: true });
  }
  return cardOf({
    title,
    lines: [...line(standDownWords(incident, texts)), ...line(words.askSafe, 'strong'), ...number],
    actions: orderActions({ order, incident, full }, texts),
    code: order.code,
    loud: true,
  });
}

/** Asks again whether somebody is safely back; null once they said so. */
export function safeReminder(view: OrderView, { texts }: Presenting): Card | null {
  if (!owesSafeReturn(view.order) || !isOver(view.incident)) return null;
  return cardOf({
    lines: line(texts.order.safeReminder, 'strong'),
    actions: orderActions(view, texts),
    code: view.order.code,
    loud: true,
  });
}

/** Asks once after a promised arrival that is past; null when it has been answered meanwhile. */
export function lateReminder(view: OrderView, presenting: Presenting): Card | null {
  const { order, incident } = view;
  const { texts } = presenting;
  const late = order.answer === 'accepted' && order.onSceneAt === null && order.etaAt !== null && !isOver(incident);
  if (!late || order.etaAt === null) return null;
  return cardOf({
    lines: line(texts.order.lateReminder(clockOf(presenting, order.etaAt))),
    actions: [
      [{ verb: 'on_scene', token: order.token, label: texts.label.verb.on_scene, style: 'primary' }],
      ...orderActions({ order: { ...order, etaAt: null, underwayAt: null }, incident, full: view.full }, texts).slice(
        0,
        2,
      ),
    ],
    code: order.code,
    loud: true,
  });
}

type Step = Exclude<PlainVerb, 'received'>;

/** What the reading of words comes to as a button. */
const steps: Partial<Record<Intent, Step>> = {
  accept: 'accept',
  standby: 'standby',
  decline: 'decline',
  underway: 'underway',
  arrived: 'on_scene',
  returned: 'safe',
};

/** Steps whose offered word means just that, whatever reading makes of it. */
const offeredSteps = [
  'accept',
  'standby',
  'decline',
  'withdraw',
  'underway',
  'on_scene',
  'done',
  'safe',
] as const satisfies readonly Step[];

/** The step that the words meant without saying in which order; accepting where they say none. */
function stepIn(words: string): Step {
  const offered = readReplyWord(words)?.verb;
  const step = offeredSteps.find((one) => one === offered);
  if (step !== undefined) return step;
  const { intent } = read({
    text: words,
    photos: 0,
    location: false,
    room: 'direct',
    openOrder: true,
    openShift: false,
    openCase: false,
    openQuestion: null,
    quote: null,
  });
  return steps[intent] ?? 'accept';
}

/** Several orders and one answer: asks which, with one button for each. */
export function whichOrder(views: readonly OrderView[], words: string, presenting: Presenting): Card | null {
  if (views.length === 0) return null;
  const { texts, direct } = presenting;
  const verb = stepIn(words);
  const choices = views.map(({ order }): CardAction => ({
    verb,
    token: order.token,
    label: texts.order.whichLabel(texts.label.verb[verb], order.code),
    style: 'plain',
  }));
  return cardOf({
    title: texts.order.which(views.length),
    lines: [
      ...views.flatMap(({ order, incident, place }) => {
        const kind = texts.name.kind(incident.kind);
        const marked = incident.drill ? `${texts.mark.drillShort} ${kind}` : kind;
        return line(texts.order.whichLine(order.code, marked, withoutNumbers(whereOf(incident, place).name)));
      }),
      // In a group a person's own buttons have no place: words with a code do the same.
      ...line(
        direct
          ? null
          : texts.substitute.words(
              choices.map(({ label }) => label),
              null,
            ),
      ),
    ],
    actions: direct ? choices.map((choice) => [choice]) : [],
    loud: true,
  });
}

/** The officer's words to somebody who is going. */
export function officerWord(from: Person | null, text: string, number: string, { texts }: Presenting): Card {
  return cardOf({
    lines: [
      ...line(texts.order.officerWord(from === null ? '' : spokenName(from), clip(text, 1500)), 'strong'),
      ...line(texts.order.number(number), 'quiet'),
    ],
    loud: true,
  });
}

import { emptyPlaces } from '../../core/call-out.ts';
import type { Incident, Order, Seat } from '../../core/incident.ts';
import { progressOf } from '../../core/incident.ts';
import type { Card, CardLine } from '../../core/message.ts';
import type { Person, Place, Plan } from '../../core/people.ts';
import { spokenName } from '../../core/spoken-name.ts';
import { isOver, orderActions, standDownWords } from './order-actions.ts';
import { cardOf, clip, clockOf, line, mapLink, type Presenting } from './presenting.ts';
import { remarkOf } from './remark.ts';
import { whereOf } from './where.ts';

/** An order with all that its message shows. */
export interface OrderView {
  order: Order;
  incident: Incident;
  seat: Seat | null;
  officer: Person | null;
  place: Place | null;
  /** Whose safety lines go with it. */
  plan: Plan | null;
  /** Every seat of the incident is taken. */
  full: boolean;
  /** Place among those on standby now, from 1; null unless on standby. */
  standbyPlace: number | null;
}

/** How many safety lines of the plan fit an order that is read while putting boots on. */
const safetyLineCount = 5;

function travelFacts({ order }: OrderView, { texts }: Presenting): string[] {
  if (order.distanceMetres === null || order.travelMinutes === null) return [texts.time.positionAge(null)];
  const age =
    order.positionAt === null
      ? texts.time.fromBase
      : texts.time.positionAge(Math.max(0, Math.floor((order.createdAt - order.positionAt) / 60_000)));
  return [texts.time.distance(order.distanceMetres), texts.time.minutes(order.travelMinutes), age];
}

function safetyLines({ plan }: OrderView, { texts }: Presenting): CardLine[] {
  if (plan === null) return [];
  const own = plan.safetyLines[texts.language];
  const lines = own.length > 0 ? own : plan.safetyLines[texts.language === 'zh' ? 'en' : 'zh'];
  if (lines.length === 0) return [];
  return [
    ...line(texts.order.safetyHeading, 'strong'),
    ...lines.slice(0, safetyLineCount).map((text, index) => ({ text: texts.order.safety(index + 1, clip(text, 120)) })),
  ];
}

/** What, where, which seat, how far, who commands, and how to stay safe. */
function briefing(view: OrderView, presenting: Presenting): CardLine[] {
  const { order, incident, seat, officer, place } = view;
  const { texts } = presenting;
  const where = whereOf(incident, place);
  return [
    ...line(where.name === '' ? texts.order.placeUnknown : texts.order.place(where.name), 'strong'),
    ...line(incident.words === '' ? null : texts.order.words(clip(incident.words, 300))),
    ...line(seat === null ? null : texts.order.seat(texts.name.skill(seat.skill))),
    ...line(seat === null || seat.words === '' ? null : texts.order.need(clip(seat.words, 200))),
    ...line(order.acceptedAt === null ? texts.order.travel(travelFacts(view, presenting)) : null),
    ...line(officer === null ? null : texts.order.officer(spokenName(officer), officer.phone)),
    ...safetyLines(view, presenting),
  ];
}

function whatNow({ order, incident, seat, full, standbyPlace }: OrderView, presenting: Presenting): CardLine[] {
  const words = presenting.texts.order;
  const hasPlace = seat !== null && emptyPlaces(seat) > 0;
  switch (order.answer) {
    case 'open':
    case 'unreachable':
      return line(full ? words.full : words.askAnswer, 'strong');
    case 'accepted': {
      const progress = progressOf(order);
      const expected =
        order.etaAt === null || progress === 'on_scene' || progress === 'done' || progress === 'safe'
          ? null
          : presenting.texts.time.expected(clockOf(presenting, order.etaAt));
      return [
        ...line(remarkOf(order) === '' ? null : words.limit(remarkOf(order))),
        ...line(expected),
        ...line(progress === 'seated' && order.etaAt === null ? words.askEta : words.next[progress], 'strong'),
      ];
    }
    case 'standby':
      return line(hasPlace ? words.standbyByChoice : words.standby(standbyPlace ?? 1), 'strong');
    case 'declined':
    case 'withdrawn':
      return line(words.mindChange);
    case 'released':
      return line(incident.outcome === 'false_alarm' ? words.notNeededFalseAlarm : words.notNeeded);
    case 'lapsed':
      return line(words.lapsed);
  }
}

/** What somebody who went or was asked reads once nobody is needed any more. */
function afterwards({ order, incident }: OrderView, presenting: Presenting): CardLine[] {
  const words = presenting.texts.order;
  if (order.safeAt !== null) return line(words.next.safe, 'strong');
  const went = order.acceptedAt !== null && (order.answer === 'accepted' || order.answer === 'released');
  if (!went) return line(incident.outcome === 'false_alarm' ? words.notNeededFalseAlarm : words.notNeeded);
  return [...line(standDownWords(incident, presenting.texts)), ...line(words.askSafe, 'strong')];
}

function titleOf(
  { order, incident, full }: OrderView,
  { texts }: Presenting,
  { ended, open, again }: { ended: boolean; open: boolean; again: boolean },
): string {
  const kind = texts.name.kind(incident.kind);
  if (open && full) return texts.order.fullTitle(kind);
  if (open) return again ? texts.order.againTitle(kind) : texts.order.title(kind);
  const gone = ended && order.safeAt === null && order.answer !== 'lapsed';
  if (gone) return texts.order.standDownTitle(kind);
  return texts.order.answeredTitle(order.answer, progressOf(order), kind);
}

/**
 * The order as its person sees it at this moment, from the first asking to the safe return. Null when it was never sent and
 * has become needless.
 */
export function orderCard(view: OrderView, presenting: Presenting, again: boolean): Card | null {
  const { order, incident } = view;
  const { texts } = presenting;
  const ended = isOver(incident) || order.answer === 'released' || order.answer === 'lapsed';
  if (ended && order.sentAt === null && order.acceptedAt === null) return null;
  const open = !ended && (order.answer === 'open' || order.answer === 'unreachable');
  const where = whereOf(incident, view.place);
  const needed = open || (!ended && (order.answer === 'accepted' || order.answer === 'standby'));
  return cardOf({
    title: titleOf(view, presenting, { ended, open, again }),
    lines: [
      ...(needed ? briefing(view, presenting) : []),
      ...(ended && order.answer !== 'lapsed' ? afterwards(view, presenting) : whatNow(view, presenting)),
      ...line(texts.order.number(incident.number), 'quiet'),
    ],
    actions: orderActions(view, texts),
    links: needed ? mapLink(presenting, where.position, where.name) : [],
    code: order.code,
    loud: open && !view.full,
  });
}

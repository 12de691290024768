import { owesSafeReturn, progressOf, type Incident, type Order } from '../../core/incident.ts';
import type { CardAction } from '../../core/message.ts';
import type { Texts } from '../texts/texts.ts';
import { button } from './presenting.ts';

/** Minutes that one tap can promise. */
export const etaChoices = [5, 8, 10, 15, 20, 30] as const;

type Rows = readonly (readonly CardAction[])[];

function etaRows(order: Order, texts: Texts): Rows {
  const choices = etaChoices.map((minutes): CardAction => ({
    verb: 'eta',
    token: order.token,
    value: String(minutes),
    label: texts.label.eta(minutes),
    style: 'plain',
  }));
  return [choices.slice(0, 3), choices.slice(3)];
}

function acceptedRows(order: Order, texts: Texts): Rows {
  const one = (verb: 'underway' | 'on_scene' | 'done' | 'safe'): CardAction =>
    button(texts, verb, order.token, 'primary');
  const withdraw = button(texts, 'withdraw', order.token);
  switch (progressOf(order)) {
    case 'seated':
      return [...(order.etaAt === null ? etaRows(order, texts) : []), [one('underway'), withdraw]];
    case 'underway':
      return [[one('on_scene'), withdraw]];
    case 'on_scene':
      return [[one('done')]];
    case 'done':
      return [[one('safe')]];
    case 'safe':
      return [];
  }
}

/** Whether the order's incident no longer needs anybody. */
export function isOver(incident: Incident): boolean {
  return incident.state === 'stood_down' || incident.state === 'closed';
}

/** Why somebody who went is released: it was nothing, it was called off, or it is done. */
export function standDownWords({ outcome }: Pick<Incident, 'outcome'>, { order }: Texts): string {
  if (outcome === 'false_alarm') return order.standDownFalseAlarm;
  return outcome === 'cancelled' ? order.standDownCancelled : order.standDown;
}

/** The buttons that make sense now: only steps that lie ahead. */
export function orderActions(
  { order, incident, full }: { order: Order; incident: Incident; full: boolean },
  texts: Texts,
): Rows {
  if (isOver(incident) || order.answer === 'released' || order.answer === 'lapsed') {
    return owesSafeReturn(order) ? [[button(texts, 'safe', order.token, 'primary')]] : [];
  }
  const accept = button(texts, 'accept', order.token, 'primary');
  switch (order.answer) {
    case 'open':
    case 'unreachable':
      return full
        ? [[button(texts, 'standby', order.token, 'primary'), button(texts, 'decline', order.token)]]
        : [[accept, button(texts, 'standby', order.token), button(texts, 'decline', order.token)]];
    case 'accepted':
      return acceptedRows(order, texts);
    case 'standby':
      return [[accept, button(texts, 'decline', order.token)]];
    case 'declined':
    case 'withdrawn':
      return [[accept]];
  }
}

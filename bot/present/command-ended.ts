import { owesSafeReturn, type Order } from '../../core/incident.ts';
import type { CardAction, CardLine, CardLink } from '../../core/message.ts';
import { spokenName } from '../../core/spoken-name.ts';
import type { CommandPart, CommandView } from './command-view.ts';
import { button, clockOf, line, type Presenting } from './presenting.ts';

/** Somebody held a seat to the end, and so is to be counted back. */
function went(order: Order): boolean {
  return order.acceptedAt !== null && (order.answer === 'accepted' || order.answer === 'released');
}

function timesLine({ incident }: CommandView, presenting: Presenting): CardLine[] {
  const steps = [
    { what: 'reported', at: incident.reportedAt },
    { what: 'confirmed', at: incident.confirmedAt },
    { what: 'called_out', at: incident.calledOutAt },
    { what: 'stood_down', at: incident.stoodDownAt },
    { what: 'closed', at: incident.closedAt },
  ] as const;
  const times = steps.flatMap(({ what, at }) => (at === null ? [] : [{ what, clock: clockOf(presenting, at) }]));
  return line(presenting.texts.command.times(times), 'quiet');
}

function safetyLines({ orders }: CommandView, { texts }: Presenting): CardLine[] {
  const crew = orders.filter(went);
  const missing = crew.filter(owesSafeReturn);
  if (crew.length === 0) return [];
  return [
    ...line(texts.command.safe(crew.length - missing.length, crew.length), 'strong'),
    ...missing.flatMap(({ person }) => line(texts.command.notSafe(spokenName(person), person.phone), 'warning')),
    ...line(missing.length === 0 ? texts.command.everybodySafe : null),
  ];
}

/** The address of the incident's page for its officer. */
function pageLink({ incident }: CommandView, { links, texts, now }: Presenting): CardLink[] {
  const url = incident.officerId === null ? null : links.incident(incident, incident.officerId, now);
  return url === null ? [] : [{ url, label: texts.label.page }];
}

/** Stood down: who is back, and in red who is not. Closing in spite of that takes the officer's word that they were rung. */
export function stoodDownPart(view: CommandView, presenting: Presenting): CommandPart {
  const { incident, orders } = view;
  const { texts } = presenting;
  const missing = orders.filter(owesSafeReturn).length;
  const close: CardAction =
    missing === 0
      ? button(texts, 'close', incident.token, 'primary')
      : { verb: 'close', token: incident.token, value: 'phoned', label: texts.label.closePhoned, style: 'plain' };
  return {
    lines: [
      ...line(incident.outcome === null ? null : texts.command.outcome(incident.outcome)),
      ...safetyLines(view, presenting),
      ...line(missing === 0 ? texts.command.mayClose : null),
      ...timesLine(view, presenting),
    ],
    actions: [[close]],
    links: [],
  };
}

/** Over: how it ended and when what was. */
export function closedPart(view: CommandView, presenting: Presenting): CommandPart {
  const { incident } = view;
  const { texts } = presenting;
  return {
    lines: [
      ...line(incident.outcome === null ? null : texts.command.outcome(incident.outcome), 'strong'),
      ...safetyLines(view, presenting),
      ...timesLine(view, presenting),
    ],
    actions: [],
    links: pageLink(view, presenting),
  };
}

import { incidentKinds } from '../../core/catalogue.ts';
import type { Card, CardAction } from '../../core/message.ts';
import { calledOutPart } from './command-called-out.ts';
import { confirmedPart } from './command-confirmed.ts';
import { closedPart, stoodDownPart } from './command-ended.ts';
import { reportedPart } from './command-reported.ts';
import { whatAndWhere } from './command-lines.ts';
import type { CommandPart, CommandView } from './command-view.ts';
import { cardOf, line, mapLink, type Presenting } from './presenting.ts';
import { whereOf } from './where.ts';

function partOf(view: CommandView, presenting: Presenting): CommandPart {
  switch (view.incident.state) {
    case 'reported':
      return reportedPart(view, presenting);
    case 'confirmed':
      return confirmedPart(view, presenting);
    case 'called_out':
      return calledOutPart(view, presenting);
    case 'stood_down':
      return stoodDownPart(view, presenting);
    case 'closed':
      return closedPart(view, presenting);
  }
}

/** Every kind as a button, three in a row. */
function kindRows({ incident }: CommandView, { texts }: Presenting): CardAction[][] {
  const buttons = incidentKinds.map(({ code }): CardAction => ({
    verb: 'set_kind',
    token: incident.token,
    value: code,
    label: texts.name.kindLabel(code),
    style: code === incident.kind ? 'primary' : 'plain',
  }));
  return Array.from({ length: Math.ceil(buttons.length / 3) }, (_, row) => buttons.slice(row * 3, row * 3 + 3));
}

/** The command group's one card of an incident: what is known, who decides what next, how far everybody is. */
export function commandCard(view: CommandView, presenting: Presenting, choosing: boolean): Card {
  const { incident } = view;
  const { texts } = presenting;
  const where = whereOf(incident, view.place);
  const undecided = incident.state === 'reported' || incident.state === 'confirmed';
  const part = partOf(view, presenting);
  return cardOf({
    title: texts.command.title(incident.state, texts.name.kind(incident.kind), incident.number),
    lines: [
      ...whatAndWhere(view, presenting),
      ...part.lines,
      ...line(choosing && undecided ? texts.command.chooseKind : null, 'strong'),
    ],
    actions: choosing && undecided ? kindRows(view, presenting) : part.actions,
    links: [...mapLink(presenting, where.position, where.name), ...part.links],
    loud: incident.state === 'reported',
  });
}

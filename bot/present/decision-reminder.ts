import type { Card } from '../../core/message.ts';
import type { IncidentView } from '../../core/ports/incidents.ts';
import { button, cardOf, clip, line, type Presenting } from './presenting.ts';
import { whereOf } from './where.ts';

/** A report that nobody has decided on, said again with its buttons; null once somebody has. */
export function decisionReminder({ incident, place }: IncidentView, { texts, now }: Presenting): Card | null {
  if (incident.state !== 'reported') return null;
  const minutes = Math.max(1, Math.round((now - incident.reportedAt) / 60_000));
  const where = whereOf(incident, place);
  return cardOf({
    title: texts.command.title(incident.state, texts.name.kind(incident.kind), incident.number),
    lines: [
      ...line(texts.name.quoted(clip(incident.words, 120))),
      ...line(where.name === '' ? null : texts.command.place(where.name, '')),
      ...line(texts.command.decide(minutes), 'warning'),
    ],
    actions: [[button(texts, 'confirm', incident.token, 'primary'), button(texts, 'not_incident', incident.token)]],
    loud: true,
  });
}

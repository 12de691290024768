import { progressOf } from '../../core/incident.ts';
import type { Card } from '../../core/message.ts';
import type { IncidentView } from '../../core/ports/incidents.ts';
import { cardOf, line, type Presenting } from './presenting.ts';

/**
 * How it went on, for whoever reported. Names nobody: it may stand in a village's group.
 * @param asked they asked how it stands
 * @returns null while nobody has decided and nobody asked
 */
export function reportOutcome({ incident, orders }: IncidentView, { texts }: Presenting, asked = false): Card | null {
  const { report } = texts;
  const { number } = incident;
  switch (incident.state) {
    case 'reported':
      return asked ? cardOf({ lines: line(report.undecided(number)) }) : null;
    case 'confirmed':
      return cardOf({ lines: [...line(report.confirmed(number)), ...line(report.keepAway)] });
    case 'called_out': {
      const going = orders.filter((order) => order.answer === 'accepted').map(progressOf);
      const count = (progress: string): number => going.filter((one) => one === progress).length;
      const words = report.calledOut(number, count('underway'), count('on_scene'));
      return cardOf({ lines: [...line(words), ...line(report.keepAway)] });
    }
    case 'stood_down': {
      const { outcome } = incident;
      const calledOff = outcome === 'false_alarm' || outcome === 'cancelled';
      return cardOf({ lines: line(calledOff ? report.closed(number, outcome) : report.stoodDown(number)) });
    }
    case 'closed':
      return cardOf({ lines: line(report.closed(number, incident.outcome ?? 'resolved')) });
  }
}

/** Thanks for a further detail. */
export function detailNoted({ incident }: IncidentView, { texts }: Presenting): Card {
  return cardOf({ lines: line(texts.report.detailNoted(incident.number)) });
}

import type { Instant } from '../../core/clock.ts';
import type { Incident } from '../../core/incident.ts';
import type { Card } from '../../core/message.ts';
import { cardOf, clockOf, durationOf, line, type Presenting } from './presenting.ts';

/** A report that was under way for long: when it was made, so that nobody takes it for news. */
export function lateReport({ number, reportedAt }: Incident, saidAt: Instant, presenting: Presenting): Card {
  const { command } = presenting.texts;
  const how = { clock: clockOf(presenting, saidAt), late: durationOf(presenting, reportedAt - saidAt) };
  return cardOf({ lines: [...line(command.lateReport(number, how), 'warning')], loud: true });
}

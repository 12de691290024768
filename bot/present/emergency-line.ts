import type { Incident } from '../../core/incident.ts';
import type { Card } from '../../core/message.ts';
import { cardOf, line, type Presenting } from './presenting.ts';

/** The first answer to an emergency: whom to call, whether the officer has it, and at most one short question. */
export function emergencyLine(
  incident: Incident,
  { joined, heard, ask, crew }: { joined: boolean; heard: boolean; ask: 'place' | 'people' | null; crew?: true },
  { texts }: Presenting,
): Card {
  const { report } = texts;
  return cardOf({
    title: report.emergencyLine,
    lines: [
      ...line(joined ? report.joined(incident.number) : report.reported(incident.number, heard)),
      ...line(crew === true && heard ? report.crewTold : null),
      ...line(ask === null || !heard ? null : report.ask[ask]),
    ],
    loud: true,
  });
}

import type { IncidentKind } from '../../core/catalogue.ts';
import { readWords } from '../../core/reading/words-alone.ts';
import { lastJoined } from '../../core/same-incident.ts';
import { spokenName } from '../../core/spoken-name.ts';
import type { CommandPart, CommandView } from './command-view.ts';
import { button, clip, line, preciseClockOf, type Presenting } from './presenting.ts';

/** The words that made the machine think of this kind; none when it would think of another or of nothing. */
function becauseOf(words: string, kind: IncidentKind): string[] {
  const reading = readWords(words);
  if (reading.intent !== 'emergency' || reading.fields.kinds?.includes(kind) !== true) return [];
  const said = reading.because.filter(({ field }) => field === 'intent' || field === 'kinds').map((one) => one.words);
  return [...new Set(said.map((piece) => clip(piece, 20)))].slice(0, 4);
}

/** A report that nobody has decided on: who said it, what the machine makes of it and why, two buttons. */
export function reportedPart(view: CommandView, presenting: Presenting): CommandPart {
  const { incident, reporter, reportRoom, reports } = view;
  const { texts } = presenting;
  const room = reportRoom === null || reportRoom.kind === 'direct' ? null : clip(reportRoom.title, 40);
  const who = reporter === null ? null : clip(spokenName(reporter), 40);
  return {
    lines: [
      ...line(texts.command.reporter(who, room, preciseClockOf(presenting, incident.reportedAt))),
      ...line(texts.command.guess(texts.name.kind(incident.kind), becauseOf(incident.words, incident.kind))),
    ],
    actions: [
      [button(texts, 'confirm', incident.token, 'primary'), button(texts, 'not_incident', incident.token)],
      ...(lastJoined(reports) !== null ? [[button(texts, 'split', incident.token)]] : []),
    ],
    links: [],
  };
}

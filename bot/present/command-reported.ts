import type { IncidentKind } from '../../core/catalogue.ts';
import { readWords } from '../../core/reading/words-alone.ts';
import { lastJoined } from '../../core/same-incident.ts';
import { spokenName } from '../../core/spoken-name.ts';
import type { CommandPart, CommandView } from './command-view.ts';
import { button, clip, line, preciseClockOf, type Presenting } from './presenting.ts';

/** Words of grammar, of which any sentence is made: they are no reason for anybody who reads. */
const empty =
  /^[的了在有个是着过到这那里边儿我你他她它咱俺们人一两几不没就都也还很太好把被让给跟和与从对向上下中啊呀呢吧吗么来去说要会能可以现今刚才又再快点号\s\d\p{P}]*$|^(?:the|and|there|here|with|from|has|have|for|are|was|this|that|some(?:one|body)|he|she|they|we|is|in|on|at|an?|to|of|it|our|my)$/iu;
const shortestReason = 2;

/** The telling words that made the machine think of this kind; null when it would think of another or of nothing. */
function becauseOf(words: string, kind: IncidentKind): string[] | null {
  const reading = readWords(words);
  if (reading.intent !== 'emergency' || reading.fields.kinds?.includes(kind) !== true) return null;
  const said = reading.because.filter(({ field }) => field === 'intent' || field === 'kinds').map((one) => one.words);
  const telling = said
    .map((piece) => piece.trim())
    .filter((piece) => piece.length >= shortestReason && !empty.test(piece));
  return [...new Set(telling.map((piece) => clip(piece, 20)))].slice(0, 4);
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

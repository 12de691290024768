import type { Card } from '../../core/message.ts';
import type { Person } from '../../core/people.ts';
import type { ChainedEntry } from '../../core/ports/trace.ts';
import { isOwner } from './hazard-alarm-cards.ts';
import { mainKind, placeOf, unnamed } from './hazard-lines.ts';
import type { HazardShown } from './hazard-shown.ts';
import { cardOf, clip, line, mapLink, type Presenting } from './presenting.ts';

/** Longest words of a teller. */
const wordsLength = 200;

/** Where whoever told says that it is: for the owner to look, for the command to decide. Null when nothing is left to do. */
export function placeSaidCard(
  shown: HazardShown,
  trace: readonly ChainedEntry[],
  reader: Person | null,
  presenting: Presenting,
): Card | null {
  const { hazard, tellers } = shown;
  const said = trace.findLast(({ what, data }) => what === 'detail_added' && typeof data['place'] === 'string')?.data;
  if (hazard.state === 'closed' || said === undefined) return null;
  const { texts } = presenting;
  const { alarm } = texts.hazard;
  const words = (value: unknown): string =>
    typeof value === 'string' ? clip(unnamed(value, tellers, texts), wordsLength) : '';
  const { lat, lon } = said;
  const position = typeof lat === 'number' && typeof lon === 'number' ? { lat, lon } : null;
  const mine = isOwner(shown, reader, presenting);
  return cardOf({
    title: alarm.placeSaid(hazard.number),
    lines: [
      ...line(texts.hazard.fact.line('', mainKind(hazard, presenting), placeOf(shown, texts)).trim()),
      ...line(alarm.placeSaidAs(words(said['place']), words(said['words'])), 'strong'),
      ...line(mine ? alarm.placeSaidNext.owner : alarm.placeSaidNext.command),
    ],
    links: mapLink(presenting, position, words(said['place'])),
    loud: true,
  });
}

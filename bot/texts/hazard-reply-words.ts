import { hazardKinds } from '../../core/catalogue.ts';
import type { HazardVerb } from '../../core/hazard.ts';
import type { HazardTexts } from './hazard-texts.ts';

/** Words that do what a button with a value does. */
interface HazardReply {
  words: string;
  verb: HazardVerb;
  value: string;
}

/** Days that somebody may ask for, and things on a list that can be told by their number. */
const mostDays = 60;
const mostListed = 9;

const counted = (most: number): number[] => Array.from({ length: most }, (_, n) => n + 1);

/** Every reply in words that a card of a hazard offers, except those without a value. */
export function hazardReplyWords(texts: HazardTexts): HazardReply[] {
  const { choice, word } = texts;
  const few = (Object.keys(choice) as (keyof typeof choice)[]).flatMap((verb) =>
    Object.entries(choice[verb]).map(([value, words]): HazardReply => ({ words, verb, value })),
  );
  const nth = (['hazard_assign', 'hazard_place'] as const).flatMap((verb) =>
    counted(mostListed).map((n): HazardReply => ({ words: texts.nth(word[verb], n), verb, value: String(n - 1) })),
  );
  const days = counted(mostDays).map((n): HazardReply => ({
    words: texts.moreDays(n),
    verb: 'hazard_ask_more',
    value: String(n),
  }));
  const kinds = hazardKinds.flatMap(({ code }) =>
    [...new Set([texts.kind(code), texts.kindLabel(code)])].map((kind): HazardReply => ({
      words: `${word.hazard_kind} ${kind}`,
      verb: 'hazard_kind',
      value: code,
    })),
  );
  return [...few, ...nth, ...days, ...kinds];
}

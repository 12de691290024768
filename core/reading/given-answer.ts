/** The answer to what the bot has just asked. */
import { canBePlace } from '../hazard-place.ts';
import { joined } from './finding.ts';
import { placeIn } from './places.ts';
import { wordsAt } from './plain-text.ts';
import type { Meaning } from './reading.ts';
import type { Utterance } from './utterance.ts';

/** Longer answers are a new story. */
const longest = 30;

/** Asked for the place, a short message names it; what it is the place of, the asker knows. Or nothing. */
export function givenAnswer(heard: Utterance): Meaning | undefined {
  const { plain, message, text } = heard;
  if (message.openQuestion !== 'place' || plain.length > longest || !canBePlace(plain)) return undefined;
  if (heard.clauses.some(({ asks }) => asks)) return undefined;
  const words = wordsAt(text, 0, plain.length).trim();
  const whole = { fields: { place: words }, because: [{ field: 'place' as const, words }] };
  const { fields, because } = joined(placeIn(heard), whole);
  return { intent: 'unknown', confidence: 0.72, fields, because };
}

/** Fields that were found, with the words that gave them. */
import { wordsAt } from './plain-text.ts';
import type { Because, Fields } from './reading.ts';
import type { Utterance } from './utterance.ts';

/** Some fields and why; parts collect findings and join them. */
export interface Finding {
  readonly fields: Fields;
  readonly because: readonly Because[];
}

/** Nothing was found. */
export const nothing: Finding = { fields: {}, because: [] };

/** One field, given by the words from `start` to `end` of the plain text. */
export function finding<Name extends keyof Fields>(
  heard: Utterance,
  name: Name,
  value: NonNullable<Fields[Name]>,
  start: number,
  end: number,
): Finding {
  return { fields: { [name]: value }, because: [{ field: name, words: wordsAt(heard.text, start, end) }] };
}

/** All findings as one; of a field that was found twice the first counts. */
export function joined(...findings: readonly Finding[]): Finding {
  let fields: Fields = {};
  const because: Because[] = [];
  for (const found of findings) {
    const fresh = found.because.filter(({ field }) => field === 'intent' || !(field in fields));
    fields = { ...found.fields, ...fields };
    because.push(...fresh);
  }
  return { fields, because };
}

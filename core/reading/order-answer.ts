/** A rescuer's answer to an order: a digit, a code, or a few words. */
import { numberOf, numeral } from './numerals.ts';
import { plainText, wordsAt } from './plain-text.ts';
import type { Because, Fields, Intent, Meaning, Message } from './reading.ts';

const minutes = new RegExp(`(${numeral})\\s*(?:分钟|分|min|mins|minutes)`);
const byDigit: readonly Intent[] = ['accept', 'standby', 'decline'];
const answers: readonly (readonly [Intent, RegExp, number])[] = [
  ['decline', /去不了|来不了|不能[去来]|不去|没空|赶不过去|can'?t/, 0.95],
  ['standby', /待命|候补|备着/, 0.9],
  ['arrived', /^(?:我)?(?:已经)?(?:到了|到场|到达|到现场)|arrived/, 0.9],
  ['underway', /出发|在路上|on (?:my|the) way|正在赶/, 0.9],
  ['accept', /(?:能|可以|我)去|我来|接警|马上到/, 0.9],
  ['received', /收到|知道了|明白|^好的?$/, 0.85],
];

/** Reads the answer to an open or quoted order, or nothing. */
export function orderAnswer(message: Message): Meaning | undefined {
  const text = plainText(message.text);
  const answering = message.openOrder || message.quote !== null;
  const digit = answering ? /^\s*([123])(?![\d.])/.exec(text.plain) : null;
  const chosen = digit === null ? undefined : byDigit[Number(digit[1]) - 1];
  if (digit !== null && chosen !== undefined) return meaning(text, chosen, 0.97, digit.index, digit[0].length);
  if (!answering && message.room !== 'squad') return undefined;
  for (const [intent, words, confidence] of answers) {
    const found = words.exec(text.plain);
    if (found !== null && !/[?吗谁他她]/.test(text.plain))
      return meaning(text, intent, confidence, found.index, found[0].length);
  }
  return undefined;
}

function meaning(
  text: ReturnType<typeof plainText>,
  intent: Intent,
  confidence: number,
  start: number,
  length: number,
): Meaning {
  const because: Because[] = [{ field: 'intent', words: wordsAt(text, start, start + length) }];
  const said = minutes.exec(text.plain);
  const eta = said?.[1] === undefined ? undefined : numberOf(said[1]);
  if (said === null || eta === undefined) return { intent, confidence, fields: {}, because };
  because.push({ field: 'etaMinutes', words: wordsAt(text, said.index, said.index + said[0].length) });
  const fields: Fields = { etaMinutes: eta.value, ...(eta.approximate ? { approximate: true } : {}) };
  return { intent, confidence, fields, because };
}

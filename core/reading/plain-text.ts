/**
 * Writing evened out, so that one rule reads what people type, dictate and paste: full-width digits, capitals,
 * traditional characters, dialects, slips, fillers and mentions. Every character remembers where it came from, so that
 * a reading can always point at the original words.
 */
import { cantonese } from './spelling/cantonese.ts';
import { rewriting } from './spelling/draft.ts';
import type { Draft, Rewrite } from './spelling/draft.ts';
import { evenedLetter } from './spelling/letters.ts';
import { northern } from './spelling/northern.ts';
import { slips } from './spelling/slips.ts';
import { southwestern, wu } from './spelling/southern.ts';

/** Evened-out text and what it was made of. */
export interface PlainText extends Draft {
  readonly original: string;
}

const dropped = /[\u200b-\u200f\u20e3\u2060\ufe0e\ufe0f\ufeff嗯呃]/;
/** A mention ends in U+2005 on WeChat; elsewhere at the next space. */
const mention = /@[^\s@\u2005]{1,30}(?:[\u2005\u00a0 ]|$)/y;
/** Stands for a picture, a position or a film in text; the message says how many came. */
const marker = /\[(?:图|图片|位置|视频|语音|照片)\]/y;
/** What people say while they look for words. */
const stammer = rewriting(/那个那个|这个这个|就是说|我跟你说|怎么说呢/g, ' ');
/** 有空有空 says what 有空 says, only louder. */
const repeated = rewriting(/([一-龥]{2,3})\1+/g, '$1');
const rewrites: readonly Rewrite[] = [stammer, ...cantonese, ...wu, ...southwestern, ...northern, ...slips, repeated];

/** Evens out `original`; any string is allowed, lone surrogates included. */
export function plainText(original: string): PlainText {
  let draft = lettersOf(original);
  for (const rewrite of rewrites) draft = rewrite(draft);
  return { original, ...draft };
}

/** The original words behind `plain.slice(start, end)`. */
export function wordsAt(text: PlainText, start: number, end: number): string {
  const first = text.at[start];
  const last = text.till[end - 1];
  return first === undefined || last === undefined ? '' : text.original.slice(first, last);
}

function lettersOf(original: string): Draft {
  let plain = '';
  const at: number[] = [];
  for (let i = 0; i < original.length; i += 1) {
    const skipped = skip(original, i);
    if (skipped > 0) {
      i += skipped - 1;
      continue;
    }
    const letter = original.charAt(i);
    // A lone 嗯 is an answer; inside a sentence it is a breath.
    if (dropped.test(letter) && !(letter === '嗯' && original.length < 4)) continue;
    plain += evenedLetter(letter);
    at.push(i);
  }
  return { plain, at, till: at.map((place) => place + 1) };
}

function skip(original: string, at: number): number {
  const pattern = original[at] === '@' ? mention : original[at] === '[' ? marker : undefined;
  if (pattern === undefined) return 0;
  pattern.lastIndex = at;
  return pattern.exec(original)?.[0].length ?? 0;
}

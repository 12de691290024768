/**
 * Which words say where, by likeness: every letter begins a name, goes on with one, or is outside, as learned from messages in which
 * such words were marked (`npm run learn`). What rules take for a place or a point is weighed with the letters around it.
 */
import type { Span } from '../span.ts';
import { learned } from './learned.ts';
import weights from './where-learned.json' with { type: 'json' };

/** What a letter is to the name of a place; weights are written in this order. */
export const marks = ['outside', 'begins', 'goes_on'] as const;
export type Mark = (typeof marks)[number];

/** What is looked for: the points of a round that were passed, or the one place that a report is about. */
export type Wanted = 'points' | 'place';

/** A message, letter by letter. */
export interface Marked {
  readonly plain: string;
  /** For each letter what rules take it for, as one sign; `-`: nothing. */
  readonly rules: string;
  readonly wanted: Wanted;
}

/** For each letter of `plain` the sign of what was found there, the first letter of each in capitals; of two the later one. */
export function foundSigns(plain: string, found: readonly (Span & { readonly sign: string })[]): string {
  let signs = '-'.repeat(plain.length);
  for (const { start, end, sign } of found)
    signs = signs.slice(0, start) + sign.toUpperCase() + sign.repeat(end - start - 1) + signs.slice(end);
  return signs;
}

const known = learned(weights, marks);

/** Names are told early; the rest of a long message costs time. */
const longest = 160;

/** What speaks for a name where one is expected and none is likely; in steps of the weights. */
const expectation = 120;

/** The likeliest spans, in their order; where none is likely, and `expected`, what is nearly so. */
export function spansSaid(message: Marked, expected = false): Span[] {
  const length = Math.min(longest, message.plain.length);
  const around = Array.from({ length }, (_, at) => known.sums(cuesAround(message, at)));
  const before = (at: number, last: Mark): ArrayLike<number> => known.sums(cuesBefore(message, at, last));
  const spans = spansOf(bestMarks(length, (at) => around[at] ?? [], before));
  if (spans.length > 0 || !expected) return spans;
  for (const sums of around) sums[begins] = (sums[begins] ?? 0) + expectation;
  return spansOf(bestMarks(length, (at) => around[at] ?? [], before));
}

const begins = marks.indexOf('begins');

/** One way to mark the letters so far: the best one that ends in its mark. */
interface Way {
  readonly sum: number;
  readonly mark: Mark;
  readonly before: Way | undefined;
}

/**
 * The marks of `length` letters for which most speaks (Viterbi). `around` and `before` give, for each of `marks` in their order, what
 * speaks for it at a letter: whatever the mark before it, and after `last`.
 */
export function bestMarks(
  length: number,
  around: (at: number) => ArrayLike<number>,
  before: (at: number, last: Mark) => ArrayLike<number>,
): Mark[] {
  let ways: Way[] = [{ sum: 0, mark: 'outside', before: undefined }];
  for (let at = 0; at < length; at += 1) {
    const spoken = around(at);
    const sums = ways.map(({ mark }) => before(at, mark));
    ways = marks.flatMap((mark, index) => {
      let best: Way | undefined;
      for (const [from, way] of ways.entries()) {
        // Nothing goes on that has not begun.
        if (mark === 'goes_on' && way.mark === 'outside') continue;
        const sum = way.sum + (spoken[index] ?? 0) + (sums[from]?.[index] ?? 0);
        if (best === undefined || sum > best.sum) best = { sum, mark, before: way };
      }
      return best ?? [];
    });
  }
  const found: Mark[] = [];
  let way = ways.reduce((best, one) => (one.sum > best.sum ? one : best));
  while (way.before !== undefined) {
    found.push(way.mark);
    way = way.before;
  }
  return found.reverse();
}

function spansOf(letters: readonly Mark[]): Span[] {
  const spans: Span[] = [];
  for (const [at, mark] of letters.entries()) {
    const last = spans.at(-1);
    if (mark === 'begins') spans.push({ start: at, end: at + 1 });
    if (mark === 'goes_on' && last !== undefined) spans.splice(-1, 1, { ...last, end: at + 1 });
  }
  return spans;
}

/** What speaks for the mark of one letter whatever the ones before it are, as signs for `learned`. */
export function cuesAround({ plain, rules, wanted }: Marked, at: number): number[] {
  const [a, b, c, d] = [codeAt(plain, at - 3), codeAt(plain, at - 2), codeAt(plain, at - 1), codeAt(plain, at)];
  const [e, f, g] = [codeAt(plain, at + 1), codeAt(plain, at + 2), codeAt(plain, at + 3)];
  const [was, is, next] = [signAt(rules, at - 1), signAt(rules, at), signAt(rules, at + 1)];
  const asked = mixed(seed, 100 + wanted.length);
  return [
    ...cuesOfLetters(seed, b, c, d, e, f),
    ...cuesOfLetters(asked, b, c, d, e, f),
    cue(mixed(seed, 14), a),
    cue(mixed(seed, 15), g),
    cue(mixed(mixed(mixed(seed, 16), a), b), c),
    cue(mixed(mixed(mixed(seed, 17), e), f), g),
    ended(asked),
    cue(mixed(seed, 18), Math.min(at, early)),
    cue(mixed(seed, 19), is),
    cue(mixed(mixed(seed, 20), is), next),
    cue(mixed(mixed(seed, 21), was), is),
    cue(mixed(mixed(seed, 22), is), d),
    cue(mixed(mixed(mixed(seed, 23), is), c), d),
  ];
}

const early = 4;

/** The letters up to two away, alone and together; `from` is what they are told with. */
function cuesOfLetters(from: number, b: number, c: number, d: number, e: number, f: number): number[] {
  return [
    cue(mixed(from, 1), d),
    cue(mixed(from, 2), c),
    cue(mixed(from, 3), b),
    cue(mixed(from, 4), e),
    cue(mixed(from, 5), f),
    cue(mixed(mixed(from, 6), c), d),
    cue(mixed(mixed(from, 7), d), e),
    cue(mixed(mixed(from, 8), b), c),
    cue(mixed(mixed(from, 9), e), f),
    cue(mixed(mixed(mixed(from, 10), b), c), d),
    cue(mixed(mixed(mixed(from, 11), c), d), e),
    cue(mixed(mixed(mixed(from, 12), d), e), f),
    cue(mixed(mixed(from, 13), c), e),
  ];
}

/** What the mark of the letter before speaks for. */
export function cuesBefore({ plain, wanted }: Marked, at: number, last: Mark): number[] {
  const was = marks.indexOf(last);
  const [c, d, e] = [codeAt(plain, at - 1), codeAt(plain, at), codeAt(plain, at + 1)];
  return [
    cue(mixed(seed, 31), was),
    cue(mixed(mixed(seed, 32), was), d),
    cue(mixed(mixed(mixed(seed, 33), was), c), d),
    cue(mixed(mixed(mixed(seed, 34), was), d), e),
    cue(mixed(mixed(seed, 35), was), wanted.length),
  ];
}

/** All digits are alike; outside of the message there is nothing. */
function codeAt(plain: string, at: number): number {
  const code = plain.charCodeAt(at);
  if (Number.isNaN(code)) return at < 0 ? 1 : 2;
  return code >= 48 && code <= 57 ? 48 : code;
}

/** What rules found at a letter; 0: there is no letter. */
function signAt(rules: string, at: number): number {
  const sign = rules.charCodeAt(at);
  return Number.isNaN(sign) ? 0 : sign;
}

const seed = 2166136261;

/** One more part of a cue; a cue is made without an array, as each letter has some fifty. */
function mixed(sign: number, part: number): number {
  const product = Math.imul(sign ^ part, 16777619);
  return product ^ (product >>> 13);
}

/** The last part of a cue, which is a number of 32 bits then. */
function cue(sign: number, part: number): number {
  return ended(mixed(sign, part));
}

function ended(sign: number): number {
  return Math.imul(sign, 2246822519) >>> 0;
}

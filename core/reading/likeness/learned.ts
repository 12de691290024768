/**
 * What was learned, and how it is weighed: each piece of a message has a weight for each meaning (logistic regression over several
 * meanings), and the sums become shares of 1. The weights are committed beside this file; `npm run learn` makes them.
 */
import type { Piece } from './pieces.ts';

/** Weights as they are written down: compact, a line for each piece. */
export interface Written<Meant extends string> {
  readonly meanings: readonly Meant[];
  /** What the smallest step of a written weight is worth. */
  readonly step: number;
  /** A piece, a space, and pairs of letters: a meaning by its place in the list, and how many steps it weighs. */
  readonly lines: string;
}

/** How likely each meaning is; the shares sum to 1. */
export type Shares<Meant extends string> = ReadonlyMap<Meant, number>;

/** Written weights, ready for use. */
export interface Learned<Meant extends string> {
  /** The same pieces always get the same shares. */
  readonly shares: (pieces: readonly Piece[]) => Shares<Meant>;
  /** How much a piece speaks for one meaning rather than for another. */
  readonly speaksFor: (piece: Piece, meant: Meant, other: Meant) => number;
}

/** The letters of pairs: the place of a meaning, and steps from −31 (the first) to 32. */
export const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
/** Which letter weighs nothing. */
export const nothing = 31;

/** The value of each letter, by its code. */
const values = new Int8Array(128);
for (let value = 0; value < letters.length; value += 1) values[letters.charCodeAt(value)] = value;

/** Prepares written weights; they are unpacked when they are first needed. */
export function learned<Meant extends string>({ meanings, step, lines }: Written<Meant>): Learned<Meant> {
  let known: ReadonlyMap<string, number> | undefined;
  const add = (sums: Float64Array, { name }: Piece): void => {
    const from = (known ??= pairsIn(lines)).get(name);
    if (from !== undefined) addTo(sums, lines, from);
  };
  return {
    shares: (pieces) => {
      const sums = new Float64Array(meanings.length);
      for (const piece of pieces) add(sums, piece);
      // Long messages have more pieces, not more meaning.
      return shared(meanings, sums, step / Math.sqrt(Math.max(1, pieces.length)));
    },
    speaksFor: (piece, meant, other) => {
      const sums = new Float64Array(meanings.length);
      add(sums, piece);
      return ((sums[meanings.indexOf(meant)] ?? 0) - (sums[meanings.indexOf(other)] ?? 0)) * step;
    },
  };
}

/** Where the pairs of each piece begin. */
function pairsIn(lines: string): ReadonlyMap<string, number> {
  const known = new Map<string, number>();
  let line = 0;
  for (let space = lines.indexOf(' '); space >= 0; space = lines.indexOf(' ', line)) {
    known.set(lines.slice(lines.lastIndexOf('\n', space) + 1, space), space + 1);
    line = lines.indexOf('\n', space);
    if (line < 0) break;
  }
  return known;
}

/** Adds the steps of the pairs that begin at `from` and end with their line. */
function addTo(sums: Float64Array, lines: string, from: number): void {
  for (let at = from; at + 1 < lines.length && lines.charCodeAt(at) !== lineBreak; at += 2) {
    const meaning = values[lines.charCodeAt(at)] ?? 0;
    sums[meaning] = (sums[meaning] ?? 0) + (values[lines.charCodeAt(at + 1)] ?? nothing) - nothing;
  }
}

const lineBreak = 10;

function shared<Meant extends string>(meanings: readonly Meant[], sums: Float64Array, scale: number): Shares<Meant> {
  const highest = Math.max(...sums);
  const grown = sums.map((sum) => Math.exp((sum - highest) * scale));
  const whole = grown.reduce((sum, one) => sum + one, 0);
  return new Map(meanings.map((meant, index) => [meant, (grown[index] ?? 0) / whole]));
}

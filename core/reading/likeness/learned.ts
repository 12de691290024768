/**
 * What was learned, and how it is weighed: each piece of a message has a weight for each meaning (logistic regression over several
 * meanings), and the sums become shares of 1. The weights are committed beside this file; `npm run learn` makes them.
 */
import type { Piece } from './pieces.ts';

/** Weights as they are written down, as JSON. */
export interface Written {
  /** At most 256. */
  readonly meanings: readonly string[];
  /** What the smallest step of a written weight is worth. */
  readonly step: number;
  /**
   * Base64 of, one after the other, all little-endian: how many pieces there are (32 bits); `signOf` of each, ascending (32 bits
   * each); how many weights each has (8 bits each); then of each weight which meaning it speaks of (8 bits), and of each weight
   * how many steps it is (8 bits, signed).
   */
  readonly packed: string;
}

/** How likely each meaning is; the shares sum to 1. */
export type Shares<Meant extends string> = ReadonlyMap<Meant, number>;

/** Written weights, ready for use. */
export interface Learned<Meant extends string> {
  /** The same pieces always get the same shares. */
  readonly shares: (pieces: readonly Piece[]) => Shares<Meant>;
  /** What these signs (see `signOf`) say together for each of the written meanings, in steps. */
  readonly sums: (signs: readonly number[]) => Float64Array;
  /** How much a piece speaks for one meaning rather than for another. */
  readonly speaksFor: (piece: Piece, meant: Meant, other: Meant) => number;
}

/** A piece's name as a number of 32 bits (FNV-1a); of a hundred thousand pieces one or two share theirs with another. */
export function signOf(name: string): number {
  let sign = 2166136261;
  for (let at = 0; at < name.length; at += 1) sign = Math.imul(sign ^ name.charCodeAt(at), 16777619);
  return sign >>> 0;
}

/** Prepares written weights of some of `known` meanings; they are unpacked when they are first needed. */
export function learned<Meant extends string>(
  { meanings: written, step, packed }: Written,
  known: readonly Meant[],
): Learned<Meant> {
  const meanings = written.map((name) => meaningOf(name, known));
  let weights: Weights | undefined;
  const sumsOf = (signs: readonly number[]): Float64Array => {
    const sums = new Float64Array(meanings.length);
    weights ??= unpacked(packed);
    for (const sign of signs) addTo(sums, weights, sign);
    return sums;
  };
  return {
    sums: sumsOf,
    shares: (pieces) => {
      const sums = sumsOf(pieces.map(({ name }) => signOf(name)));
      // Long messages have more pieces, not more meaning.
      return shared(meanings, sums, step / Math.sqrt(Math.max(1, pieces.length)));
    },
    speaksFor: ({ name }, meant, other) => {
      const sums = sumsOf([signOf(name)]);
      return ((sums[meanings.indexOf(meant)] ?? 0) - (sums[meanings.indexOf(other)] ?? 0)) * step;
    },
  };
}

function meaningOf<Meant extends string>(name: string, known: readonly Meant[]): Meant {
  const meant = known.find((one) => one === name);
  if (meant === undefined) throw new Error(`Weights were learned for ${name}, which nothing means any more`);
  return meant;
}

interface Weights {
  readonly signs: Uint32Array;
  /** Where a sign stands among them, plus 1, in the place that its last bits name or the next that was free; 0: free. */
  readonly table: Uint32Array;
  /** Where the weights of each piece begin; one more than there are pieces. */
  readonly starts: Uint32Array;
  readonly meanings: Uint8Array;
  readonly steps: Int8Array;
}

function unpacked(packed: string): Weights {
  const bytes = Uint8Array.fromBase64(packed);
  const count = new DataView(bytes.buffer).getUint32(0, true);
  const signs = new Uint32Array(bytes.buffer, 4, count);
  const lengths = bytes.subarray(4 + 4 * count, 4 + 5 * count);
  const starts = new Uint32Array(count + 1);
  for (let at = 0; at < count; at += 1) starts[at + 1] = (starts[at] ?? 0) + (lengths[at] ?? 0);
  const from = 4 + 5 * count;
  const weights = starts[count] ?? 0;
  return {
    signs,
    table: tableOf(signs),
    starts,
    meanings: bytes.subarray(from, from + weights),
    steps: new Int8Array(bytes.buffer, from + weights, weights),
  };
}

function tableOf(signs: Uint32Array): Uint32Array {
  const table = new Uint32Array(2 ** Math.ceil(Math.log2(2 * signs.length + 2)));
  for (const [place, sign] of signs.entries()) {
    let at = sign & (table.length - 1);
    while (table[at] !== 0) at = (at + 1) & (table.length - 1);
    table[at] = place + 1;
  }
  return table;
}

function addTo(sums: Float64Array, { signs, table, starts, meanings, steps }: Weights, sign: number): void {
  const place = placeOf(signs, table, sign);
  if (place < 0) return;
  for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0); at += 1) {
    const meaning = meanings[at] ?? 0;
    sums[meaning] = (sums[meaning] ?? 0) + (steps[at] ?? 0);
  }
}

/** Where `sign` stands among the signs; −1: nowhere. */
function placeOf(signs: Uint32Array, table: Uint32Array, sign: number): number {
  let at = sign & (table.length - 1);
  for (;;) {
    const place = (table[at] ?? 0) - 1;
    if (place < 0 || signs[place] === sign) return place;
    at = (at + 1) & (table.length - 1);
  }
}

function shared<Meant extends string>(meanings: readonly Meant[], sums: Float64Array, scale: number): Shares<Meant> {
  const highest = Math.max(...sums);
  const grown = sums.map((sum) => Math.exp((sum - highest) * scale));
  const whole = grown.reduce((sum, one) => sum + one, 0);
  return new Map(meanings.map((meant, index) => [meant, (grown[index] ?? 0) / whole]));
}

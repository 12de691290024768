/** Learns from lessons, leaves out what weighs little, and writes the rest as core/reading/likeness/learned.ts reads it. */
import type { Written } from '../../../../core/reading/likeness/learned.ts';
import { regression } from './regression.ts';

/** A piece that occurs in fewer messages is chance. */
const leastMessages = 3;
/** What the smallest step of a written weight is worth. */
const step = 0.12;
/** A weight below this says nothing; in steps. */
const leastSteps = 4;
const mostSteps = 127;

/** What the lessons teach, written down; `signsOf` a lesson are its pieces, each by its sign (see `signOf` of learned.ts). */
export function writtenFrom<One extends { readonly meant: string }>(
  lessons: readonly One[],
  signsOf: (lesson: One) => readonly number[],
): Written {
  const meanings = [...new Set(lessons.map(({ meant }) => meant))].sort();
  const messages = lessons.map(signsOf);
  const signs = commonSigns(messages);
  const places = new Map(signs.map((sign, place) => [sign, place]));
  const examples = messages.map((pieces, index) => ({
    pieces: Int32Array.from(pieces.flatMap((sign) => places.get(sign) ?? [])),
    scale: 1 / Math.sqrt(Math.max(1, pieces.length)),
    meant: meanings.indexOf(lessons[index]?.meant ?? meanings[0]!),
  }));
  const weights = regression(examples, signs.length, meanings.length);
  const own = (place: number): Float32Array => weights.subarray(place * meanings.length, (place + 1) * meanings.length);
  return written(
    meanings,
    signs.map((sign, place) => [sign, own(place)] as const),
    step,
  );
}

/** Weights written down: of each sign one for each of `meanings`, rounded to whole steps. */
export function written(
  meanings: readonly string[],
  weights: Iterable<readonly [sign: number, own: ArrayLike<number>]>,
  step: number,
): Written {
  return { meanings, step, packed: packed(weights, step) };
}

/** In how many messages each piece is, by its sign; ascending. */
function commonSigns(messages: readonly (readonly number[])[]): number[] {
  const counts = new Map<number, number>();
  for (const pieces of messages) for (const sign of new Set(pieces)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= leastMessages)
    .map(([sign]) => sign)
    .sort((a, b) => a - b);
}

function packed(weights: Iterable<readonly [sign: number, own: ArrayLike<number>]>, step: number): string {
  const kept: { sign: number; steps: (readonly [meaning: number, steps: number])[] }[] = [];
  for (const [sign, own] of weights) {
    const steps = Array.from(
      own,
      (weight, meaning) => [meaning, Math.max(-mostSteps, Math.min(mostSteps, Math.round(weight / step)))] as const,
    ).filter(([, count]) => Math.abs(count) >= leastSteps);
    if (steps.length > 0) kept.push({ sign, steps });
  }
  const all = kept.flatMap(({ steps }) => steps);
  const bytes = new Uint8Array(4 + 5 * kept.length + 2 * all.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, kept.length, true);
  for (const [place, { sign, steps }] of kept.entries()) {
    view.setUint32(4 + 4 * place, sign, true);
    bytes[4 + 4 * kept.length + place] = steps.length;
  }
  const from = 4 + 5 * kept.length;
  for (const [at, [meaning, steps]] of all.entries()) {
    bytes[from + at] = meaning;
    view.setInt8(from + all.length + at, steps);
  }
  return bytes.toBase64();
}

/**
 * Learns which letters say where: the averaged structured perceptron (Collins, Discriminative training methods for hidden Markov models,
 * EMNLP 2002, figures 1 and 2). Each message is marked with what was learned so far; what speaks for the right marks gains, what
 * spoke for the wrong ones loses, and the mean over all steps is what was learned.
 */
import { bestMarks, cuesAround, cuesBefore, marks } from '../../../../core/reading/likeness/where-said.ts';
import type { Mark } from '../../../../core/reading/likeness/where-said.ts';
import type { MarkedMessage } from './marked-lessons.ts';
import { randomFrom, shuffle } from './shuffle.ts';

const rounds = 8;
/** A cue of fewer letters is chance. */
const leastLetters = 3;

/** For each cue, by its sign, a weight for each of `marks`; the same messages always give the same weights. */
export function perceptron(messages: readonly MarkedMessage[]): Map<number, number[]> {
  const weights = new Map<number, Weight>();
  const whole = messages.map(cutInto);
  const common = commonCues(whole);
  const cut = whole.map(({ around, ...rest }) => ({
    ...rest,
    around: around.map((cues) => cues.filter((cue) => common.has(cue))),
  }));
  const random = randomFrom(7);
  let step = 1;
  for (let round = 0; round < rounds; round += 1) {
    shuffle(cut, random);
    for (const message of cut) {
      learn(message, weights, step);
      step += 1;
    }
  }
  return new Map(
    [...weights].map(([cue, { now, past }]) => [cue, now.map((one, mark) => one - (past[mark] ?? 0) / step)]),
  );
}

/** What a cue says now, and the sum of what it gained, each times the step at which it did. */
interface Weight {
  readonly now: number[];
  readonly past: number[];
}

/** The cues of each letter, found once: whatever the mark before it, and after each mark. */
interface Cut {
  readonly right: readonly Mark[];
  readonly around: readonly (readonly number[])[];
  readonly before: readonly Readonly<Record<Mark, readonly number[]>>[];
}

function cutInto({ message, marks: right }: MarkedMessage): Cut {
  return {
    right,
    around: right.map((_, at) => cuesAround(message, at)),
    before: right.map((_, at) => ({
      outside: cuesBefore(message, at, 'outside'),
      begins: cuesBefore(message, at, 'begins'),
      goes_on: cuesBefore(message, at, 'goes_on'),
    })),
  };
}

/** The cues that whatever the mark before them stand around enough letters. */
function commonCues(cut: readonly Cut[]): Set<number> {
  const counts = new Map<number, number>();
  for (const { around } of cut) for (const cue of around.flat()) counts.set(cue, (counts.get(cue) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= leastLetters).map(([cue]) => cue));
}

function learn({ right, around, before }: Cut, weights: Map<number, Weight>, step: number): void {
  const sums = (cues: readonly number[] = []): number[] => sumsOf(weights, cues);
  const guessed = bestMarks(
    right.length,
    (at) => sums(around[at]),
    (at, last) => sums(before[at]?.[last]),
  );
  for (const [at, mark] of right.entries()) {
    const guess = guessed[at] ?? 'outside';
    const [last, lastGuess] = [right[at - 1] ?? 'outside', guessed[at - 1] ?? 'outside'];
    if (guess === mark && last === lastGuess) continue;
    move(weights, [...(around[at] ?? []), ...(before[at]?.[last] ?? [])], mark, 1, step);
    move(weights, [...(around[at] ?? []), ...(before[at]?.[lastGuess] ?? [])], guess, -1, step);
  }
}

function sumsOf(weights: ReadonlyMap<number, Weight>, cues: readonly number[]): number[] {
  const sums = marks.map(() => 0);
  for (const cue of cues) {
    const now = weights.get(cue)?.now;
    if (now !== undefined)
      for (let mark = 0; mark < sums.length; mark += 1) sums[mark] = (sums[mark] ?? 0) + (now[mark] ?? 0);
  }
  return sums;
}

function move(weights: Map<number, Weight>, cues: readonly number[], mark: Mark, by: number, step: number): void {
  const index = marks.indexOf(mark);
  for (const cue of cues) {
    const weight = weights.get(cue) ?? { now: marks.map(() => 0), past: marks.map(() => 0) };
    weights.set(cue, weight);
    weight.now[index] = (weight.now[index] ?? 0) + by;
    weight.past[index] = (weight.past[index] ?? 0) + by * step;
  }
}

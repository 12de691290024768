/** Learns from lessons, leaves out what weighs little, and writes the rest as core/reading/likeness/learned.ts reads it. */
import { letters, nothing } from '../../../../core/reading/likeness/learned.ts';
import type { Written } from '../../../../core/reading/likeness/learned.ts';
import type { Piece } from '../../../../core/reading/likeness/pieces.ts';
import type { Lesson } from './lessons.ts';
import { regression } from './regression.ts';

/** A piece that occurs in fewer messages is chance. */
const leastMessages = 2;
/** What the smallest step of a written weight is worth. */
const step = 0.12;
/** A weight below this says nothing; in steps. */
const leastSteps = 4;
/** These would end or change the text that the weights are written as. */
const unwritable = /[`\\{\s]/;

/** What the lessons teach, written down. */
export function writtenFrom<Meant extends string>(
  lessons: readonly Lesson<Meant>[],
  cut: (lesson: Lesson<Meant>) => readonly Piece[],
): Written<Meant> {
  const meanings = [...new Set(lessons.map(({ meant }) => meant))].sort();
  const messages = lessons.map((lesson) => cut(lesson).map(({ name }) => name));
  const names = commonNames(messages);
  const numbers = new Map(names.map((name, index) => [name, index]));
  const examples = messages.map((pieces, index) => ({
    pieces: Int32Array.from(pieces.flatMap((name) => numbers.get(name) ?? [])),
    scale: 1 / Math.sqrt(Math.max(1, pieces.length)),
    meant: meanings.indexOf(lessons[index]?.meant ?? meanings[0]!),
  }));
  const weights = regression(examples, names.length, meanings.length);
  const lines = names.flatMap((name, index) => {
    const pairs = pairsOf(weights.subarray(index * meanings.length, (index + 1) * meanings.length));
    return pairs === '' ? [] : [`${name} ${pairs}`];
  });
  return { meanings, step, lines: lines.join('\n') };
}

function commonNames(messages: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>();
  for (const pieces of messages) for (const name of pieces) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .filter(([name, count]) => count >= leastMessages && !unwritable.test(name))
    .map(([name]) => name)
    .sort();
}

function pairsOf(weights: Float32Array): string {
  let pairs = '';
  for (const [meaning, weight] of weights.entries()) {
    const steps = Math.max(-nothing, Math.min(nothing, Math.round(weight / step)));
    if (Math.abs(steps) >= leastSteps) pairs += letters.charAt(meaning) + letters.charAt(steps + nothing);
  }
  return pairs;
}

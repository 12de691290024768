/** The written-down reports of figures, and how their readings are judged. */
import { readFileSync } from 'node:fs';
import { read } from '../../../../core/reading/read.ts';
import type { Fields, Figure, Intent, Message, Reading } from '../../../../core/reading/reading.ts';
import { messageOf } from '../corpus.ts';

/** A message of the corpus; everything but `text` may be left out. */
export interface FigureSample extends Partial<Message> {
  readonly id: string;
  readonly text: string;
  readonly expect: { readonly intent: Intent; readonly also?: readonly Intent[]; readonly fields?: Fields };
}

/** How one reading compares with what is wanted. */
export interface JudgedFigures {
  readonly sample: FigureSample;
  readonly reading: Reading;
  readonly intent: boolean;
  /** Each figure that was wanted, and whether it was read with its number, unit and name. */
  readonly figures: readonly boolean[];
}

/** The files of the corpus: rules were made from the seen, never from the unseen. */
export const figureFiles = { seen: ['first'], unseen: [] } as const satisfies Readonly<
  Record<string, readonly string[]>
>;

/** Reads one file of the corpus. */
export function figureSamples(file: string): FigureSample[] {
  const lines = readFileSync(new URL(`corpus/${file}.jsonl`, import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as FigureSample);
}

/** Reads a sample and compares. */
export function judgeFigures(sample: FigureSample): JudgedFigures {
  const reading = read(messageOf({ ...sample, room: sample.room ?? 'command' }));
  const { expect } = sample;
  const intent = [expect.intent, ...(expect.also ?? [])].includes(reading.intent);
  const wanted = intent ? (expect.fields?.figures ?? []) : [];
  const got = reading.fields.figures ?? [];
  return { sample, reading, intent, figures: wanted.map((one) => got.some((other) => isSame(one, other))) };
}

/** A name is right give or take words around it: 发现隐患 is 隐患. */
function isSame(wanted: Figure, got: Figure): boolean {
  return got.value === wanted.value && got.unit === wanted.unit && got.name.includes(wanted.name);
}

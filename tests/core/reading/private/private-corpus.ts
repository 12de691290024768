/** The written-down private messages, and how their readings are judged. */
import { readFileSync } from 'node:fs';
import type { DisputeKind } from '../../../../core/catalogue.ts';
import { read } from '../../../../core/reading/read.ts';
import type { Fields, Intent, Message, Reading } from '../../../../core/reading/reading.ts';
import { messageOf } from '../corpus.ts';

/** What a message should be read as. */
export interface ExpectedPrivate {
  /** `small_talk`, `unknown` and `question` stand for anything that is no private matter, no hazard and no danger. */
  readonly intent: Intent;
  readonly also?: readonly Intent[];
  readonly fields?: Fields;
  /** Kinds that are fine instead of those in `fields`, or beside them. */
  readonly orKinds?: readonly (DisputeKind | 'violence' | 'self_harm' | 'crowd')[];
}

/** A message of the corpus; everything but `text` may be left out. */
export interface PrivateSample extends Partial<Message> {
  readonly id: string;
  readonly text: string;
  readonly expect: ExpectedPrivate;
}

/** How one reading compares with what is wanted; undefined where nothing was to be compared. */
export interface JudgedPrivate {
  readonly sample: PrivateSample;
  readonly reading: Reading;
  readonly intent: boolean;
  /** Somebody in danger, of whom nobody would hear. */
  readonly missedCrisis: boolean;
  readonly kinds?: boolean;
  /** Each other field that was wanted, and whether it was read so. */
  readonly fields: readonly (readonly [name: string, right: boolean])[];
  /** Sums and heads that were read and are not there. */
  readonly invented: readonly string[];
}

/** The files of the corpus, each measured once before any rule was made from it; from the unseen none was made at all. */
export const privateFiles: Readonly<Record<'seen' | 'unseen', readonly string[]>> = {
  seen: ['shared', 'first', 'second', 'course', 'crisis', 'talk', 'third', 'fourth', 'fifth', 'sixth', 'eleventh'],
  unseen: ['seventh', 'eighth', 'ninth', 'tenth', 'twelfth'],
};

const nobodysBusiness = new Set<Intent>(['small_talk', 'unknown', 'question', 'received', 'figures']);
const danger = new Set<Intent>(['crisis', 'emergency']);
const counted = ['amountYuan', 'paidYuan', 'offeredYuan', 'people'] as const;

/** Reads one file of the corpus. */
export function privateSamples(file: string): PrivateSample[] {
  const lines = readFileSync(new URL(`corpus/${file}.jsonl`, import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as PrivateSample);
}

/** Reads a sample and compares. */
export function judgePrivate(sample: PrivateSample): JudgedPrivate {
  const reading = read(messageOf({ ...sample, room: sample.room ?? 'direct' }));
  const { expect } = sample;
  const fine = [expect.intent, ...(expect.also ?? [])];
  const calm = fine.some((one) => nobodysBusiness.has(one)) && nobodysBusiness.has(reading.intent);
  const intent = fine.includes(reading.intent) || calm;
  const wanted = expect.fields ?? {};
  const same = intent && reading.intent === expect.intent;
  const kinds = same && wanted.kinds !== undefined ? kindsAreRight(expect, reading) : undefined;
  const others = Object.entries(wanted).filter(([name]) => name !== 'kinds');
  return {
    sample,
    reading,
    intent,
    missedCrisis: danger.has(expect.intent) && !danger.has(reading.intent) && !intent,
    ...(kinds === undefined ? {} : { kinds }),
    fields: same ? others.map(([name, value]) => [name, fieldIsRight(name, value, reading.fields)] as const) : [],
    invented: same ? counted.filter((name) => reading.fields[name] !== undefined && wanted[name] === undefined) : [],
  };
}

/** The first of the kinds that were read must be wanted, and none may be foreign. */
function kindsAreRight({ fields, orKinds = [] }: ExpectedPrivate, { fields: { kinds = [] } }: Reading): boolean {
  const fine = new Set<string>([...(fields?.kinds ?? []), ...orKinds]);
  return kinds.length > 0 && kinds.every((kind) => fine.has(kind));
}

/** Words count as found when they are the wanted ones, give or take little words around them. */
function fieldIsRight(name: string, value: unknown, fields: Fields): boolean {
  const got = fields[name as keyof Fields];
  // That it is said for somebody is enough where nobody is named.
  if (name === 'proxy' && value === true) return got !== undefined;
  if (typeof value === 'string' && (name === 'place' || name === 'wish' || name === 'proxy' || name === 'day')) {
    return typeof got === 'string' && (got.includes(value) || (value.includes(got) && got.length * 2 >= value.length));
  }
  return JSON.stringify(got) === JSON.stringify(value);
}

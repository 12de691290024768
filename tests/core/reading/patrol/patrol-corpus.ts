/** The written-down messages of patrols, and how their readings are judged. */
import { readFileSync } from 'node:fs';
import type { Fields, Intent, Message, Reading } from '../../../../core/reading/reading.ts';
import { read } from '../../../../core/reading/read.ts';
import { messageOf } from '../corpus.ts';

/** What a message should be read as. */
export interface ExpectedPatrol {
  /** `small_talk` stands for anything that is no patrol's business, no hazard and no danger. */
  readonly intent: Intent;
  readonly also?: readonly Intent[];
  readonly fields?: Fields;
  readonly lines?: readonly { readonly intent: Intent }[];
}

/** A message of the corpus; everything but `text` may be left out. */
export interface PatrolSample extends Partial<Message> {
  readonly id: string;
  readonly text: string;
  readonly expect: ExpectedPatrol;
}

/** How one reading compares with what is wanted; undefined where nothing was to be compared. */
export interface JudgedPatrol {
  readonly sample: PatrolSample;
  readonly reading: Reading;
  readonly intent: boolean;
  /** Of a check-in: every point found and none invented. */
  readonly points?: boolean;
  /** Each other field that was wanted, and whether it was read so. */
  readonly fields: readonly (readonly [name: string, right: boolean])[];
}

/** The files of the corpus, each measured once before any rule was made from it; from the unseen none was made at all. */
export const patrolFiles = {
  seen: [
    'shared',
    'first',
    'second',
    'third',
    'fourth',
    'fifth',
    'sixth',
    'seventh',
    'eighth',
    'ninth',
    'tenth',
    'twelfth',
    'seventeenth',
    'eighteenth',
    'nineteenth',
    'twentieth',
    'twenty-first',
    'twenty-second',
    'twenty-third',
    'twenty-fifth',
  ],
  unseen: [
    'eleventh',
    'thirteenth',
    'fourteenth',
    'fifteenth',
    'sixteenth',
    'twenty-fourth',
    'twenty-sixth',
    'twenty-seventh',
    'twenty-eighth',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Business of patrols, hazards and rescues: talk must not be taken for any of it. */
const business =
  /^(?:check_in|shift_start|shift_end|handover|leave_request|found_item|suspicious|emergency|crisis|delay|hazard_.*)$/;

/** Reads one file of the corpus. */
export function patrolSamples(file: string): PatrolSample[] {
  const lines = readFileSync(new URL(`corpus/${file}.jsonl`, import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as PatrolSample);
}

/** Reads a sample and compares. */
export function judgePatrol(sample: PatrolSample): JudgedPatrol {
  const reading = read(messageOf({ ...sample, room: sample.room ?? 'patrol' }));
  const { expect } = sample;
  const intent = intentIsRight(expect, reading);
  const wanted = expect.fields ?? {};
  const same = intent && reading.intent === expect.intent;
  const points =
    expect.intent === 'check_in' && reading.intent === 'check_in'
      ? pointsAreRight(wanted.points ?? [], reading.fields.points ?? [])
      : undefined;
  const others = Object.entries(wanted).filter(([name]) => name !== 'points');
  const fields = same ? others.map(([name, value]) => [name, fieldIsRight(name, value, reading.fields)] as const) : [];
  return { sample, reading, intent, ...(points === undefined ? {} : { points }), fields };
}

function intentIsRight(expect: ExpectedPatrol, reading: Reading): boolean {
  const fine = [expect.intent, ...(expect.also ?? [])];
  if (fine.includes(reading.intent)) return linesAreRight(expect, reading);
  return fine.includes('small_talk') && !business.test(reading.intent);
}

function linesAreRight(expect: ExpectedPatrol, reading: Reading): boolean {
  return (expect.lines ?? []).every(({ intent }, index) => reading.lines?.[index]?.intent === intent);
}

/** A name is right give or take little words around it; numbers and codes must be the same. */
function pointsAreRight(wanted: readonly string[], got: readonly string[]): boolean {
  return wanted.length === got.length && wanted.every((one, index) => sameName(one, got[index] ?? ''));
}

function sameName(wanted: string, got: string): boolean {
  if (/^\d+$|^[A-Z]{2}-/.test(wanted)) return wanted === got;
  return got.includes(wanted) || (got !== '' && wanted.includes(got) && got.length * 2 >= wanted.length);
}

function fieldIsRight(name: string, value: unknown, got: Fields): boolean {
  const read = got[name as keyof Fields];
  if (name === 'place' && typeof value === 'string') return sameName(value, got.place ?? '');
  return JSON.stringify(read) === JSON.stringify(value);
}

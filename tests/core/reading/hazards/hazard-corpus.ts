/** The written-down messages about hazards, and how their readings are judged. */
import { readFileSync } from 'node:fs';
import type { HazardKind } from '../../../../core/catalogue.ts';
import type { Fields, Intent, Message, Reading } from '../../../../core/reading/reading.ts';
import { read } from '../../../../core/reading/read.ts';
import { messageOf } from '../corpus.ts';

/** What a message should be read as. */
export interface ExpectedHazard {
  /** `small_talk` stands for anything that is neither a hazard nor danger. */
  readonly intent: Intent;
  readonly also?: readonly Intent[];
  readonly fields?: Fields;
  /** Kinds that are fine instead of those in `fields`. */
  readonly orKinds?: readonly HazardKind[];
  /** Kinds that are fine beside them. */
  readonly mayKinds?: readonly HazardKind[];
  readonly lines?: readonly { readonly intent: Intent; readonly kinds?: readonly HazardKind[] }[];
}

/** A message of the corpus; everything but `text` may be left out. */
export interface HazardSample extends Partial<Message> {
  readonly id: string;
  readonly text: string;
  readonly expect: ExpectedHazard;
}

/** How one reading compares with what is wanted; undefined where nothing was to be compared. */
export interface Judged {
  readonly sample: HazardSample;
  readonly reading: Reading;
  readonly intent: boolean;
  /** All kinds found and none invented. */
  readonly kinds?: boolean;
  readonly place?: boolean;
  /** Each other field that was wanted, and whether it was read so. */
  readonly fields: readonly (readonly [name: string, right: boolean])[];
}

/** The files of the corpus: rules were made from the seen, never from the unseen. */
export const hazardFiles = {
  seen: [
    'shared',
    'first',
    'second',
    'third',
    'fourth',
    'fifth',
    'seventh',
    'eighth',
    'tenth',
    'eleventh',
    'twelfth',
    'thirteenth',
    'fifteenth',
    'talk',
    'twentieth',
  ],
  unseen: ['sixth', 'ninth', 'fourteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twenty-first'],
} as const;

/** Reads one file of the corpus. */
export function hazardSamples(file: string): HazardSample[] {
  const lines = readFileSync(new URL(`corpus/${file}.jsonl`, import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as HazardSample);
}

/** Reads a sample and compares. */
export function judge(sample: HazardSample): Judged {
  const reading = read(messageOf({ room: 'village', ...sample }));
  const { expect } = sample;
  const intent = intentIsRight(expect, reading);
  const wanted = expect.fields ?? {};
  const same = intent && reading.intent === expect.intent;
  const kinds = same && wanted.kinds !== undefined ? kindsAreRight(expect, reading) : undefined;
  const place = same && wanted.place !== undefined ? placeIsRight(wanted.place, reading.fields.place) : undefined;
  const others = Object.entries(wanted).filter(([name]) => name !== 'kinds' && name !== 'place');
  const fields = same
    ? others.map(
        ([name, value]) =>
          [name, JSON.stringify(reading.fields[name as keyof Fields]) === JSON.stringify(value)] as const,
      )
    : [];
  return {
    sample,
    reading,
    intent,
    ...(kinds === undefined ? {} : { kinds }),
    ...(place === undefined ? {} : { place }),
    fields,
  };
}

function intentIsRight(expect: ExpectedHazard, reading: Reading): boolean {
  if (expect.intent === reading.intent || (expect.also ?? []).includes(reading.intent))
    return linesAreRight(expect, reading);
  return expect.intent === 'small_talk' && !/^hazard|^emergency|^crisis/.test(reading.intent);
}

function linesAreRight(expect: ExpectedHazard, reading: Reading): boolean {
  return (expect.lines ?? []).every(({ intent, kinds }, index) => {
    const line = reading.lines?.[index];
    return line?.intent === intent && (kinds ?? []).every((kind) => line.fields.kinds?.includes(kind));
  });
}

function kindsAreRight({ fields, orKinds = [], mayKinds = [] }: ExpectedHazard, reading: Reading): boolean {
  const wanted = (fields?.kinds ?? []) as HazardKind[];
  const got = (reading.fields.kinds ?? []) as HazardKind[];
  const fine = new Set([...wanted, ...orKinds, ...mayKinds]);
  if (got.length === 0 || got.some((kind) => !fine.has(kind))) return false;
  return orKinds.length > 0 || wanted.every((kind) => got.includes(kind));
}

/** A place is found when the words named are the wanted ones, give or take little words around them. */
function placeIsRight(wanted: string, got: string | undefined): boolean {
  if (got === undefined) return false;
  return got.includes(wanted) || (wanted.includes(got) && got.length * 2 >= wanted.length);
}

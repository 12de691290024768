/** The written-down messages that reading is measured on, and how a reading is compared with what is expected. */
import { readFileSync } from 'node:fs';
import type { Fields, Intent, Message, Reading } from '../../../core/reading/reading.ts';

/** One line of a roll call as it should be read. */
export interface ExpectedLine {
  readonly person: string;
  readonly intent: Intent;
  readonly etaMinutes?: number;
  readonly delayMinutes?: number;
}

/** What a message should be read as; `also` are readings that are fine too, `later` what its own flow will read. */
export interface Expected {
  readonly intent: Intent;
  readonly also?: readonly Intent[];
  readonly later?: readonly Intent[];
  readonly fields?: Fields;
  readonly lines?: readonly ExpectedLine[];
}

/** A message of the corpus; everything but `text` may be left out. */
export interface Sample extends Partial<Message> {
  readonly id: string;
  readonly text: string;
  readonly expect: Expected;
}

/** Written before any rule. */
export const firstFiles = ['shared', 'rescuers', 'emergencies', 'roll-calls', 'questions', 'ordinary'] as const;

/** Written after the rules, each run once before anything was learned from it. */
export const laterRounds = [
  ...(['second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh'] as const),
  ...(['twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth'] as const),
  ...(['nineteenth', 'twentieth', 'twenty-first', 'twenty-second', 'twenty-third', 'twenty-fourth'] as const),
  ...([
    'twenty-fifth',
    'twenty-sixth',
    'twenty-seventh',
    'twenty-eighth',
    'twenty-ninth',
    'thirtieth',
    'thirty-first',
    'thirty-second',
    'thirty-third',
    'thirty-fourth',
    'thirty-fifth',
    'thirty-sixth',
    'thirty-seventh',
    'thirty-eighth',
    'thirty-ninth',
    'fortieth',
    'forty-first',
    'forty-second',
    'forty-third',
    'forty-fourth',
    'forty-fifth',
  ] as const),
] as const;

/** Later rounds in which nobody looked at what went wrong, so that they still tell what unseen messages get. */
export const heldOut: ReadonlySet<string> = new Set([
  'thirty-eighth',
  'fortieth',
  'forty-first',
  'forty-second',
  'forty-third',
  'forty-fifth',
]);

/** The files of the corpus. */
export const corpusFiles = [...firstFiles, ...laterRounds] as const;

/** Reads one file of the corpus. */
export function samplesOf(file: (typeof corpusFiles)[number]): Sample[] {
  const lines = readFileSync(new URL(`corpus/${file}.jsonl`, import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Sample);
}

/** The message of a sample, with the defaults of the contract. */
export function messageOf(sample: Omit<Sample, 'id' | 'expect'>): Message {
  return {
    text: sample.text,
    photos: sample.photos ?? 0,
    location: sample.location ?? false,
    room: sample.room ?? 'squad',
    openOrder: sample.openOrder ?? false,
    openShift: sample.openShift ?? false,
    openCase: sample.openCase ?? false,
    openQuestion: sample.openQuestion ?? null,
    quote: sample.quote ?? null,
  };
}

/** Messages that were unseen until a rule was made for them. */
const learnedFrom = new Set(['R493', 'T243']);

/** Whether the rules may be tuned on a sample: 7 in 10, by a hash of its id that never changes, and what was learned from since. */
export function isSeen(id: string): boolean {
  if (learnedFrom.has(id)) return true;
  let hash = 2166136261;
  for (const letter of id) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
  return (hash >>> 8) % 10 < 7;
}

/** Business of the flows that read it themselves, on samples of their own; here `unknown` stands for all of it. */
const ofFlows = new Set<Intent>([
  ...(['hazard_report', 'hazard_fixed', 'hazard_chase', 'hazard_withdraw'] as const),
  ...(['shift_start', 'check_in', 'shift_end', 'handover', 'leave_request', 'found_item', 'suspicious'] as const),
  ...([
    'dispute',
    'dispute_refuse',
    'dispute_schedule',
    'dispute_consent',
    'dispute_breach',
    'dispute_payment',
  ] as const),
  ...(['dispute_settled', 'figures', 'figures_correction', 'reminder'] as const),
]);

/** Whether the intent is one that is expected. */
export function intentIsRight(expected: Expected, reading: Reading): boolean {
  const fine = [expected.intent, ...(expected.also ?? []), ...(expected.later ?? [])];
  // Told to the bot alone, violence and despair are a crisis; somebody hears of it at once as well.
  if (reading.intent === 'crisis') return fine.includes('emergency') || fine.includes('crisis');
  return fine.includes(reading.intent) || (fine.includes('unknown') && ofFlows.has(reading.intent));
}

/** Fields and set members as `name=value`, so that right, missing and invented ones can be counted. */
export function factsOf(fields: Fields): Set<string> {
  const facts = new Set<string>();
  for (const [name, value] of Object.entries(fields)) {
    if (Array.isArray(value)) for (const one of value as unknown[]) facts.add(`${name}=${JSON.stringify(one)}`);
    else facts.add(`${name}=${JSON.stringify(value)}`);
  }
  return facts;
}

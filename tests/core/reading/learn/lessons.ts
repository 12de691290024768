/** What reading may learn from: every message of the corpora that is seen, and sentences that were written for nothing else. */
import { readFileSync } from 'node:fs';
import { disputeKinds, hazardKinds, incidentKinds } from '../../../../core/catalogue.ts';
import type { DisputeKind, HazardKind, IncidentKind } from '../../../../core/catalogue.ts';
import type { Fields, Intent, Kind, Message } from '../../../../core/reading/reading.ts';
import { utterance } from '../../../../core/reading/utterance.ts';
import type { Utterance } from '../../../../core/reading/utterance.ts';
import { corpusFiles, firstFiles, heldOut, isSeen, messageOf, samplesOf } from '../corpus.ts';
import { figureFiles, figureSamples } from '../figures/figure-corpus.ts';
import { hazardFiles, hazardSamples } from '../hazards/hazard-corpus.ts';
import { patrolFiles, patrolSamples } from '../patrol/patrol-corpus.ts';
import { privateFiles, privateSamples } from '../private/private-corpus.ts';

/** A message and what it means. */
export interface Lesson<Meant extends string> {
  readonly heard: Utterance;
  readonly meant: Meant;
}

interface Taught {
  readonly message: Message;
  readonly intent: Intent;
  readonly kinds: readonly Kind[];
}

/** What the labels of all corpora have in common. */
interface Labelled {
  readonly intent: Intent;
  readonly later?: readonly Intent[];
  readonly fields?: Fields;
}

/** A sentence of `sentences.jsonl`; nothing is measured on it. */
interface Sentence extends Partial<Message> {
  readonly text: string;
  readonly intent: Intent;
  readonly kind?: Kind;
}

const first: ReadonlySet<string> = new Set(firstFiles);

function taught(): Taught[] {
  const general = corpusFiles
    .filter((file) => !heldOut.has(file))
    .flatMap((file) => samplesOf(file).filter(({ id }) => !first.has(file) || isSeen(id)))
    .map(({ expect, ...sample }) => ({ message: messageOf(sample), ...lessonOf(expect) }));
  const hazards = hazardFiles.seen
    .flatMap(hazardSamples)
    .map(({ expect, ...sample }) => ({ message: messageOf({ room: 'village', ...sample }), ...lessonOf(expect) }));
  const patrols = patrolFiles.seen
    .flatMap(patrolSamples)
    .map(({ expect, ...sample }) => ({ message: messageOf({ room: 'patrol', ...sample }), ...lessonOf(expect) }));
  const privates = privateFiles.seen
    .flatMap(privateSamples)
    .map(({ expect, ...sample }) => ({ message: messageOf({ room: 'direct', ...sample }), ...lessonOf(expect) }));
  const reports = figureFiles.seen
    .flatMap(figureSamples)
    .map(({ expect, ...sample }) => ({ message: messageOf({ room: 'command', ...sample }), ...lessonOf(expect) }));
  return [...reports, ...general, ...hazards, ...patrols, ...privates, ...sentences()].filter(
    ({ intent }) => intent !== 'roll_call',
  );
}

/** What a flow of its own will read is learned as that, where the corpus is content with `unknown`. */
function lessonOf({ intent, later, fields }: Labelled): Omit<Taught, 'message'> {
  return { intent: later?.[0] ?? intent, kinds: fields?.kinds ?? [] };
}

function sentences(): Taught[] {
  return ['sentences.jsonl', 'private-sentences.jsonl']
    .flatMap((file) => readFileSync(new URL(file, import.meta.url), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Sentence)
    .map(({ intent, kind, ...message }) => ({
      message: messageOf(message),
      intent,
      kinds: kind === undefined ? [] : [kind],
    }));
}

/** Messages by intent. */
export function intentLessons(): Lesson<Intent>[] {
  return taught().map(({ message, intent }) => ({ heard: utterance(message, {}), meant: intent }));
}

/** Reports of hazards, once under each of their kinds. */
export function hazardKindLessons(): Lesson<HazardKind>[] {
  return kindLessons(
    'hazard_report',
    hazardKinds.map(({ code }) => code),
  );
}

/** Emergencies, once under each of their kinds. */
export function incidentKindLessons(): Lesson<IncidentKind>[] {
  return kindLessons(
    'emergency',
    incidentKinds.map(({ code }) => code),
  );
}

/** Disputes, once under each of their kinds. */
export function disputeKindLessons(): Lesson<DisputeKind>[] {
  return kindLessons(
    'dispute',
    disputeKinds.map(({ code }) => code),
  );
}

function kindLessons<Meant extends Kind>(wanted: Intent, codes: readonly Meant[]): Lesson<Meant>[] {
  return taught()
    .filter(({ intent }) => intent === wanted)
    .flatMap(({ message, kinds }) =>
      codes.filter((code) => kinds.includes(code)).map((meant) => ({ heard: utterance(message, {}), meant })),
    );
}

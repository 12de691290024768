/** What reading may learn from: every message of the corpora that is seen, and sentences that were written for nothing else. */
import { crisisKinds, disputeKinds, hazardKinds, incidentKinds } from '../../../../core/catalogue.ts';
import type { CrisisKind, DisputeKind, HazardKind, IncidentKind } from '../../../../core/catalogue.ts';
import type { Fields, Intent, Kind, Message } from '../../../../core/reading/reading.ts';
import { utterance } from '../../../../core/reading/utterance.ts';
import type { Utterance } from '../../../../core/reading/utterance.ts';
import { corpusFiles, firstFiles, heldOut, isSeen, messageOf, samplesOf } from '../corpus.ts';
import { figureFiles, figureSamples } from '../figures/figure-corpus.ts';
import { hazardFiles, hazardSamples } from '../hazards/hazard-corpus.ts';
import { patrolFiles, patrolSamples } from '../patrol/patrol-corpus.ts';
import { privateFiles, privateSamples } from '../private/private-corpus.ts';
import { writtenLessons } from './written-lessons.ts';

/** A message and what it means. */
export interface Lesson<Meant extends string> {
  readonly heard: Utterance;
  readonly meant: Meant;
}

interface Taught {
  readonly message: Message;
  readonly intent: Intent;
  readonly kinds: readonly Kind[];
  /** See written-lessons.ts. */
  readonly fresh?: boolean;
}

/** What the labels of all corpora have in common. */
interface Labelled {
  readonly intent: Intent;
  readonly later?: readonly Intent[];
  readonly fields?: Fields;
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
  return [...reports, ...general, ...hazards, ...patrols, ...privates, ...writtenLessons()].filter(
    ({ intent }) => intent !== 'roll_call',
  );
}

/** What a flow of its own will read is learned as that, where the corpus is content with `unknown`. */
function lessonOf({ intent, later, fields }: Labelled): Omit<Taught, 'message'> {
  return { intent: later?.[0] ?? intent, kinds: fields?.kinds ?? [] };
}

/** In so many parts lessons are left out, one after the other, to see how far what was learned without them can be trusted. */
export const foldsOf = 5;

/** The part that a message belongs to, by a hash of its words that never changes. */
export function foldOf(text: string): number {
  let hash = 2166136261;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
  return (hash >>> 8) % foldsOf;
}

/** All that is learned from. */
export interface Lessons {
  readonly intents: readonly Lesson<Intent>[];
  /** Reports of hazards, once under each of their kinds; emergencies and disputes likewise. */
  readonly hazards: readonly Lesson<HazardKind>[];
  readonly incidents: readonly Lesson<IncidentKind>[];
  readonly disputes: readonly Lesson<DisputeKind>[];
  readonly crises: readonly Lesson<CrisisKind>[];
}

const codesOf = <Code extends string>(kinds: readonly { code: Code }[]): Code[] => kinds.map(({ code }) => code);

/** Everything but the fresh lessons of one fold; null: everything. */
export function lessonsOf(without: number | null): Lessons {
  const all = taught()
    .filter(({ fresh, message }) => fresh !== true || foldOf(message.text) !== without)
    .map(({ message, ...meant }) => ({ ...meant, heard: utterance(message, {}) }));
  const kindLessons = <Meant extends Kind>(wanted: Intent, codes: readonly Meant[]): Lesson<Meant>[] =>
    all
      .filter(({ intent }) => intent === wanted)
      .flatMap(({ heard, kinds }) =>
        codes.filter((code) => kinds.includes(code)).map((code) => ({ heard, meant: code })),
      );
  return {
    intents: all.map(({ heard, intent }) => ({ heard, meant: intent })),
    hazards: kindLessons('hazard_report', codesOf(hazardKinds)),
    incidents: kindLessons('emergency', codesOf(incidentKinds)),
    disputes: kindLessons('dispute', codesOf(disputeKinds)),
    crises: kindLessons('crisis', crisisKinds),
  };
}

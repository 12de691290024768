import { describe, expect, it } from 'vitest';
import { disputeKinds, hazardKinds, incidentKinds } from '../../../../core/catalogue.ts';
import { trustLearned } from '../../../../core/reading/likeness/trust-learned.ts';
import { plainText } from '../../../../core/reading/plain-text.ts';
import type { Intent } from '../../../../core/reading/reading.ts';
import { firstFiles, heldOut, isSeen, samplesOf } from '../corpus.ts';
import { hazardFiles, hazardSamples } from '../hazards/hazard-corpus.ts';
import { patrolFiles, patrolSamples } from '../patrol/patrol-corpus.ts';
import { privateFiles, privateSamples } from '../private/private-corpus.ts';
import { markedLessons } from './marked-lessons.ts';
import { trustFrom } from './trust-from.ts';
import type { Testimony } from './trust-from.ts';
import { writtenLessons } from './written-lessons.ts';

const lessons = writtenLessons();
const rooms = new Set(['squad', 'patrol', 'village', 'mediation', 'command', 'direct']);
const kinds = new Set<string>([...hazardKinds, ...disputeKinds, ...incidentKinds].map(({ code }) => code));

describe('the lessons', () => {
  it('name intents, rooms and kinds that there are', () => {
    const wrong = lessons.filter(
      ({ intent, message, kinds: named }) =>
        !(intent in trustLearned.lean) || !rooms.has(message.room) || named.some((kind) => !kinds.has(kind)),
    );
    expect(wrong.map(({ message }) => message.text)).toEqual([]);
    expect(lessons.length).toBeGreaterThan(10_000);
  });

  it('hold no message that reading is measured on unseen, with words marked or not', () => {
    const unseen = [
      ...[...heldOut].flatMap((file) => samplesOf(file as Parameters<typeof samplesOf>[0])),
      ...firstFiles.flatMap(samplesOf).filter(({ id }) => !isSeen(id)),
      ...hazardFiles.unseen.flatMap(hazardSamples),
      ...patrolFiles.unseen.flatMap(patrolSamples),
      ...privateFiles.unseen.flatMap(privateSamples),
    ];
    const texts = unseen.map(({ text }) => text.trim()).filter((text) => text.length > 4);
    const taught = new Set(lessons.map(({ message }) => message.text.trim()));
    const marked = new Set(markedLessons().map(({ message }) => message.plain.trim()));
    expect(texts.filter((text) => taught.has(text) || marked.has(plainText(text).plain.trim())).length).toBe(0);
  });
});

describe('trust', () => {
  it('goes to whoever turned out to be right', () => {
    const says = (meant: Intent, rule: Intent | null): Testimony => ({
      meant,
      shares: [
        ['accept', 0.5],
        ['decline', 0.5],
      ],
      offers: rule === null ? [] : [[rule, 0.9]],
    });
    const times = (count: number, one: Testimony): Testimony[] => Array.from({ length: count }, () => one);
    // The rule for a yes is right each time, the one for a no is as often wrong as right.
    const { rules } = trustFrom([
      ...times(30, says('accept', 'accept')),
      ...times(30, says('decline', null)),
      ...times(30, says('accept', null)),
      ...times(15, says('decline', 'decline')),
      ...times(15, says('accept', 'decline')),
    ]);
    expect(rules.accept?.[3]).toBeGreaterThan(1);
    expect(rules.decline?.[3]).toBeLessThan(0.5);
  });
});

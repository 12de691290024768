import { describe, expect, it } from 'vitest';
import { read } from '../../../../core/reading/read.ts';
import { corpusFiles, messageOf, samplesOf } from '../corpus.ts';
import { hazardFiles, hazardSamples } from '../hazards/hazard-corpus.ts';
import { judgePrivate, privateFiles, privateSamples } from './private-corpus.ts';

const seen = privateFiles.seen.flatMap(privateSamples).map(judgePrivate);
const unseen = privateFiles.unseen.flatMap(privateSamples).map(judgePrivate);
const ofPrivate = /\b(?:dispute|crisis)/;

function share(marks: readonly boolean[]): number {
  return marks.filter(Boolean).length / marks.length;
}

describe('the corpus of private matters', () => {
  it('reads nearly all messages right that it may learn from', () => {
    expect(share(seen.map(({ intent }) => intent))).toBeGreaterThan(0.96);
    expect(share(seen.flatMap(({ kinds }) => kinds ?? []))).toBeGreaterThan(0.96);
    expect(share(seen.flatMap(({ fields }) => fields.map(([, right]) => right)))).toBeGreaterThan(0.96);
  });

  it('reads most messages right that no rule was made from', () => {
    expect(share(unseen.map(({ intent }) => intent))).toBeGreaterThan(0.88);
    expect(share(unseen.flatMap(({ kinds }) => kinds ?? []))).toBeGreaterThan(0.85);
    expect(unseen.filter(({ missedCrisis }) => missedCrisis).length).toBeLessThan(4);
  });

  it('misses nobody in danger of whom it may learn', () => {
    const missed = seen.filter(({ missedCrisis }) => missedCrisis);
    expect(missed.map(({ sample }) => sample.text)).toEqual([]);
  });

  it('reads the messages of the contract and their likes', () => {
    const wrong = privateSamples('shared')
      .map(judgePrivate)
      .filter(({ intent, kinds, fields }) => !intent || kinds === false || fields.some(([, right]) => !right));
    expect(wrong.map(({ sample }) => sample.text)).toEqual([]);
  });

  it('takes fewer than 1 in 200 messages of ordinary group talk for a private matter', () => {
    // In squads and on patrol nobody is heard so at all.
    const ordinary = [
      ...corpusFiles
        .flatMap(samplesOf)
        .map(({ expect: wanted, ...sample }) => ({ wanted, message: messageOf(sample) })),
      ...[...hazardFiles.seen, ...hazardFiles.unseen]
        .flatMap(hazardSamples)
        .map(({ expect: wanted, ...sample }) => ({ wanted, message: messageOf({ room: 'village', ...sample }) })),
    ].filter(({ wanted, message }) => message.room === 'village' && !ofPrivate.test(intentsOf(wanted)));
    const taken = ordinary.filter(({ message }) => read(message).intent.startsWith('dispute'));
    expect(taken.length / ordinary.length).toBeLessThan(1 / 200);
  });

  it('gives only words of the message as reasons, a reason for each field, and the same reading twice', () => {
    for (const { sample, reading } of [...seen, ...unseen]) {
      for (const { words } of reading.because) expect(sample.text).toContain(words);
      if (!ofPrivate.test(reading.intent)) continue;
      const explained = new Set<string>(reading.because.map(({ field }) => field));
      const stated = Object.keys(reading.fields).filter((name) => name !== 'severity' && name !== 'needsAnswer');
      expect(stated.filter((name) => !explained.has(name))).toEqual([]);
      expect(judgePrivate(sample).reading).toEqual(reading);
    }
  });
});

/** Every intent that is fine, as one text. */
function intentsOf({
  intent,
  also = [],
  ...rest
}: {
  intent: string;
  also?: readonly string[];
  later?: readonly string[];
}): string {
  return [...(rest.later ?? []), ...also, intent].sort().join(' ');
}

import { describe, expect, it } from 'vitest';
import { read } from '../../../core/reading/read.ts';
import { corpusFiles, firstFiles, heldOut, intentIsRight, isSeen, messageOf, samplesOf } from './corpus.ts';
import type { Sample } from './corpus.ts';

const written = firstFiles.flatMap(samplesOf);
const unseen = written.filter(({ id }) => !isSeen(id));
const everything = corpusFiles.flatMap(samplesOf);
const learnedFrom = corpusFiles.filter((file) => !heldOut.has(file)).flatMap(samplesOf);
const lookedAtByNobody = corpusFiles.filter((file) => heldOut.has(file)).flatMap(samplesOf);

function wrongOf(samples: readonly Sample[]): string[] {
  return samples
    .filter((sample) => !intentIsRight(sample.expect, read(messageOf(sample))))
    .map(({ id, text }) => `${id} ${text}`);
}

describe('the corpus', () => {
  it('reads the rescuers’ and residents’ messages it may learn from nearly all right', () => {
    const seen = written.filter(({ id }) => isSeen(id));
    expect(wrongOf(seen).length / seen.length).toBeLessThan(0.01);
  });

  it('reads 95 of 100 messages right that no rule was tuned on', () => {
    expect(wrongOf(unseen).length / unseen.length).toBeLessThan(0.05);
  });

  it('misses no emergency in messages that no rule was tuned on', () => {
    const emergencies = unseen.filter(({ expect: { intent } }) => intent === 'emergency');
    expect(wrongOf(emergencies)).toEqual([]);
  });

  it('takes nobody’s passing talk for an acceptance', () => {
    const takenOf = (samples: readonly Sample[]): Sample[] =>
      samples.filter(
        ({ expect: { intent, also }, ...sample }) =>
          intent !== 'accept' && !(also ?? []).includes('accept') && read(messageOf(sample)).intent === 'accept',
      );
    expect(takenOf(learnedFrom).map(({ text }) => text)).toEqual([]);
    expect(takenOf(lookedAtByNobody).length).toBeLessThan(2);
  });

  it('raises a false alarm in fewer than 1 of 200 messages without danger', () => {
    const calm = everything.filter(
      ({ expect: { intent, also } }) => intent !== 'emergency' && !(also ?? []).includes('emergency'),
    );
    const alarms = calm.filter((sample) => read(messageOf(sample)).intent === 'emergency');
    expect(alarms.length / calm.length).toBeLessThan(0.005);
  });
});

import { describe, expect, it } from 'vitest';
import { offersHazard } from '../../../../core/reading/hazards/offer.ts';
import { read } from '../../../../core/reading/read.ts';
import { corpusFiles, messageOf, samplesOf } from '../corpus.ts';
import { hazardFiles, hazardSamples, judge } from './hazard-corpus.ts';
import type { HazardSample } from './hazard-corpus.ts';

const seen = hazardFiles.seen.flatMap(hazardSamples).map(judge);
const unseen = hazardFiles.unseen.flatMap(hazardSamples).map(judge);

function share(marks: readonly boolean[]): number {
  return marks.filter(Boolean).length / marks.length;
}

describe('the corpus of hazards', () => {
  it('reads nearly all messages right that it may learn from', () => {
    expect(share(seen.map(({ intent }) => intent))).toBeGreaterThan(0.93);
    expect(share(seen.flatMap(({ kinds }) => kinds ?? []))).toBeGreaterThan(0.93);
    expect(share(seen.flatMap(({ place }) => place ?? []))).toBeGreaterThan(0.9);
  });

  it('reads most messages right that no rule was made from', () => {
    expect(share(unseen.map(({ intent }) => intent))).toBeGreaterThan(0.88);
    expect(share(unseen.flatMap(({ kinds }) => kinds ?? []))).toBeGreaterThan(0.7);
    expect(share(unseen.flatMap(({ place }) => place ?? []))).toBeGreaterThan(0.85);
  });

  it('reads the messages of the contract and their likes', () => {
    const wrong = hazardSamples('shared')
      .map(judge)
      .filter(({ intent, kinds, place }) => !intent || kinds === false || place === false);
    expect(wrong.map(({ sample }) => sample.text)).toEqual([]);
  });

  it('offers to register less than 1 in 200 messages of ordinary talk', () => {
    const ordinary = corpusFiles
      .flatMap(samplesOf)
      .filter(({ expect: { intent, later } }) => intent !== 'emergency' && !(later ?? []).includes('hazard_report'))
      .filter(({ room }) => room === 'village' || room === 'patrol' || room === 'squad');
    const offered = ordinary.filter((sample) => offersHazard(read(messageOf(sample)), sample.room ?? 'village'));
    expect(offered.length / ordinary.length).toBeLessThan(1 / 200);
  });

  it('gives only words of the message as reasons', () => {
    const all: HazardSample[] = [...hazardFiles.seen, ...hazardFiles.unseen].flatMap(hazardSamples);
    for (const sample of all) {
      const reading = read(messageOf({ room: 'village', ...sample }));
      for (const { words } of reading.because) expect(sample.text).toContain(words);
    }
  });
});

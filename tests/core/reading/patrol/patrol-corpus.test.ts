import { describe, expect, it } from 'vitest';
import { read } from '../../../../core/reading/read.ts';
import { corpusFiles, messageOf, samplesOf } from '../corpus.ts';
import { judgePatrol, patrolFiles, patrolSamples } from './patrol-corpus.ts';
import type { JudgedPatrol } from './patrol-corpus.ts';

const seen = patrolFiles.seen.flatMap(patrolSamples).map(judgePatrol);
const unseen = patrolFiles.unseen.flatMap(patrolSamples).map(judgePatrol);
const all = [...seen, ...unseen];

function share(marks: readonly boolean[]): number {
  return marks.filter(Boolean).length / marks.length;
}

function takenForCheckIns(judged: readonly JudgedPatrol[]): string[] {
  return judged
    .filter(({ sample: { expect } }) => expect.intent !== 'check_in' && !(expect.also ?? []).includes('check_in'))
    .filter(({ reading }) => reading.intent === 'check_in')
    .map(({ sample }) => sample.text);
}

describe('the corpus of patrols', () => {
  it('reads nearly all messages right that it may learn from', () => {
    expect(share(seen.map(({ intent }) => intent))).toBeGreaterThan(0.97);
    expect(share(seen.flatMap(({ points }) => points ?? []))).toBeGreaterThan(0.98);
    expect(share(seen.flatMap(({ fields }) => fields.map(([, right]) => right)))).toBeGreaterThan(0.97);
  });

  it('reads most messages right that no rule was made from', () => {
    expect(share(unseen.map(({ intent }) => intent))).toBeGreaterThan(0.85);
    expect(share(unseen.flatMap(({ points }) => points ?? []))).toBeGreaterThan(0.8);
  });

  it('takes nothing for a check-in that is none', () => {
    expect(takenForCheckIns(seen)).toEqual([]);
    expect(takenForCheckIns(unseen).length).toBeLessThan(3);
  });

  it('misses no emergency', () => {
    const missed = all.filter(({ sample, intent }) => sample.expect.intent === 'emergency' && !intent);
    expect(missed.map(({ sample }) => sample.text)).toEqual([]);
  });

  it('reads the messages of the contract and their likes', () => {
    const wrong = patrolSamples('shared')
      .map(judgePatrol)
      .filter(({ intent, points, fields }) => !intent || points === false || fields.some(([, right]) => !right));
    expect(wrong.map(({ sample }) => sample.text)).toEqual([]);
  });

  it('takes no talk of other rooms for a patrol’s', () => {
    const ofPatrols = /^(?:check_in|shift_start|shift_end|handover|leave_request|found_item|suspicious)$/;
    const elsewhere = corpusFiles
      .flatMap(samplesOf)
      .filter(
        ({ room, openShift, expect: { later } }) => room !== 'patrol' && openShift !== true && later === undefined,
      );
    const taken = elsewhere.filter((sample) => ofPatrols.test(read(messageOf(sample)).intent));
    expect(taken.map(({ text }) => text)).toEqual([]);
  });

  it('gives only words of the message as reasons, and the same reading twice', () => {
    for (const { sample, reading } of all) {
      for (const { words } of reading.because) expect(sample.text).toContain(words);
      expect(judgePatrol(sample).reading).toEqual(reading);
    }
  });
});

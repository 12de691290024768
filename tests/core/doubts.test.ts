import { describe, expect, it } from 'vitest';
import {
  farAway,
  forwarded,
  seenBefore,
  takenEarlier,
  tooFast,
  withDoubts,
  withoutDoubts,
  wordDoubt,
  type Lookalike,
} from '../../core/doubts.ts';
import { checkInOf, minute, nightAt, northOf } from '../support/check-in-factory.ts';

const zone = 'Asia/Shanghai';

it('a position far from the point is worth a look, one a little beside is not', () => {
  expect(farAway(null, 80)).toBeNull();
  expect(farAway(240, 80)).toBeNull();
  expect(farAway(2_500, 1_000)).toBeNull();
  expect(farAway(1_200, 80)).toEqual({ kind: 'far_away', score: 0.64, fact: '1200 m' });
  expect(farAway(40_000, 80)?.score).toBe(0.9);
});

it('a photo from another chat is worth a look', () => {
  expect(forwarded(false)).toBeNull();
  expect(forwarded(true)).toMatchObject({ kind: 'forwarded' });
});

describe('two points one after the other', () => {
  const seen = (metres: number, minutes: number) => ({ at: nightAt + minutes * minute, position: northOf(metres) });
  it('as far apart as one drives are none', () => {
    expect(tooFast(seen(0, 0), seen(900, 1))).toBeNull();
    expect(tooFast(seen(0, 0), seen(290, 0))).toBeNull();
    expect(tooFast(seen(0, 0), { at: nightAt, position: null })).toBeNull();
  });
  it('farther apart are worth a look, with the minutes between', () => {
    expect(tooFast(seen(0, 0), seen(2_000, 1))).toEqual({ kind: 'too_fast', score: 0.5, fact: '1.0 min, 2000 m' });
    expect(tooFast(seen(0, 0), seen(2_000, 0))?.score).toBe(0.8);
  });
});

describe("the camera's clock", () => {
  const at = Date.UTC(2026, 10, 22, 13);
  it('is on the zone’s clocks, unless it says where', () => {
    expect(takenEarlier('2026-11-22T19:00:00', at, zone)).toMatchObject({ kind: 'taken_earlier', fact: '120 min' });
    expect(takenEarlier('2026-11-22T11:00:00+00:00', at, zone)).toMatchObject({ fact: '120 min' });
  });
  it('is no reason where it is missing, nearly right, ahead, or was never set', () => {
    for (const taken of [
      null,
      '2026-11-22T20:40:00',
      '2026-11-22T23:00:00',
      '2000-01-01T00:00:12',
      '2026-02-31T10:00:00',
      'x',
    ]) {
      expect(takenEarlier(taken, at, zone)).toBeNull();
    }
  });
  it('says more the older the photo is', () => {
    const scores = ['2026-11-22T20:00:00', '2026-11-22T12:00:00', '2026-10-01T12:00:00'].map(
      (taken) => takenEarlier(taken, at, zone)?.score ?? 0,
    );
    expect(scores).toEqual([0.43, 0.63, 0.85]);
  });
});

describe('a photo that was there before', () => {
  const like = (given: Partial<Lookalike> = {}): Lookalike => ({
    bits: 3,
    mirrored: false,
    sameBytes: false,
    samePoint: false,
    of: 'check_in:1',
    ...given,
  });
  it('is told by the likest', () => {
    expect(seenBefore([])).toBeNull();
    expect(seenBefore([like({ bits: 6 }), like({ bits: 2, of: 'check_in:2' })])).toEqual({
      kind: 'seen_before',
      score: 0.8,
      fact: '2 bits, check_in:2',
    });
  });
  it('counts for less where the same point looks the same every night, and in a mirror', () => {
    expect(seenBefore([like({ samePoint: true })])?.score).toBe(0.45);
    expect(seenBefore([like({ mirrored: true })])?.score).toBe(0.5);
    expect(seenBefore([like({ sameBytes: true, samePoint: true })])?.score).toBe(1);
  });
});

it('a word that was to be told is wrong, missing or right', () => {
  expect(wordDoubt('right')).toBeNull();
  expect(wordDoubt('wrong')).toMatchObject({ kind: 'wrong_word' });
  expect(wordDoubt('none')).toMatchObject({ kind: 'no_word' });
});

it('keeps one doubt of each kind, the stronger one', () => {
  const weak = { kind: 'forwarded', score: 0.1, fact: '' } as const;
  const far = { kind: 'far_away', score: 0.5, fact: '900 m' } as const;
  expect(withDoubts([weak, far], [forwarded(true), null])).toEqual([forwarded(true), far]);
  expect(withDoubts([far], [weak])).toEqual([far, weak]);
  expect(withoutDoubts(checkInOf({ doubts: [weak, far] }), ['far_away', 'too_fast'])).toEqual([weak]);
});

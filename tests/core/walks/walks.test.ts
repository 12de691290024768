import { describe, expect, it } from 'vitest';
import { count, elsewhere, judgeWalks, passing, rightOf, walkFiles } from './walk-corpus.ts';

describe.each([
  ['that rules were made from', walkFiles.seen.flatMap(judgeWalks), { right: 0.6, wrong: 0.05, taken: 0.05 }],
  ['that no rule was made from', walkFiles.unseen.flatMap(judgeWalks), { right: 0.6, wrong: 0.05, taken: 0.05 }],
] as const)('captions of walks %s', (_, judged, held) => {
  it('find most points without a question', () => {
    const told = passing(judged);
    expect(told.length).toBeGreaterThan(90);
    expect(count(told, 'right') / told.length).toBeGreaterThan(held.right);
  });

  it('count hardly a point that was not passed', () => {
    const told = passing(judged);
    expect(count(told, 'wrong', 'guessed') / told.length).toBeLessThan(held.wrong);
    expect(rightOf(told)).toBeGreaterThan(0.95);
    const others = elsewhere(judged);
    expect(count(others, 'wrong', 'guessed') / others.length).toBeLessThan(held.taken);
  });
});

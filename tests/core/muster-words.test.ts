import { expect, it } from 'vitest';
import { ofThoseThere } from '../../core/muster-words.ts';

it.each([
  ['我到了 队长 还没到', '我到了'],
  ['东01到了,\n  东02 请假', '东01到了'],
  ['老王 小李 到了', '老王 小李 到了'],
  ['i am here but Zhao is late', 'i am here'],
  ['a b\n 东03到了', 'a b 东03到了'],
])('%j tells of %j', (words, there) => {
  expect(ofThoseThere(words).replaceAll(/\s+/g, ' ').trim()).toBe(there);
});

it.each(['\n'.repeat(20_000), `${' '.repeat(20_000)}x`, `人${' '.repeat(20_000)}x`])(
  'is soon done with blanks',
  (words) => {
    const from = performance.now();
    ofThoseThere(`x${words}x`);
    expect(performance.now() - from).toBeLessThan(500);
  },
);

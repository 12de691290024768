import { describe, expect, it } from 'vitest';
import { isSentHome, saysComing } from '../../core/leave-words.ts';

describe('somebody who comes after all', () => {
  it.each([
    '明晚我来',
    '算了 明晚我能来',
    '明天晚上我又有空了',
    '我能来了',
    '明晚还是我上',
    '今晚我照常来',
    '明晚来得了了',
    'I can come tomorrow after all',
  ])('says so: %s', (words) => {
    expect(saysComing(words)).toBe(true);
  });

  it.each([
    '我来',
    '我来了',
    '到了',
    '明晚我来不了',
    '明晚我能来吗',
    '明晚东03来',
    '明晚我去接孩子',
    '我可以去',
    '谁明晚来',
  ])('does not by: %s', (words) => {
    expect(saysComing(words)).toBe(false);
  });
});

describe('words that send somebody home', () => {
  it('are no wish of one’s own', () => {
    for (const words of ['东03明晚不用来了', '明晚别来了']) expect(isSentHome(words)).toBe(true);
    for (const words of ['明晚来不了', '明晚请假 你们不用来了', '我来了']) expect(isSentHome(words)).toBe(false);
  });
});

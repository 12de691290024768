import { describe, expect, it } from 'vitest';
import { isSentHome, saysComing, wishesIn } from '../../core/leave-words.ts';

describe('somebody who comes after all', () => {
  it.each([
    '明晚我来',
    '算了 明晚我能来',
    '明天晚上我又有空了',
    '我能来了',
    '明晚还是我上',
    '今晚我照常来',
    '明晚来得了了',
    '没事了 我能来了',
    '我又可以来了',
    '我明天晚上上',
    '明晚我没事了',
    'I can come tomorrow after all',
    'I can make it after all',
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
    '又来了',
    '又来了 那条狗',
    '我又来了',
    '那条狗 今晚又来了',
    '又去了',
    '还是来了',
    '还是我去吧',
    '还是我上',
    '照常巡',
    '我可以去了',
    '今晚上 月亮好圆',
    '明天晚上 又要下雨',
    '今晚上班',
    '今晚没事吧',
    'I can come',
  ])('does not by: %s', (words) => {
    expect(saysComing(words)).toBe(false);
  });
});

describe('words that send somebody home', () => {
  it('are no wish of one’s own', () => {
    for (const words of ['东03明晚不用来了', '明晚别来了', '东03别过来了', '你明晚不用上班', '东03明晚莫来了'])
      expect(isSentHome(words)).toBe(true);
    for (const words of ['明晚来不了', '明晚请假 你们不用来了', '我来了']) expect(isSentHome(words)).toBe(false);
  });
  it.each([
    '东02别去了',
    '东02别去了 那边危险',
    '东02 5号不用去了',
    '东02快点 别巡了',
    '东02不用上去了',
    '东02别来晚了',
  ])('are not those that turn somebody back on the way: %s', (words) => {
    expect(isSentHome(words)).toBe(false);
    expect(wishesIn(words)).toEqual([]);
  });
});

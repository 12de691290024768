import { describe, expect, it } from 'vitest';
import { timesMeant } from '../../core/times-meant.ts';

const now = Date.UTC(2026, 10, 22, 12);
/** Wednesday 15:00 and Thursday 10:00 in Shanghai. */
const session = { times: [Date.UTC(2026, 10, 25, 7), Date.UTC(2026, 10, 26, 2)] };
const meant = (words: string, times = session.times) => timesMeant(words, { times }, now, 'Asia/Shanghai');

describe('what a side says of the times that it was asked about', () => {
  it.each([
    ['周三可以', [0]],
    ['我周三可以', [0]],
    ['周三下午3点可以', [0]],
    ['25号可以', [0]],
    ['周四', [1]],
    ['周三和周四都行', [0, 1]],
    ['Wednesday works', [0]],
    ['Thu is fine for me', [1]],
    ['I can on 25 Nov', [0]],
    ['the second one', [1]],
    ['1st please', [0]],
    ['neither', 'none'],
    ['I can’t make it', 'none'],
    ['第一个', [0]],
    ['第二个吧', [1]],
    ['2', [1]],
    ['都行', 'all'],
    ['随便', 'all'],
    ['都不行', 'none'],
    ['来不了', 'none'],
  ])('%s', (words, times) => {
    expect(meant(words)).toEqual(times);
  });

  it.each([
    '周五可以',
    '周三下午5点可以',
    '能不能明天下午3点',
    '周三不行',
    '我同意',
    '好的',
    '谢谢',
    '3',
    '',
    '周三来接我吗',
    'Wednesday doesn’t work',
    'the third one',
  ])('leaves to a person: %s', (words) => {
    expect(meant(words)).toBeNull();
  });

  it.each(['他在家了 别联系我', '房子漏水了', '再说吧 我想想'])('no day is named, so no time is meant: %s', (words) => {
    expect(meant(words, [Date.UTC(2026, 10, 23, 6)])).toBeNull();
  });

  it('one time alone is agreed to by a plain yes, of several it says nothing', () => {
    for (const words of ['好的', '可以', '行，可以', '好，没问题', 'OK']) {
      expect(meant(words, session.times.slice(0, 1))).toBe('all');
      expect(meant(words)).toBeNull();
    }
  });

  it('does not guess which of two times of one day is meant', () => {
    const twice = [Date.UTC(2026, 10, 25, 2), Date.UTC(2026, 10, 25, 7)];
    expect(meant('周三可以', twice)).toBeNull();
    expect(meant('周三下午3点可以', twice)).toEqual([1]);
  });
});

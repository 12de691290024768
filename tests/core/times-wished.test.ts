import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWishValue, wishValue } from '../../core/course-tap.ts';
import { timesWished } from '../../core/times-wished.ts';

/** Sunday 22 November 2026, 20:00 in Shanghai. */
const now = Date.UTC(2026, 10, 22, 12);
const wished = (words: string) =>
  timesWished(words, now, 'Asia/Shanghai')?.map((at) => new Date(at + 8 * 3_600_000).toISOString().slice(5, 16)) ??
  null;

describe('a time that a side asks for', () => {
  it.each([
    ['能不能明天下午3点', ['11-23T15:00']],
    ['周五下午5点可以吗', ['11-27T17:00']],
    ['周五下午5点行不行？', ['11-27T17:00']],
    ['换到周五下午5点行吗', ['11-27T17:00']],
    ['我周五下午5点才有空', ['11-27T17:00']],
    ['周三不行，周五下午5点可以吗', ['11-27T17:00']],
    ['那天要上班，能不能改到周六上午10点？', ['11-28T10:00']],
    ['明天下午3点或者后天上午9点可以吗', ['11-23T15:00', '11-24T09:00']],
    ['can we do Friday 5pm?', ['11-27T17:00']],
    ['how about tomorrow 3pm', ['11-23T15:00']],
  ])('%s', (words, times) => {
    expect(wished(words)).toEqual(times);
  });

  it.each([
    '',
    '周五下午5点',
    '周五下午可以吗',
    '周五下午5点不行',
    '能不能让他周五下午5点把钱还我',
    '他昨天下午5点来我家闹事，可以报警吗',
    '能不能昨天下午3点',
    '钱什么时候给我啊？周五下午5点之前能不能给我一个准信，我等了好久好久好久好久了',
  ])('is not: %s', (words) => {
    expect(wished(words)).toBeNull();
  });

  it('is never read out of anything that breaks it', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        const times = timesWished(words, now, 'Asia/Shanghai');
        expect(times === null || (times.length > 0 && times.length <= 3)).toBe(true);
      }),
    );
  });
});

describe('the value of its button', () => {
  it('keeps side and times, to the minute, and is short', () => {
    const taken = { how: 'ask', side: 'b', times: [now, now + 60_000, now + 86_400_000] } as const;
    expect(readWishValue(wishValue(taken))).toEqual(taken);
    expect(wishValue(taken).length).toBeLessThan(30);
  });

  it.each(['', 'take', 'take:b:', 'take:b:1-2-3', 'give:b:hm3k2', 'take:bb:hm3k2', 'take:b:hm3k2-hm3k2-hm3k2-hm3k2'])(
    'is no forged one: %s',
    (value) => {
      expect(readWishValue(value)).toBeNull();
    },
  );
});

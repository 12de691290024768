import { describe, expect, it } from 'vitest';
import { asksForSilence, saidWorry } from '../../core/matter-worry.ts';

describe('what somebody asks who is afraid or tired', () => {
  it.each([
    ['要钱伐', 'cost'],
    ['要不要钱的', 'cost'],
    ['多少钱啊', 'cost'],
    ['收费吗', 'cost'],
    ['Is it free?', 'cost'],
    ['会不会有人知道是我说的', 'secret'],
    ['谁看得到？', 'secret'],
    ['保密吗', 'secret'],
    ['who can see this?', 'secret'],
    ['他会不会知道', 'other'],
    ['会告诉我老公吗', null],
    ['老板会知道吗', 'other'],
    ['会不会告诉他', 'other'],
    ['will he know', 'other'],
    ['怎么样了', 'wait'],
    ['来了伐', 'wait'],
    ['有人管吗', 'wait'],
    ['要多久', 'wait'],
    ['anybody coming', null],
    ['is anybody coming?', 'wait'],
  ] as const)('%s', (words, worry) => {
    expect(saidWorry(words)).toBe(worry);
  });

  it.each(['他借了我多少钱我也忘了', '老板知道这件事', '六千多', '他收了我的钱', '后街菜场边上', '会不会', '李叔', ''])(
    'is no worry: %s',
    (words) => {
      expect(saidWorry(words)).toBeNull();
    },
  );

  it('is read at once, however long and odd the words', () => {
    for (const words of ['他'.repeat(2_000), '会不会'.repeat(400), 'a '.repeat(3_000), '好了'.repeat(20)])
      expect([saidWorry(words), asksForSilence(words)]).toEqual([null, false]);
  });
});

describe('whoever must not be written to just now', () => {
  it.each([
    '他在家了 别联系我',
    '他回来了',
    '老公到家了',
    '先别发了',
    '别打电话',
    '不要联系我',
    'he is home',
    'don’t text me',
  ])('%s', (words) => {
    expect(asksForSilence(words)).toBe(true);
  });

  it.each(['他在家打我', '他回来就打我', '后天可以', '别的没了', '他来过两次，东西还没搬', '能不能别让他知道'])(
    'may be written to: %s',
    (words) => {
      expect(asksForSilence(words)).toBe(false);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { remarkOf } from '../../../bot/present/remark.ts';

const said = (reason: string): string => remarkOf({ answer: 'accepted', reason });

describe('what somebody said beyond the yes', () => {
  it.each([
    '1',
    '１',
    '能去，8分钟',
    '我来！',
    '接警 A7K',
    '马上到',
    '好的 可以去 大概十来分钟',
    '收到，出发',
    'can go, 8 min',
    '',
  ])('is nothing in %j', (words) => expect(said(words)).toBe(''));

  it.each(['我没水域证 只能岸上帮忙', '能去 带上冲锋舟', '8分钟 车坏了骑车来', 'can go but no wetsuit'])(
    'reaches the officer: %j',
    (words) => expect(said(words)).toBe(words),
  );

  it('is kept from the card of whoever does not come', () => {
    expect(remarkOf({ answer: 'declined', reason: '家里有事走不开' })).toBe('');
  });
});

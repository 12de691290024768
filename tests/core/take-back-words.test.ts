import { describe, expect, it } from 'vitest';
import { takeBackWords } from '../../core/take-back-words.ts';

describe('a check-in that is taken back', () => {
  it.each([
    ['8号不算 没去', 8],
    ['刚才7号那张发错了，作废', 7],
    ['刚才那张不算', null],
    ['刚才发错了 不算', null],
    ['发错了，撤回', null],
    ['上一张作废。', null],
    ['撤回打卡', null],
    ['undo the last check-in', null],
    ['point 8 does not count', 8],
  ])('%s', (text, n) => {
    expect(takeBackWords(text, false)).toEqual({ n });
  });

  it.each(['发错了', '不算', '撤回', '作废了'])('%s is enough where it is quoted, and not else', (text) => {
    expect(takeBackWords(text, true)).toEqual({ n: null });
    expect(takeBackWords(text, false)).toBeNull();
  });

  it.each(['发错了 是4号不是3号', '8号没去 太晚了', '这不算什么', '刚才那个人不算可疑', '不算远', '取消今晚的班'])(
    '%s takes nothing back',
    (text) => {
      expect(takeBackWords(text, true)).toBeNull();
    },
  );
});

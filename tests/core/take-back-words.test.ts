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
    expect(takeBackWords(text, false)).toEqual({ n, mistaken: false });
  });

  it.each(['发错了', '不算', '撤回', '作废了'])('%s is enough where it is quoted, and not else', (text) => {
    expect(takeBackWords(text, true)).toEqual({ n: null, mistaken: false });
    expect(takeBackWords(text, false)).toBeNull();
  });

  it.each([
    ['刚才7号发错了', 7],
    ['7号发错了，不好意思', 7],
    ['7号点不是我拍的 发错群了', 7],
    ['刚才那张发错了', null],
    ['不好意思，刚才那张照片发错了', null],
    ['上一张拍错了。', null],
    ['刚才发错了', null],
    ['发错群了', null],
    ['刚才那张发错群了 抱歉', null],
    ['刚刚那张是误发的', null],
    ['Sorry, wrong group', null],
    ['that photo was a mistake', null],
  ])('%s says that it was wrong', (text, n) => {
    expect(takeBackWords(text, false)).toEqual({ n, mistaken: true });
  });

  it.each([
    '刚才那张发错了 是4号',
    '刚才7号发错了 应该是8号',
    '刚才那张没发错',
    '刚才那张发错了吗',
    '谁发错群了',
    '7号点不是我拍的',
    '别发错群了',
    '他刚才发错了',
    '发错了 是4号不是3号',
    '8号没去 太晚了',
    '这不算什么',
    '刚才那个人不算可疑',
    '不算远',
    '取消今晚的班',
  ])('%s takes nothing back', (text) => {
    expect(takeBackWords(text, true)).toBeNull();
  });
});

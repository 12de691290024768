import { describe, expect, it } from 'vitest';
import { countedFromEnd } from '../../core/counted-from-end.ts';

describe('a point counted from an end of the route', () => {
  it.each([
    ['最后一个点', 5],
    ['最后一个', 5],
    ['最后一个点 正常', 5],
    ['到最后一个点了', 5],
    ['最末一个点位', 5],
    ['末点', 5],
    ['尾点', 5],
    ['终点到了', 5],
    ['last one', 5],
    ['the last stop, all good', 5],
    ['final point', 5],
    ['end of the route', 5],
    ['倒数第一个', 5],
    ['倒数第二个', 4],
    ['倒数第二个点', 4],
    ['倒数第3个', 3],
    ['倒数第二', 4],
    ['second to last', 4],
    ['second-last point', 4],
    ['third from the end', 3],
    ['penultimate', 4],
    ['头一个点', 1],
    ['起点', 1],
    ['the first one', 1],
    ['first stop', 1],
  ])('%s is %i of five', (words, n) => {
    expect(countedFromEnd(words, 5)).toBe(n);
  });

  it.each([
    '最后一张',
    '和东02一起点名',
    '在一起点外卖',
    '小李最后一个 到了',
    '我最后一个，到了',
    '最后一圈',
    '这是最后一张照片',
    '最后两个点',
    '最后一个点没去',
    '还剩最后一个点',
    '还差最后一个点',
    '准备去最后一个点',
    '最后一个点在哪',
    '最后一个人走了',
    '最后一个到的请客',
    '最后正常',
    '倒数第六个',
    '倒数',
    '倒数三天',
    'the last photo was wrong',
    'one point left',
    'last night',
    'heading to the last point',
    '3号',
    '第一',
    '',
  ])('%s counts none', (words) => {
    expect(countedFromEnd(words, 5)).toBeNull();
  });

  it('is found on long routes, and nowhere on none', () => {
    expect(countedFromEnd('倒数第十二个', 60)).toBe(49);
    expect(countedFromEnd('倒数第二十个点', 60)).toBe(41);
    expect(countedFromEnd('最后一个点', 0)).toBeNull();
    expect(countedFromEnd('最后一个点', 1)).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import type { Instant } from '../../core/clock.ts';
import { goesOnWithFind } from '../../core/find-goes-on.ts';

const at = 1_000_000 as Instant;
const minute = 60_000;
const goesOn = (kind: 'suspicious' | 'found', words: string, after: number, pictures = 0, plain = false): boolean =>
  goesOnWithFind({ kind, at }, { words, pictures, plain, at: at + after * minute });

describe('what whoever told of a find sends next', () => {
  it.each([
    '他跑了',
    '往桥那边跑了',
    '车牌浙G12345',
    '浙GA8888',
    '穿黑衣服',
    '戴帽子 一米七',
    '是来收废品的',
    '是隔壁的业主',
    'he ran off',
  ])('is of somebody suspicious for half an hour: %s', (words) => {
    expect([goesOn('suspicious', words, 29), goesOn('suspicious', words, 31)]).toEqual([true, false]);
  });

  it.each(['失主来拿走了', '还给人家了', '里面有身份证', 'gave it back'])('is of something found: %s', (words) => {
    expect([goesOn('found', words, 29), goesOn('suspicious', words, 29)]).toEqual([true, false]);
  });

  it.each(['今天真冷', '谁带水了', '到渡口了', '3号', '我们走了', '收队', '快到了'])(
    'is nothing of it when it is talk or the walk: %s',
    (words) => {
      expect([goesOn('suspicious', words, 1), goesOn('found', words, 1)]).toEqual([false, false]);
    },
  );

  it('is plain words for three minutes, and a picture by itself for two', () => {
    expect([goesOn('suspicious', '手里有东西', 3, 0, true), goesOn('suspicious', '手里有东西', 4, 0, true)]).toEqual([
      true,
      false,
    ]);
    expect([goesOn('found', '', 2, 1), goesOn('found', '', 3, 1), goesOn('found', '', 0)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

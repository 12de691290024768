import { describe, expect, it } from 'vitest';
import { missingAnswer } from '../../core/missing-answer.ts';

const points = ['上桥村口', '井头桥', '大塘沿', '新屋路口', '渡口'].map((name, at) => ({ name, n: at + 1 }));

describe('an answer to whether points were not gone to, or only lack a photo', () => {
  it.each([
    '没去',
    '没去 下雨了',
    '都没去 太晚了',
    '这次不去了',
    '不安全 没去',
    '封路了 过不去',
    '剩下的没去',
    '那几个没去',
    '其他的没去',
    '没去成 路断了',
    "didn't go, too late",
    'we skipped those, road closed',
  ])('%s: none of them was gone to', (words) => {
    expect(missingAnswer(words, points)).toEqual({ kind: 'not_gone', ns: [], count: null });
  });

  it.each([
    ['4号5号没去 有点晚了', [4, 5]],
    ['渡口没去 锁门了', [5]],
    ['5号 没去 有点晚了', [5]],
    ['4、5号没去', [4, 5]],
    ['4号正常 5号没去', [5]],
    ['没去的是4号5号', [4, 5]],
    ['五号没去', [5]],
    ['skipped 5, road closed', [5]],
  ])('%s: those that it names were not', (words, ns) => {
    expect(missingAnswer(words, points)).toMatchObject({ kind: 'not_gone', ns });
  });

  it('says of how many', () => {
    expect(missingAnswer('两个点都没去', points)).toEqual({ kind: 'not_gone', ns: [], count: 2 });
  });

  it.each(['忘了发', '忘记拍照了', '去了 手机没电了没拍', '都去了 忘拍了', '去过了 没拍', 'forgot to send'])(
    '%s: they were there',
    (words) => {
      expect(missingAnswer(words, points)).toEqual({ kind: 'went', ns: [], count: null });
    },
  );

  it.each([
    '还没去',
    '马上去',
    '4号5号还没去',
    '东02没去',
    '队长没去',
    '他没去',
    '东02不去了 家里有事',
    '你去了没',
    '没去过',
    '没情况',
    '人没到',
    '前面修路 绕一下',
    '下雨了',
    '今天走了5公里',
    '没到时间',
    '我明天不去了',
    '我走不了了',
    '没去 有人摔了',
    '脚崴了 过不去',
  ])('%s: nothing of the kind', (words) => {
    expect(missingAnswer(words, points)).toBeNull();
  });
});

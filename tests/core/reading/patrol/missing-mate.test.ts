import { describe, expect, it } from 'vitest';
import { foundMate, isPlainName, missingMate } from '../../../../core/reading/patrol/missing-mate.ts';

const crew = ['东01', '王建国', '东02', '何小兵', 'Ann'];

describe('one of a crew whom the others do not find', () => {
  it.each([
    ['老王不见了', '老王'],
    ['东01人不见了', '东01'],
    ['王建国找不到了', '王建国'],
    ['老王 突然不见了 怎么办', '老王'],
    ['老王他人没影了', '老王'],
    ['东02也不见了', '东02'],
    ['找不到老王', '老王'],
    ['半天没看到老王了', '老王'],
    ['我跟老王走散了', '老王'],
    ['小何失联了', '小何'],
    ['Ann is missing', 'Ann'],
    ["can't find Ann", 'Ann'],
  ])('%s: %s, who was there', (text, name) => {
    expect(missingMate(text, crew)).toEqual({ name, wasThere: true });
  });

  it.each([
    ['联系不上老王', '老王'],
    ['东02联系不上了 电话没人接', '东02'],
    ['老王电话打不通', '老王'],
    ['老王到现在还没回来', '老王'],
    ["can't reach Ann", 'Ann'],
    ['打不通东02电话', '东02'],
    ['打不通老王的手机了', '老王'],
    ['给东02打了几个电话都没人接', '东02'],
    ['东02电话关机', '东02'],
    ['东02不接电话', '东02'],
    ['呼东02没反应', '东02'],
    ['喊了几声 叫不应东02', '东02'],
    ['no answer from Ann', 'Ann'],
    ["Ann isn't answering", 'Ann'],
  ])('%s: %s, who may not have come', (text, name) => {
    expect(missingMate(text, crew)).toEqual({ name, wasThere: false });
  });

  it.each([
    ['东02人呢', '东02'],
    ['东02人呢？', '东02'],
    ['老王跑哪去了', '老王'],
    ['小何人在哪呢？', '小何'],
    ["where's Ann?", 'Ann'],
  ])('%s: %s, who is asked for', (text, name) => {
    expect(missingMate(text, crew)).toEqual({ name, wasThere: false, asked: true });
  });

  it.each([
    '东02到哪了',
    '东02在哪个点',
    '东02的手电呢',
    '门卫人呢',
    '人呢',
    '东02人呢 哈哈',
    '打不通110电话',
    '打不通村委会的电话',
    '东02电话打不通吗？',
    '3号点叫不到人',
    '东01手机不见了',
    '老王的狗不见了',
    '对讲机不见了',
    '3号点灭火器不见了',
    '有人看到老王吗',
    '老王不见了吗',
    '老王不见了 哈哈',
    '昨晚老王不见了',
    '老王先走了 不见了',
    '没看到老王',
    '老王没跟上来',
    '我们走散了',
    '',
  ])('%s: nobody', (text) => {
    expect(missingMate(text, crew)).toBeNull();
  });

  it('is plainly named as people are, where nobody knows the name', () => {
    for (const name of ['老赵', '小何', '西07']) expect(isPlainName(name), name).toBe(true);
    for (const name of ['小狗', '小车', '老鼠', '王建国']) expect(isPlainName(name), name).toBe(false);
  });

  it.each([
    ['老王找到了', '老王'],
    ['找到东01了', '东01'],
    ['东01 回来了', '东01'],
    ['老王在我这里', '老王'],
    ['found Ann', 'Ann'],
    ['人找到了', ''],
    ['都找到了', ''],
    ['he is back', ''],
  ])('%s: found', (text, name) => {
    expect(foundMate(text, crew)).toBe(name);
  });

  it.each(['老王找到了吗', '还没找到', '找到老王的手机了', '对讲机找到了'])('%s: not found', (text) => {
    expect(foundMate(text, crew)).toBeNull();
  });
});

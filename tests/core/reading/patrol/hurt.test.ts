import { describe, expect, it } from 'vitest';
import type { Message, Reading } from '../../../../core/reading/reading.ts';
import { read } from '../../../../core/reading/read.ts';
import { messageOf } from '../corpus.ts';

function onShift(text: string, more: Partial<Message> = {}): Reading {
  return read(messageOf({ text, room: 'patrol', openShift: true, ...more }));
}

describe('somebody of the crew is hurt', () => {
  it.each([
    '我摔了一跤 脚崴了',
    '小李手划破了流血',
    '老王摔了一跤',
    '东02被狗咬了',
    '我脚扭了走不动',
    '东03被铁皮划了个口子',
    '手被玻璃割了',
    '膝盖磕破了 在井头桥',
    '刚才踩空 腰扭到了',
    'I twisted my ankle',
    'Li cut his hand and is bleeding',
    '东02中暑了',
    '我头晕 走不动了',
    '老王心脏不舒服',
    '小李胸口疼',
    '我脚扭了不能走',
  ])('%s is danger on duty', (text) => {
    expect(onShift(text).intent).toBe('emergency');
    expect(onShift(text, { room: 'direct' }).intent).toBe('emergency');
  });

  it.each([
    '哈哈哈老王又摔了一跤',
    '摔了一跤 没事 继续',
    '路滑 差点摔了一跤',
    '大塘沿路滑 小心摔跤',
    '上次我在这摔了一跤',
    '今晚脚崴了 来不了',
    '垃圾桶被狗翻了',
    '5号点 玻璃被砸了',
    '头灯断了',
    '井盖没了 晚上有人摔了一跤',
    '有人摔了吗',
    '有点中暑 喝口水继续',
    '走到终点站了 腿都要断了',
    '走了25分钟，腿断了',
    '脚崴了走得慢 刚到渡口 放心',
    '渡口 大门推不动',
    '姐几个走不动了 在凉亭歇脚',
  ])('%s is not', (text) => {
    expect(onShift(text).intent).not.toBe('emergency');
  });

  it('is talk among friends where no shift runs', () => {
    expect(read(messageOf({ text: '打球摔了一跤 脚崴了', room: 'patrol' })).intent).not.toBe('emergency');
  });
});

describe('danger at a point', () => {
  const points = ['4号', '4号点', '4号点 ', '渡口', '渡口 ', '4️⃣ ', 'QY-0312 ', '第4家 ', '到4号点了 ', 'No.4 '];
  const dangers = [
    '着火了',
    '冒烟了',
    '垃圾桶着火',
    '电瓶车自燃',
    '有人落水',
    '有人打架',
    '有车祸',
    '煤气味很重',
    '有人晕倒',
    '有人受伤',
    '有人触电',
    '老人摔倒了起不来',
    '有人要跳楼',
    '房子塌了',
    '有人被困',
    'someone collapsed',
  ];

  it.each(dangers)('%s is no check-in and no talk, with a picture or without', (danger) => {
    const all = points.flatMap((point) => [0, 1].map((photos) => onShift(point + danger, { photos }).intent));
    expect(all).toEqual(all.map(() => 'emergency'));
  });

  it.each(['4号点 ', '渡口', '4️⃣ '])('%s有人翻墙 is suspicious, also under a picture', (point) => {
    expect(onShift(`${point}有人翻墙`, { photos: 1 }).intent).toBe('suspicious');
  });

  it.each(['4号点 没着火', '4号点 灭火器正常', '渡口 没人打架 正常', '4号 没有车祸 一切正常'])('%s is none', (text) => {
    expect(onShift(text, { photos: 1 }).intent).not.toBe('emergency');
  });
});

describe('a fire at a point', () => {
  it.each(['3号点着火了', '1号点起火了', '那个点着火了'])('%s is danger, and no check-in', (text) => {
    expect(onShift(text)).toMatchObject({ intent: 'emergency', fields: { kinds: ['fire'] } });
  });

  it('is none where somebody lights something', () => {
    expect(onShift('把纸点着火了').intent).not.toBe('emergency');
  });
});

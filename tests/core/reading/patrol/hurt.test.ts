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
  ])('%s is not', (text) => {
    expect(onShift(text).intent).not.toBe('emergency');
  });

  it('is talk among friends where no shift runs', () => {
    expect(read(messageOf({ text: '打球摔了一跤 脚崴了', room: 'patrol' })).intent).not.toBe('emergency');
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

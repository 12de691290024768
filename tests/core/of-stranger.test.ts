import { describe, expect, it } from 'vitest';
import { ofStranger } from '../../core/of-stranger.ts';

describe('who is hurt, by the words of a crew', () => {
  it.each(['5号 老人倒在路边 叫不醒', '3号点有人躺地上不动了', '一个骑电动车的摔了 流血', 'an old man is lying there'])(
    '%s is a stranger',
    (text) => {
      expect(ofStranger(text)).toBe(true);
    },
  );

  it.each([
    '我摔了一跤 脚崴了',
    '东01手划破了 流血',
    '我被一个男的打了',
    '我们有人摔了',
    '队员被骑车的撞了',
    'I fell, somebody help',
  ])('%s may be one of their own', (text) => {
    expect(ofStranger(text)).toBe(false);
  });
});

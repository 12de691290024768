import { describe, expect, it } from 'vitest';
import { absentName } from '../../../../core/reading/patrol/absent-name.ts';

describe('who is said not to come', () => {
  it.each([
    ['今晚老王不来了', '老王'],
    ['老王今晚来不了', '老王'],
    ['小李 今晚有事来不了', '小李'],
    ['东09今晚不来了', '东09'],
    ['巡146今晚不来了', '巡146'],
    ['王建国今晚请假', '王建国'],
    ['李师傅说他感冒了 来不了', '李师傅'],
    ['张三请假', '张三'],
    ["Bob can't make it tonight", 'Bob'],
  ])('%s: %s', (text, name) => {
    expect(absentName(text)).toBe(name);
  });

  it.each([
    '今晚来不了',
    '家里有事今晚来不了',
    '孩子发烧 今晚来不了',
    '小孩生病今晚来不了',
    '老婆住院 来不了',
    '高烧39度 来不了',
    '高烧来不了',
    '白天来不了',
    '周末来不了',
    '加班 今晚不来了',
    '出差去不了',
    '下雨天来不了',
    '请假',
    '应该来不了',
    'we won’t come',
    'can’t make it tonight',
  ])('%s names nobody', (text) => {
    expect(absentName(text)).toBeNull();
  });
});

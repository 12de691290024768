import { describe, expect, it } from 'vitest';
import { leaveWhom } from '../../core/leave-whom.ts';

const mates = ['队长', '东02', '东03', '王建国'].map((name) => ({ name, callSign: null }));
const [leader = null] = mates;
const whom = (words: string): string => {
  const { own, others } = leaveWhom(words, mates, leader);
  return [...(own ? ['own'] : []), ...others.map(({ name }) => name)].join(' ');
};

describe('whose leave words are about', () => {
  it.each([
    '家里有事来不了',
    '东02 我今晚请假',
    '今晚来不了 东02在吗',
    '队长，今晚请假',
    '队长批了 今晚请假',
    '跟队长说了今晚请假',
    '向队长请个假',
    '队长让我明晚别来了',
    '我跟东02说了 今晚请假',
    '我感冒了 东02知道的 今晚请假',
    '我今晚和东02一起值班有点不舒服请假',
  ])('is the writer: %s', (words) => {
    expect(whom(words)).toBe('own');
  });

  it.each([
    ['东02明天请假我批了', '东02'],
    ['我们两个到了 东03请假', '东03'],
    ['我让东03明晚别来了', '东03'],
    ['东03跟我说他明晚来不了', '东03'],
    ['东03托我请个假', '东03'],
    ['我帮东03请个假', '东03'],
    ['东02和东03明天都请假', '东02 东03'],
    ['东02同意了 东03请假', '东03'],
    ['王建国今晚请假', '王建国'],
    ['我和东02明天请假', 'own 东02'],
    ['东02跟我都来不了', 'own 东02'],
  ])('is who is named: %s', (words, expected) => {
    expect(whom(words)).toBe(expected);
  });
});

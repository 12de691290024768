import { describe, expect, it } from 'vitest';
import { leaveOfEach } from '../../core/leave-of-each.ts';

const mates = ['队长', '东02', '东03', 'Wang'].map((name) => ({ name, callSign: null }));

describe('a message in which each stays away', () => {
  it.each([
    ['东02明晚来不了，我也来不了', ['东02明晚来不了', '我也来不了']],
    ['东02明晚来不了 我后天请假', ['东02明晚来不了', '我后天请假']],
    ['我明晚请假，东02后天也请假，去喝喜酒', ['我明晚请假', '东02后天也请假,去喝喜酒']],
    ['明晚来不了，东02也来不了，还有东03也来不了', ['明晚来不了', '东02也来不了', '还有东03也来不了']],
    ['东02明晚来不了，我也一样', ['东02明晚来不了', '我也一样']],
    ["Wang can't come tomorrow, me neither", ["Wang can't come tomorrow", 'me neither']],
  ])('is parted: %s', (words, parts) => {
    expect(leaveOfEach(words, mates)).toEqual(parts);
  });

  it.each([
    '我明晚请假，我后天也请假',
    '明晚来不了，我请假',
    '东02明晚请假，我没空替他',
    '东02明晚请假，我去',
    '今晚请假 东02在不在',
    '我请假，东02知道我来不了',
    '我和东02明天请假',
    '东02来不了，来不了就算了',
    '东02托我说一声 他明晚请假',
  ])('is of one: %s', (words) => {
    expect(leaveOfEach(words, mates)).toHaveLength(1);
  });
});

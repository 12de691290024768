import { describe, expect, it } from 'vitest';
import { readRosterWords } from '../../bot/roster-words.ts';

const now = Date.parse('2026-11-22T20:00+08:00');
const read = (words: string): string | null => {
  const asked = readRosterWords(words, now, 'Asia/Shanghai');
  if (asked === null) return null;
  const { what, ofTeam, rest, period, anew } = asked;
  const parts = [what, ofTeam ? 'of the team' : '', what === 'month' ? period : '', anew ? 'anew' : '', rest];
  return parts.filter((part) => part !== '').join(' ');
};

describe('a list that somebody asks for', () => {
  it.each([
    ['我的班', 'mine'],
    ['看一下我的班次', 'mine'],
    ['My shifts.', 'mine'],
    ['后天轮到我吗', 'mine'],
    ['后天 轮到我吗？', 'mine'],
    ['明晚是我的班吗', 'mine'],
    ['周五有没有我', null],
    ['25号该我值班吗', 'mine'],
    ['我下次什么时候', 'mine'],
    ['我哪天有班', 'mine'],
    ['When is my next shift?', 'mine'],
    ['明天我去吗', 'mine'],
    ['轮到我没有', 'mine'],
    ['明晚又轮到我了吗', 'mine'],
    ['后天有我吗', 'mine'],
    ['我有班吗', 'mine'],
    ['是我值班么', 'mine'],
    ['今晚是我去买水吗', null],
    ['我没有', null],
    ['我没', null],
    ['我不', null],
    ['我吗', null],
    ['我去吗', null],
    ['今晚我没有', null],
    ['今天我没', null],
    ['明晚我不', null],
    ['轮到我了', null],
    ['是我', null],
    ['我什么时候能回家', null],
    ['本队排班', 'team of the team'],
    ['值班表', 'team of the team'],
    ['东片队 排班', 'team of the team 东片队'],
    ['本月统计', 'month 2026-11'],
    ['本月时长', 'month 2026-11'],
    ['统计 本月', 'month 2026-11'],
    ['上个月统计 本队', 'month of the team 2026-10'],
    ['１０月统计', 'month 2026-10'],
    ['12月的时长', 'month 2025-12'],
    ['2026-03 时长', 'month 2026-03'],
    ['2025年统计', 'month 2025'],
    ['2026年10月统计', 'month 2026-10'],
    ['十月统计', 'month 2026-10'],
    ['十二月时长', 'month 2025-12'],
    ['去年统计', 'month 2025'],
    ['2025年三月统计', 'month 2025-03'],
    ['25年3月时长 本队', 'month of the team 2025-03'],
    ['去年12月的统计', 'month 2025-12'],
    ['今年三月份工时', 'month 2026-03'],
    ['2025年全年统计', 'month 2025'],
    ['last december hours', 'month 2025-12'],
    ['my hours march 2025', 'month 2025-03'],
    ['全年时长', 'month 2026'],
    ['this month', 'month 2026-11'],
    ['last month hours team', 'month of the team 2026-10'],
    ['排班日历', 'calendar'],
    ['换个日历', 'calendar anew'],
    ['日历 换一个', 'calendar anew'],
    ['calendar new', 'calendar anew'],
    ['本队日历', 'calendar of the team'],
    ['本队排班日历', 'calendar of the team'],
  ])('%s', (words, expected) => {
    expect(read(words)).toBe(expected);
  });

  it.each(['统计', '统计一下', '本月', '到岗', '', '排班的事我想了很久，还是大家坐下来商量一下比较好，你们说呢'])(
    'is not %s',
    (words) => {
      expect(read(words)).toBeNull();
    },
  );

  it('with a month that there is not is this month’s', () => {
    expect(read('13月统计')).toBe('month 2026-11');
  });
});

import { describe, expect, it } from 'vitest';
import { leaveDays } from '../../core/leave-days.ts';

/** A Sunday. */
const today = Temporal.PlainDate.from('2026-11-22');
const said = (words: string): string => {
  const { days, unclear } = leaveDays(words, today);
  return unclear ? 'unclear' : days.map((day) => day.slice(5)).join(' ');
};

describe('the days of a wish for leave', () => {
  it.each([
    ['24、25、27号请假', '11-24 11-25 11-27'],
    ['24-26号请假', '11-24 11-25 11-26'],
    ['12月1号到5号请假 出差', '12-01 12-02 12-03 12-04 12-05'],
    ['30号到2号请假', '11-30 12-01 12-02'],
    ['周一、三、五来不了', '11-23 11-25 11-27'],
    ['周五六日请假', '11-27 11-28 11-29'],
    ['周一到周三请假', '11-23 11-24 11-25'],
    ['明天到周五请假', '11-23 11-24 11-25 11-26 11-27'],
    ['下周请假一周', '11-23 11-24 11-25 11-26 11-27 11-28 11-29'],
    ['今明两晚请假', '11-22 11-23'],
    ['明晚 后晚 都有事来不了', '11-23 11-24'],
    ['周三我来不了，周五也来不了', '11-25 11-27'],
    ["I'm off on Wednesday and Friday", '11-25 11-27'],
    ['I need leave from Wed to Fri', '11-25 11-26 11-27'],
  ])('are all that are named: %s', (words, days) => {
    expect(said(words)).toBe(days);
  });

  it.each([
    ['明天起请三天假', '11-23 11-24 11-25'],
    ['25号请两天假', '11-25 11-26'],
    ['三天都来不了', '11-22 11-23 11-24'],
    ['请两天假 今天明天', '11-22 11-23'],
    ['请一天假', ''],
    ['周二一天都没空', '11-24'],
  ])('go on for as long as is said: %s', (words, days) => {
    expect(said(words)).toBe(days);
  });

  it.each([
    ['孩子明天考试 今晚请假', '11-22'],
    ['今晚请假 明天要早起', '11-22'],
    ['今晚来不了，明晚能来', '11-22'],
    ['昨晚没睡 请假', ''],
    ['这几天感冒 请假', ''],
    ['3号点来不了人 请假', ''],
    ['周二一起请假', '11-24'],
  ])('are those beside the wish: %s', (words, days) => {
    expect(said(words)).toBe(days);
  });

  it.each(['月底那天请假', '这几天都来不了', '元旦那天请假', '下下周三请假', '2月30日请假'])(
    'are not guessed: %s',
    (words) => {
      expect(said(words)).toBe('unclear');
    },
  );
});

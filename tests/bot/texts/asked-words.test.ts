import { describe, expect, it } from 'vitest';
import { readAskedWord } from '../../../bot/texts/asked-words.ts';

describe('what somebody of a team asks', () => {
  it.each([
    '今晚怎么样',
    '今晚怎么样了？',
    '今晚情况怎么样',
    '今天晚上咋样',
    '夜巡怎么样了',
    '今晚夜巡顺利吗',
    '今晚巡到哪了',
    '昨晚怎么样',
    '队里今晚情况如何',
    '今晚各队怎么样',
    '各队情况',
    '今晚巡逻情况',
    '他们到几号点了',
    '他们走到哪了',
    '大家到哪了？',
    'where are they now',
    "How's tonight going?",
    'how is the patrol',
  ])('%s is how the night goes', (words) => {
    expect(readAskedWord(words)).toBe('night');
  });

  it.each(['现在怎么样了', '怎么样了', '今晚天气怎么样', '今晚怎么样都行', '他们怎么样了', '今晚吃什么', '今晚怎么走'])(
    '%s is about something else',
    (words) => {
      expect(readAskedWord(words)).toBeNull();
    },
  );

  it.each([
    ['谁没到', 'people'],
    ['还差哪几个点', 'points'],
    ['帮助', 'help'],
    ['时长证明', 'hours'],
    ['12月证明', 'hours'],
    ['2026年的证明', 'hours'],
    ['上个月的服务时长证明', 'hours'],
    ['2026年10月证明', 'hours'],
    ['去年12月的证明', 'hours'],
    ['2025年三月的时长证明', 'hours'],
    ['25年3月证明', 'hours'],
    ['certificate for last December', 'hours'],
    ['certificate of March 2025', 'hours'],
  ])('%s is %s', (words, about) => {
    expect(readAskedWord(words)).toBe(about);
  });

  it.each(['身份证明', '离婚证明', '他们证明了', '他们到了', '10月的'])('%s is nothing of the team', (words) => {
    expect(readAskedWord(words)).toBeNull();
  });

  it('is no page of words, and a page is soon put aside', () => {
    const from = performance.now();
    expect(readAskedWord('的'.repeat(20_000))).toBeNull();
    expect(performance.now() - from).toBeLessThan(500);
  });
});

import { matterFactsZh } from './matter-facts-zh.ts';
import { matterListZh } from './matter-list-zh.ts';
import { matterNamesZh } from './matter-names-zh.ts';
import { matterOverZh } from './matter-over-zh.ts';
import { matterResultZh } from './matter-result-zh.ts';
import { matterSideZh } from './matter-side-zh.ts';
import { matterTalkZh } from './matter-talk-zh.ts';
import type { MatterTexts } from './matter-texts.ts';
import { matterWaysZh } from './matter-ways-zh.ts';
import { matterPageZh } from './web-matter-zh.ts';
import { matterWorkZh } from './matter-work-zh.ts';

const weekdays = '一二三四五六日';
const weekdayOf = (weekday: number): string => `周${weekdays[weekday - 1] ?? ''}`;

/** Everything said about private matters, in Chinese. */
export const matterZh: MatterTexts = {
  ...matterNamesZh,
  result: matterResultZh,
  talk: matterTalkZh,
  work: matterWorkZh,
  toSide: matterSideZh,
  over: matterOverZh,
  fact: matterFactsZh,
  other: matterWaysZh,
  list: matterListZh,
  page: matterPageZh,
  reply: {
    oneOf: (words) => `回一个就行：${words.join(' · ')}`,
    withNumber: (number, words) =>
      words.length === 1
        ? `回：${number} ${words[0] ?? ''}`
        : `回编号加一个词，如 ${number} ${words[0] ?? ''}。可以是：${words.join(' · ')}`,
    whole: (words) => `回：${words.join(' · ')}`,
  },
  time: {
    date: (month, day, weekday) => `${month}月${day}日（${weekdayOf(weekday)}）`,
    near: (inDays, weekday) => `${['今天', '明天', '后天'][inDays] ?? ''}（${weekdayOf(weekday)}）`,
    at: (day, clock) => `${day}${clock}`,
  },
  help: ['“我要调解”：有纠纷，私下跟我说，只有你和调解员知道', '“我的调解”：看办到哪一步了'],
};

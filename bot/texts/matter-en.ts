import { matterFactsEn } from './matter-facts-en.ts';
import { matterListEn } from './matter-list-en.ts';
import { matterNamesEn } from './matter-names-en.ts';
import { matterOverEn } from './matter-over-en.ts';
import { matterResultEn } from './matter-result-en.ts';
import { matterSideEn } from './matter-side-en.ts';
import { matterTalkEn } from './matter-talk-en.ts';
import type { MatterTexts } from './matter-texts.ts';
import { matterWaysEn } from './matter-ways-en.ts';
import { matterPageEn } from './web-matter-en.ts';
import { matterWorkEn } from './matter-work-en.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdayOf = (weekday: number): string => weekdays[weekday - 1] ?? '';

/** Everything said about private matters, in English. */
export const matterEn: MatterTexts = {
  ...matterNamesEn,
  result: matterResultEn,
  talk: matterTalkEn,
  work: matterWorkEn,
  toSide: matterSideEn,
  over: matterOverEn,
  fact: matterFactsEn,
  other: matterWaysEn,
  list: matterListEn,
  page: matterPageEn,
  reply: {
    oneOf: (words) => `Reply with one: ${words.join(' · ')}`,
    withNumber: (number, words) =>
      words.length === 1
        ? `Reply: ${number} ${words[0] ?? ''}`
        : `Reply with the number and a word, such as ${number} ${words[0] ?? ''}. Words: ${words.join(' · ')}`,
    whole: (words) => `Reply: ${words.join(' · ')}`,
  },
  time: {
    date: (month, day, weekday) => `${weekdayOf(weekday)} ${day} ${months[month - 1] ?? ''}`,
    near: (inDays, weekday) =>
      `${['today', 'tomorrow', 'the day after tomorrow'][inDays] ?? ''} (${weekdayOf(weekday)})`,
    at: (day, clock) => `${day}, ${clock}`,
  },
  help: [
    '“I want mediation”: tell me of a dispute in private; only you and the mediator know',
    '“my matters”: see how it stands',
  ],
};

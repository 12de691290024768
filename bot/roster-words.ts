import { saidPeriod } from '../core/said-period.ts';
import { zoneMonth } from '../core/zone-period.ts';
import { patrolEn } from './texts/patrol-en.ts';
import { patrolZh } from './texts/patrol-zh.ts';

/** A list of duties that somebody asks for by name. */
export interface RosterWords {
  what: 'mine' | 'team' | 'month' | 'calendar';
  /** The own team's and not one's own; said by itself only of months and calendars. */
  ofTeam: boolean;
  /** What else was said: a team's name; '' nothing. */
  rest: string;
  /** `2026-11` or `2026`. */
  period: string;
  /** The calendar's old address got about. */
  anew: boolean;
}

type What = RosterWords['what'];

/** Other words for the same lists than those that the bot itself suggests. */
const alsoSaid: Readonly<Record<What, readonly string[]>> = {
  mine: ['我的班次', '我的排班', '我的班表', '我几号的班', 'my roster'],
  team: ['本队的排班', '排班表', '值班表', '班表', '排班', '值班安排', 'roster'],
  month: ['月表', '服务时长', '我的时长', '时长统计', '时长', '工时', '统计', 'my hours', 'hours'],
  calendar: ['订阅日历', '日历订阅', '日历地址', '日历', 'ical'],
};
const words = (['mine', 'team', 'month', 'calendar'] as const)
  .flatMap((what) =>
    [patrolZh.say[what], patrolEn.say[what], ...alsoSaid[what]].map((word) => ({ what, word: word.toLowerCase() })),
  )
  // 本队排班日历 asks for the calendar, and not for the list.
  .toSorted((a, b) => Number(b.what === 'calendar') - Number(a.what === 'calendar') || b.word.length - a.word.length);

/** Alone it is asked of people, and not of the bot. */
const vague = '统计';

const ofTeam = /本队|全队|队里|我们队|\b(?:our |my )?team\b/u;
const anew = /换一?个|换新的?|换|重新要?|新的?|作废|\bnew\b/u;
const fillers = /我的|一下|查|看|要|给我|发我|\b(?:my|this|please|of|show|the)\b|[的个份:,]/gu;

const dayAsked =
  '(?:今|明|后|大后|这|下)?(?:[天晚]|个?(?:周|星期|礼拜)[一二三四五六日天末]?|\\d{1,2}[号日])(?:晚上?)?(?:是不是|该不该|是|该|又|还是|有没有|有)?';
const doing = '(?:的班|值班|巡逻?|上班?|去|有班)?了?';

/** 后天轮到我吗, 明晚是我的班吗, 我下次什么时候: asked of the own shifts ahead; 我没有 and 我吗 are said of anything. */
const myTurn = new RegExp(
  [
    `^${dayAsked}我${doing}[吗么]$`,
    `^(?:${dayAsked}|是不是|是|该|又)?(?:轮到?|排到?)我${doing}(?:[吗么]|没有?)$`,
    '^(?:是不是|是|该|又)?我(?:的班|值班|巡逻|上班|有班)了?[吗么]$',
    '^我(?:的)?(?:下一?(?:次|个|回)(?:班|值班|巡逻)?|什么时候|哪天|几号)(?:是|轮到?|排|有|值|上|巡|该)*(?:班|逻|我)?(?:是)?(?:什么时候|哪天|几号|啥时候)?$',
    "^(?:am i|is it me|is it my turn) (?:on (?:duty|shift)|on|next)?\\s*(?:tonight|tomorrow|on \\w+day)?$|^when(?:'s| is) my (?:next (?:shift|turn)|turn)$|^when am i (?:on|next)(?: next| again)?$",
  ].join('|'),
  'u',
);

/** A person says no more than this to ask for a list. */
const longest = 30;
/** Beside that only a team is named. */
const longestTeam = 12;

/** Reads 我的班, 上个月统计 本队, 2026-11 时长, 日历 换一个, team shifts; null: there is more in the words than such a wish. */
export function readRosterWords(text: string, now: number, timeZone: string): RosterWords | null {
  const said = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[。.!！?？~～]+$/u, '');
  if (said.length > longest) return null;
  if (myTurn.test(said.replaceAll(/\s+/gu, /[a-z]/u.test(said) ? ' ' : '')))
    return { what: 'mine', ofTeam: false, rest: '', period: zoneMonth(now, timeZone), anew: false };
  const found = words.find(({ word }) => said.includes(word));
  if (found === undefined || said.replaceAll(fillers, '').trim() === vague) return null;
  let rest = said.replace(found.word, ' ');
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(rest);
    if (match !== null) rest = rest.replace(match[0], ' ');
    return match;
  };
  const team = take(ofTeam) !== null;
  const isAnew = found.what === 'calendar' && take(anew) !== null;
  const period = saidPeriod(rest, now, timeZone);
  if (found.what === 'month') rest = period.rest;
  rest = rest.replaceAll(fillers, ' ').replaceAll(/\s+/g, ' ').trim();
  if (rest.length > longestTeam) return null;
  return {
    what: found.what,
    ofTeam: team || found.what === 'team',
    rest,
    period: found.what === 'month' ? period.name : zoneMonth(now, timeZone),
    anew: isAnew,
  };
}

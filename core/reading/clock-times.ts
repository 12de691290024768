/** Times of day as people write them: 20:05, 9点15, 八点半, 下午3点, 21點40. */
import { numberOf } from './numerals.ts';

/** A time of day, `HH:MM` on a 24 hour clock, and where it stands in the plain text. */
export interface ClockTime {
  readonly time: string;
  readonly start: number;
  readonly end: number;
}

const clock = new RegExp(
  `(?<part>凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|今晚|夜里|半夜)?\\s*(?:(?<![\\d.])(?<hh>\\d{1,2})(?<dot>[:.])(?<mm>\\d{2})(?!\\d|\\.|\\s*(?:公里|千米|km|米|元|块|%|度|kg|吨|万|号|家|里))|(?<!第\\d{0,2})(?<hour>\\d{1,2}|零(?=点)|[一二两三四五六七八九十]{1,3})(?:点钟?|时(?=\\d{1,2}分|整|许|半)|(?<=[上下]午[^,]{1,3})时)(?:(?<half>半)|(?<quarter>[一三])刻|零?(?<minute>\\d{1,2}|[零〇一二三四五六七八九十]{1,3})分?)?)`,
  'g',
);
/** 晚一点 is a little later and 两点 can be two remarks: a bare Chinese hour needs words that say when. */
const vague = /^\s*[一二两三四五六七八九十]{1,3}点$/;
const saysWhen = /^(?:那个点|那会|到|能|可以|前|左右|开始|集合|出发|钟)/;

/**
 * Every time of day in `plain`. On a night shift (`evening`) hours from 6 to 11 without 早上 or 上午 are evening hours,
 * so that 9点45 is 21:45.
 */
export function clockTimes(plain: string, evening: boolean): ClockTime[] {
  const found: ClockTime[] = [];
  for (const match of plain.matchAll(clock)) {
    if (vague.test(match[0]) && !saysWhen.test(plain.slice(match.index + match[0].length))) continue;
    // 21.40 is a time where people write times all night; elsewhere it is a number.
    if (match.groups?.dot === '.' && !evening) continue;
    const time = timeOf(match.groups ?? {}, evening);
    if (time !== undefined) found.push({ time, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function timeOf(said: Readonly<Record<string, string | undefined>>, evening: boolean): string | undefined {
  let hour = numberOf(said.hh ?? said.hour ?? '')?.value;
  if (hour === undefined || hour > 24) return undefined;
  const minute =
    said.half !== undefined ? 30 : said.quarter !== undefined ? (said.quarter === '一' ? 15 : 45) : minuteOf(said);
  if (minute > 59) return undefined;
  const part = said.part ?? '';
  if (/下午|傍晚|晚上|今晚/.test(part) && hour < 12) hour += 12;
  else if (part === '中午' && hour < 3) hour += 12;
  else if (/晚上|今晚|夜里|半夜/.test(part) && hour === 12) hour = 0;
  else if (part === '夜里' && hour >= 8 && hour < 12) hour += 12;
  else if (part === '' && evening && hour >= 6 && hour < 12) hour += 12;
  else if (part === '' && evening && hour === 12) hour = 0;
  return `${String(hour % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function minuteOf(said: Readonly<Record<string, string | undefined>>): number {
  const words = said.mm ?? said.minute?.replace(/^[零〇](?=.)/, '');
  return words === undefined ? 0 : (numberOf(words)?.value ?? 0);
}

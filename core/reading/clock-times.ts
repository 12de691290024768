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
/** 十一点差五分: so long before the hour. */
const shortOf = /^差(?<less>[一二两三四五六七八九十]{1,2}|\d{1,2})分/;
/** 2340 by itself is a time where people write times all night. */
const fourDigits = /(?<=^|[\s|,(])(?<hh>[01]\d|2[0-3])(?<mm>[0-5]\d)(?=$|[\s|,。)])/g;
/** 晚一点 is a little later and 两点 can be two remarks: a bare Chinese hour needs words that say when. */
const vague = /^\s*[一二两三四五六七八九十]{1,3}点$/;
const saysWhen = /^(?:那个点|那会|到|能|可以|前|左右|开始|集合|出发|钟|差.{1,2}分)/;

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
    const after = match.index + match[0].length;
    const less = shortOf.exec(plain.slice(after));
    const time = timeOf(match.groups ?? {}, evening);
    if (time === undefined) continue;
    const start = match.index;
    if (less === null) found.push({ time, start, end: after });
    else
      found.push({ time: earlier(time, minuteOf({ minute: less.groups?.less })), start, end: after + less[0].length });
  }
  if (!evening || found.length > 0) return found;
  for (const { 0: words, index, groups } of plain.matchAll(fourDigits))
    found.push({ time: `${groups?.hh}:${groups?.mm}`, start: index, end: index + words.length });
  return found;
}

/** So many minutes before `time`. */
function earlier(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const at = (hour * 60 + minute - minutes + 24 * 60) % (24 * 60);
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
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

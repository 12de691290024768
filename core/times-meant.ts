import type { Instant } from './clock.ts';
import { numberOf } from './reading/numerals.ts';
import { dayWords, englishDayWords } from './said-day.ts';
import { saidTimes } from './session-times.ts';
import type { Session } from './session.ts';
import { zoneDate } from './zone-time.ts';

const all =
  /^随便|^(?:我)?(?:都|哪个|哪天|随便|几个|什么时候)(?:时间)?(?:都)?(?:可以|行|方便|没问题|ok|合适)|^any(?:time| of them)?\b|^all (?:of them|fine)/iu;
const none =
  /(?:都|哪个|哪天)(?:时间)?(?:都)?(?:不行|不方便|没空|没时间|不合适)|^(?:none|neither|no time|i can['’]?t (?:come|make it))\b|^(?:我)?(?:来不了|去不了|到不了|没空)/iu;
const nth = /^(?:就|选|我选)?第?(?<n>[一二三123])(?:个)?(?:时间)?(?:吧|可以|行|吧?|都行)?$/u;
const nthInEnglish =
  /^(?:the )?(?<nth>first|second|third|1st|2nd|3rd)(?: (?:one|time))?(?: (?:works|is (?:fine|good|ok)|please))*$/iu;
const nthWords = ['first', 'second', 'third'];
/** Yes, and nothing else: said of several times it does not tell which. */
const yes =
  /^(?:(?:好|行|可以|中|要得|成|没问题|嗯|能来|能到|来得了|方便|有空)(?:的|啊|呀|哦|吧|呢|了|滴)*[，, ]*)+$|^(?:ok(?:ay)?|yes|sure|fine|good|works for me)$/iu;
const refusing = /不行|不可以|来不了|去不了|没空|没时间|不方便|不在|上班|can['’]?t|n['’]t\b|cannot|not/iu;

/**
 * Which of the times of a session a side means by its words: 周三可以, 第一个, 都行, 都不行. A day alone means its time when there is one
 * such time. Null: none of this, such as another time, or a sentence that is about something else; a person reads it then.
 * @returns indices, `all` or `none`
 */
export function timesMeant(
  words: string,
  session: Pick<Session, 'times'>,
  now: Instant,
  timeZone: string,
): readonly number[] | 'all' | 'none' | null {
  const text = words
    .normalize('NFKC')
    .trim()
    .replace(/[。.!！~～]+$/u, '');
  if (none.test(text)) return 'none';
  if (all.test(text)) return 'all';
  if (session.times.length === 1 && yes.test(text)) return 'all';
  const index = nthSaid(text);
  if (index !== null) return index >= 0 && index < session.times.length ? [index] : null;
  // 周三不行 says nothing of the others; and a question is no answer.
  if (refusing.test(text) || /[?？]|能不能|可不可以|改到|换到/u.test(words)) return null;
  const { times } = saidTimes(text, now, timeZone);
  if (times.length > 0) return found(times.map((at) => session.times.indexOf(at)));
  return found(daysIn(text, session, now, timeZone));
}

/** 第二个, the second one: its index; null: they say none. */
function nthSaid(text: string): number | null {
  const said = nth.exec(text)?.groups?.['n'];
  if (said !== undefined) return (numberOf(said)?.value ?? 0) - 1;
  const words = nthInEnglish.exec(text)?.groups?.['nth']?.toLowerCase();
  if (words === undefined) return null;
  const digit = Number.parseInt(words, 10);
  return Number.isNaN(digit) ? nthWords.indexOf(words) : digit - 1;
}

/** All that were named, when each is one of them. */
function found(indices: readonly number[]): readonly number[] | null {
  return indices.length > 0 && indices.every((i) => i >= 0) ? [...new Set(indices)] : null;
}

/** A part that names no day says nothing of a time: every sentence has parts. */
const namesDay = new RegExp(`${dayWords}|\\d{1,2}/\\d{1,2}`, 'iu');
/** Days in English have spaces in them: 25 Nov. */
const englishDays = new RegExp(englishDayWords, 'giu');

function partsOf(short: string): string[] {
  const days = short.match(englishDays) ?? [];
  const beside = short.replace(englishDays, ' ').replaceAll(/\b(?:or|and)\b|[,\s]/giu, '');
  if (days.length > 0 && beside === '') return days;
  return short.split(/或者?|和|、|,|，|\s+|\bor\b|\band\b/u).filter((part) => part !== '');
}

/** 周三可以, 周三下午行: the days are read with any time of day, and compared with those of the session. */
function daysIn(text: string, session: Pick<Session, 'times'>, now: Instant, timeZone: string): number[] {
  const short = text
    .replace(/(?:可以|行|吧|的|没问题|方便|有空|有时间|我|\b(?:ok|fine|works|is|good|on|for|me|that|i|can)\b)/giu, ' ')
    .trim();
  const parts = partsOf(short);
  const indices: number[] = [];
  for (const part of parts) {
    const [at] = namesDay.test(part) ? saidTimes(`${part} 12:00`, now, timeZone).times : [];
    const onDay = (i: number): boolean => at !== undefined && dateOf(session.times[i]) === zoneDate(at, timeZone);
    const fitting = part.length < 2 ? [] : session.times.map((_, i) => i).filter(onDay);
    indices.push(fitting.length === 1 ? (fitting[0] ?? -1) : -1);
  }
  return indices;

  function dateOf(at: Instant | undefined): string {
    return at === undefined ? '' : zoneDate(at, timeZone);
  }
}

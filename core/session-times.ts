import type { Instant } from './clock.ts';
import { numberOf } from './reading/numerals.ts';
import { dayWords, saidDay } from './said-day.ts';
import { zoneDate } from './zone-time.ts';

/** Times that somebody proposed in words. */
export interface SaidTimes {
  /** Each once, in their order in time. */
  times: readonly Instant[];
  /** Named, and not to be kept: over, on a day or at a time of day that there is not, or too far away. */
  refused: readonly { words: string; why: 'past' | 'no_such_time' | 'far' }[];
  /** How long, where an end was said too (3点到5点); null: it was not. */
  minutes: number | null;
}

/** Nobody agrees on a session farther ahead than that; a day of next year is a slip. */
const farthestDays = 92;
/** Hours of a time without 上午 or 下午: nobody mediates at three in the morning. */
const firstHour = 8;

const day = `(?<again>下(?=下))?(?<day>\\d{4}[-/年]\\d{1,2}[-/月]\\d{1,2}[日号]?|${dayWords}|\\d{1,2}/\\d{1,2}(?=\\s|上|下|早|晚))`;
const part =
  '(?<part>凌晨|一?大?早上?|清早|上午|中午|下午|午后|傍晚|晚上|晚|夜里|noon|(?:in the )?(?:morning|afternoon|evening))';
const hours = '\\d{1,2}|十[一二]?|[一二两三四五六七八九]';
const minutes = '半|[一三]刻|\\d{1,2}分?|[一二三四五]?十[一二三四五六七八九]?分?';
const clock =
  `(?:(?<hh>\\d{1,2})[::](?<mm>\\d{2})(?!\\d)|(?<hour>${hours})(?:点钟?|时)(?:整|零?(?<minute>${minutes}))?` +
  '|(?<bare>\\d{1,2})(?=\\s*(?:am|pm|a\\.m|p\\.m|o.clock))' +
  // 3 to 5 pm, afternoon at 3.
  '|(?<from>\\d{1,2})(?=\\s*(?:-|–|—|~|to|till|until)\\s*\\d{1,2}(?::\\d{2})?\\s*(?<end>am|pm|a\\.m|p\\.m))' +
  '|(?<=\\bat )(?<at>\\d{1,2})(?![\\d:：点时号日月/]))\\s*(?<mark>am|pm|a\\.m\\.?|p\\.m\\.?|o.clock)?';
/** A day, a part of it, a time of day, in whatever company they come. */
const token = new RegExp(
  `(?:${day})|(?:${part}(?:的|\\s)*)?(?:${clock})|${part.replace('<part>', '<lone>')}|(?<noon>noon)`,
  'giu',
);

/** Between the beginning and the end of one session. */
const until = /^\s*(?:到|至|-|–|—|~|to|till|until)\s*$/iu;

/** A day that was named, with what stands for it. */
interface Named {
  day: Temporal.PlainDate | null;
  /** A weekday without 这周 or 下周: the next one whose time is still to come. */
  floats: boolean;
  words: string;
  half: Half;
}

type Half = 'early' | 'am' | 'noon' | 'pm' | 'night' | null;

/**
 * Reads the times of 周三下午3点或者周四上午10点, 明天下午3点、4点半, 28号 14:30, 周三或周四下午3点, Wed 3pm or 26 Nov at 10. A time
 * without a day is of the day named before it, else of the next day on which it is still to come; an hour from one to seven
 * without a part of the day is after noon. Days with no time behind them share the time that follows. Where the clocks are put
 * forward a time that is skipped is refused, where they are put back the first one of two counts.
 * @param now what today is reckoned from
 * @param timeZone an IANA name
 */
export function saidTimes(words: string, now: Instant, timeZone: string): SaidTimes {
  const plain = words.normalize('NFKC');
  const today = Temporal.PlainDate.from(zoneDate(now, timeZone));
  const anyDay: Named = { day: today, floats: false, words: '', half: null };
  const times = new Set<Instant>();
  const refused: SaidTimes['refused'][number][] = [];
  let minutes: number | null = null;
  let days: Named[] = [];
  let half: Half = null;
  let last: { end: number; time: Temporal.PlainTime } | null = null;
  for (const match of plain.matchAll(token)) {
    const groups = match.groups ?? {};
    const end = match.index + match[0].length;
    if (groups['day'] !== undefined) {
      const named = dayOf(match[0], groups, today, days.at(-1));
      days = last === null ? [...days, named] : [named];
      half = named.half;
      last = null;
      continue;
    }
    half = halfOf(groups['part'] ?? groups['lone'] ?? groups['noon']) ?? half;
    const time = timeOf(groups, half);
    if (time === undefined) continue;
    const length = last === null || time === null ? null : lengthTo(last, plain.slice(last.end, match.index), time);
    if (length !== null) {
      minutes = length;
      continue;
    }
    last = { end, time: time ?? Temporal.PlainTime.from({ hour: 0 }) };
    for (const one of days.length > 0 ? days : [anyDay]) {
      const kept = time === null ? 'no_such_time' : instantOf(one, time, { now, timeZone, named: days.length > 0 });
      if (typeof kept === 'number') times.add(kept);
      else refused.push({ words: `${one.words}${match[0].trim()}`, why: kept });
    }
  }
  return { times: [...times].toSorted((a, b) => a - b), refused, minutes };
}

/** How many minutes a session lasts whose end this is; null: it is a time of its own. */
function lengthTo({ time }: { time: Temporal.PlainTime }, between: string, end: Temporal.PlainTime): number | null {
  if (!until.test(between)) return null;
  const minutes = time.until(end).total('minutes');
  return minutes > 0 ? minutes : null;
}

function dayOf(
  words: string,
  groups: Readonly<Record<string, string | undefined>>,
  today: Temporal.PlainDate,
  before: Named | undefined,
): Named {
  const said = ofSameWeek(groups['day'] ?? '', today, before);
  const dated = dateOf(said, today);
  const found = dated === undefined ? saidDay(said, today) : dated;
  const half = /晚|夜|tonight/iu.test(said) ? 'night' : /早/u.test(said) ? 'am' : null;
  return {
    day: found === null || groups['again'] === undefined ? found : found.add({ days: 7 }),
    floats: floating.test(said),
    words,
    half,
  };
}

/** 下周一或者周二: the second day is of the same week, where it comes later in it. */
function ofSameWeek(said: string, today: Temporal.PlainDate, before: Named | undefined): string {
  const next = /^下(?!下)|^next /iu.exec(before?.words ?? '')?.[0];
  if (next === undefined || before?.day == null || !floating.test(said)) return said;
  const later = saidDay(`${next}${said}`, today);
  return later !== null && Temporal.PlainDate.compare(later, before.day) > 0 ? `${next}${said}` : said;
}

/** A weekday without 这周 or 下周. */
const floating = /^(?:周|星期|礼拜|mon|tue|wed|thu|fri|sat|sun)/iu;

/** A date with its year, or with a slash; undefined: it is said otherwise; null: there is no such day. */
function dateOf(said: string, today: Temporal.PlainDate): Temporal.PlainDate | null | undefined {
  if (said.includes('/') && said.length <= 5) return saidDay(`${said.replace('/', '月')}日`, today);
  const [, year, month, date] = /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})/.exec(said) ?? [];
  if (year === undefined) return undefined;
  const wanted = { year: Number(year), month: Number(month), day: Number(date) };
  if (wanted.month < 1 || wanted.month > 12 || wanted.day < 1) return null;
  const found = Temporal.PlainDate.from(wanted);
  return found.day === wanted.day ? found : null;
}

function halfOf(said: string | undefined): Half {
  if (said === undefined) return null;
  if (/凌晨/u.test(said)) return 'early';
  if (/早|上午|morning/iu.test(said)) return 'am';
  if (/中午|noon$/iu.test(said) && !/after/iu.test(said)) return 'noon';
  return /晚上|^晚|夜|evening/iu.test(said) ? 'night' : 'pm';
}

/** The time of day that is said; null: there is none such (25点); undefined: none is said. */
function timeOf(
  groups: Readonly<Record<string, string | undefined>>,
  half: Half,
): Temporal.PlainTime | null | undefined {
  const words = groups['hh'] ?? groups['hour'] ?? groups['bare'] ?? groups['from'] ?? groups['at'];
  if (words === undefined) {
    const noon = groups['noon'] !== undefined || (half === 'noon' && groups['lone'] !== undefined);
    return noon ? Temporal.PlainTime.from({ hour: 12 }) : undefined;
  }
  const hour = numberOf(words)?.value ?? 99;
  const minute = minuteOf(groups);
  if (hour > 24 || minute > 59) return null;
  // 周五晚上12点 would be Saturday; nobody is asked to come then.
  if (half === 'night' && (hour === 12 || hour < 5)) return null;
  const written = words.length === 2 && words.startsWith('0');
  return Temporal.PlainTime.from({
    hour: hourOf(hour, written, markOf(groups['mark'] ?? groups['end']) ?? half) % 24,
    minute,
  });
}

function markOf(mark: string | undefined): Half {
  if (mark === undefined || mark.startsWith('o')) return null;
  return mark.startsWith('a') ? 'early' : 'pm';
}

function minuteOf(groups: Readonly<Record<string, string | undefined>>): number {
  const said = (groups['mm'] ?? groups['minute'] ?? '0').replace(/分$/u, '');
  if (said === '半') return 30;
  if (said.endsWith('刻')) return said.startsWith('一') ? 15 : 45;
  return numberOf(said)?.value ?? 99;
}

function hourOf(hour: number, written: boolean, half: Half): number {
  if (hour > 12 || written) return hour;
  if (half === 'early') return hour % 12;
  if (half === 'am') return hour;
  if (half === 'noon') return hour < 3 ? hour + 12 : hour;
  if (half === 'pm' || half === 'night') return hour === 12 ? 12 : hour + 12;
  return hour < firstHour ? hour + 12 : hour;
}

/** The instant of a time on a day; else why there is none. */
function instantOf(
  { day: said, floats }: Named,
  time: Temporal.PlainTime,
  at: { now: Instant; timeZone: string; named: boolean },
): Instant | 'past' | 'no_such_time' | 'far' {
  if (said === null) return 'no_such_time';
  const first = onDay(said, time, at.timeZone);
  if (first === null) return 'no_such_time';
  // 周日 said on a Sunday evening is the one to come, and a bare 9点 is tomorrow's where today's is over.
  const step = !at.named ? 1 : floats ? 7 : 0;
  const instant = first > at.now || step === 0 ? first : onDay(said.add({ days: step }), time, at.timeZone);
  if (instant === null) return 'no_such_time';
  if (instant <= at.now) return 'past';
  return instant > at.now + farthestDays * 86_400_000 ? 'far' : instant;
}

/** Null where the zone's clocks skip that time. */
function onDay(date: Temporal.PlainDate, time: Temporal.PlainTime, timeZone: string): Instant | null {
  const shown = date.toZonedDateTime({ timeZone, plainTime: time });
  return shown.toPlainTime().equals(time) ? shown.epochMilliseconds : null;
}

import type { Instant } from './clock.ts';
import { zoneDate } from './zone-time.ts';

/** A duty as somebody announces it: from when to when, and the words that are left. */
export interface SaidShift {
  startsAt: Instant;
  endsAt: Instant;
  /** The day on which it begins, on the zone's calendar. */
  date: string;
  rest: string;
}

const spans =
  /(今晚|今天|今日|明晚|明天|明日|后天|tonight|today|tomorrow|(\d{1,2})月(\d{1,2})[日号]?)?\s*(?:晚上|晚|夜里)?\s*(\d{1,2})(?:[:：点](\d{2})?)?(半)?\s*(?:-|–|—|~|～|到|至|to)\s*(次日|第二天|凌晨)?\s*(\d{1,2})(?:[:：点](\d{2})?)?(半)?/iu;

const daysOff: Readonly<Record<string, number>> = { 明晚: 1, 明天: 1, 明日: 1, 后天: 2, tomorrow: 1 };

/**
 * Reads 今晚20:00-23:00, 明天晚上8点到11点, 11月28日 19:30–次日1:00. An end that is not after the beginning is of the next day; in the
 * evening 8 is 20. Null: there is no from–to in the words, or the day is past.
 * @param now what today is reckoned from
 */
export function saidShift(words: string, now: Instant, timeZone: string): SaidShift | null {
  const said = words.normalize('NFKC');
  const found = spans.exec(said);
  if (found === null) return null;
  const [whole, day, month, date, fromHour, fromMinute, fromHalf, , toHour, toMinute, toHalf] = found;
  const evening = /晚|夜|tonight/iu.test(whole);
  const from = timeOf(fromHour, fromMinute, fromHalf, evening);
  const to = timeOf(toHour, toMinute, toHalf, evening && Number(toHour) > Number(fromHour));
  if (from === null || to === null) return null;
  const today = Temporal.PlainDate.from(zoneDate(now, timeZone));
  const first =
    month === undefined ? today.add({ days: daysOff[(day ?? '').toLowerCase()] ?? 0 }) : dayOf(today, month, date);
  if (first === null) return null;
  const last = Temporal.PlainTime.compare(to, from) > 0 ? first : first.add({ days: 1 });
  const startsAt = first.toZonedDateTime({ timeZone, plainTime: from }).epochMilliseconds;
  const endsAt = last.toZonedDateTime({ timeZone, plainTime: to }).epochMilliseconds;
  if (endsAt <= now) return null;
  return { startsAt, endsAt, date: first.toString(), rest: said.replace(whole, ' ').trim() };
}

function timeOf(hour: string | undefined, minute: string | undefined, half: string | undefined, evening: boolean) {
  const said = Number(hour);
  const hours = evening && said >= 5 && said < 12 ? said + 12 : said;
  const minutes = half === undefined ? Number(minute ?? 0) : 30;
  return hours > 24 || minutes > 59 ? null : Temporal.PlainTime.from({ hour: hours % 24, minute: minutes });
}

/** The next such day of the year: 1月2日 said in December is of next year. */
function dayOf(today: Temporal.PlainDate, month: string, date: string | undefined): Temporal.PlainDate | null {
  for (const year of [today.year, today.year + 1]) {
    try {
      const day = Temporal.PlainDate.from({ year, month: Number(month), day: Number(date) }, { overflow: 'reject' });
      if (Temporal.PlainDate.compare(day, today) >= 0) return day;
    } catch (error) {
      // 29 February is in some years only.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return null;
}

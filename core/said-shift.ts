import type { Instant } from './clock.ts';
import { dayWords, saidDay, smallHours } from './said-day.ts';
import { zoneDate } from './zone-time.ts';

/** A duty as somebody announces it: from when to when, and the words that are left. */
export interface SaidShift {
  startsAt: Instant;
  endsAt: Instant;
  /** The day on which it begins, on the zone's calendar. */
  date: string;
  rest: string;
}

const time = '(\\d{1,2})(?:[:：点时](\\d{2})?)?(半)?';
const spans = new RegExp(
  `(${dayWords})?\\s*(?:的|at |from )?(凌晨|早上|上午|中午|下午|傍晚|晚上|晚|夜里)?\\s*${time}\\s*(am|pm)?` +
    `\\s*(?:-|–|—|~|～|到|至|to|till|until)\\s*(?:次日|第二天)?(凌晨|早上|上午|中午|下午|晚上)?\\s*${time}\\s*(am|pm)?`,
  'iu',
);

/**
 * Reads 今晚20:00-23:00, 明天晚上8点到11点, 周五下午2点到5点, 11月28日 19:30–次日1:00. An end that is not after the beginning is of the next
 * day; in the evening 8 is 20. Null: there is no from–to in the words, no such day, or it is over.
 * @param now what today is reckoned from
 */
export function saidShift(words: string, now: Instant, timeZone: string): SaidShift | null {
  const said = words.normalize('NFKC');
  const found = spans.exec(said);
  if (found === null) return null;
  const [whole, day, part, fromHour, fromMinute, fromHalf, fromMark, toPart, toHour, toMinute, toHalf, toMark] = found;
  const atNight = /[晚夜]|tonight/iu.test(`${day ?? ''}${part ?? ''}`);
  const half = halfOf(part, fromMark) ?? (atNight ? 'night' : null);
  const from = timeOf(fromHour, fromMinute, fromHalf, half);
  const to = timeOf(
    toHour,
    toMinute,
    toHalf,
    halfOf(toPart, toMark) ?? inherited(from, Number(fromHour), Number(toHour)),
  );
  const today = Temporal.PlainDate.from(zoneDate(now, timeZone));
  const named = day === undefined ? today : saidDay(day, today);
  if (from === null || to === null || named === null) return null;
  // 今晚1点 is after midnight.
  const first = half === 'night' && from.hour < smallHours ? named.add({ days: 1 }) : named;
  const last = Temporal.PlainTime.compare(to, from) > 0 ? first : first.add({ days: 1 });
  const startsAt = first.toZonedDateTime({ timeZone, plainTime: from }).epochMilliseconds;
  const endsAt = last.toZonedDateTime({ timeZone, plainTime: to }).epochMilliseconds;
  if (endsAt <= now) return null;
  return { startsAt, endsAt, date: first.toString(), rest: said.replace(whole, ' ').trim() };
}

type Half = 'am' | 'pm' | 'night' | null;

/** Which part of the day a word in front of a time, or a mark behind it, says; null: none. */
function halfOf(part: string | undefined, mark: string | undefined): Half {
  if (mark !== undefined) return mark.toLowerCase() === 'am' ? 'am' : 'pm';
  if (part === undefined) return null;
  if (/[晚夜]/u.test(part)) return part === '傍晚' ? 'pm' : 'night';
  return /下午|中午/u.test(part) ? 'pm' : 'am';
}

/** 晚上8点到11点 ends in the evening, 晚上8点到12点 at midnight, 晚上11点到2点 after it; 20:00 to 8:00 is what it says. */
function inherited(from: Temporal.PlainTime | null, fromHour: number, toHour: number): Half {
  if (from === null || from.hour <= fromHour || toHour <= fromHour) return null;
  return toHour === 12 ? 'night' : 'pm';
}

function timeOf(hour: string | undefined, minute: string | undefined, half: string | undefined, part: Half) {
  const said = Number(hour);
  const minutes = half === undefined ? Number(minute ?? 0) : 30;
  if (said > 24 || minutes > 59) return null;
  const from = part === 'night' ? smallHours : part === 'pm' ? 1 : 24;
  const afterNoon = said >= from && said < 12;
  // 晚上12点 is midnight.
  const hours = part === 'night' && said === 12 ? 24 : afterNoon ? said + 12 : said;
  return Temporal.PlainTime.from({ hour: hours % 24, minute: minutes });
}

/** What begins before this hour is of the night before, as people say it: 今晚1点 is after midnight. */
export const smallHours = 5;

/** As they begin, in English. */
export const shortMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Months in English, whole or short, as the inside of a pattern. */
export const monthWords =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b';
const nth = '\\d{1,2}(?:st|nd|rd|th)?';
/** Days in English, whole or short: next Friday, Wed, 25 Nov, November 25th; in Dec 3 pm the 3 is no date. */
export const englishDayWords =
  'tonight\\b|today\\b|tomorrow\\b|(?:next |this )?\\b(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|' +
  `fri(?:day)?|sat(?:urday|(?!\\s+down))|sun(?:day)?|weekend)\\b\\.?|${nth}\\s*(?:of\\s+)?${monthWords}|` +
  `\\b${monthWords}\\.?\\s*${nth}(?!\\d|:\\d|\\s*[ap]\\.?m)`;

/** How people say a day, as the inside of a pattern. */
export const dayWords =
  '今[晚天日夜儿朝]|明[晚天日夜早儿朝]|[听聽][日晚朝]|大?[后後][天晚日]|(?:下个?|这个?|本)?(?:周|星期|礼拜)[一二三四五六日天末]|\\d{1,2}月\\d{1,2}[日号]?|\\d{1,2}[号日]|' +
  englishDayWords;

const daysOff: readonly (readonly [RegExp, number])[] = [
  [/^(?:今|tonight|today)/, 0],
  [/^(?:明|听|聽|tomorrow)/, 1],
  [/^[后後]/, 2],
  [/^大[后後]/, 3],
];
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const weekday = new RegExp(
  `^(下个?|这个?|本|next |this )?(?:(?:周|星期|礼拜)([一二三四五六日天末])|(${weekdays.join('|')}|weekend))`,
);
const englishMonth = new RegExp(`(${shortMonths.join('|')})`);

/**
 * The day that the first such words name: 明晚, 周三, 下周五, 28号, 11月28日, next Friday, 25 Nov. A weekday without more is the next one, today
 * included; a date without its month or year is the next such day. Null: no day is named, or one that there is not.
 */
export function saidDay(words: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const said = new RegExp(dayWords, 'iu').exec(words.normalize('NFKC'))?.[0].toLowerCase();
  return said === undefined ? null : dayCalled(said, today);
}

/** All days that words name, in their order, each once, as ISO dates. */
export function saidDays(words: string, today: Temporal.PlainDate): string[] {
  const said = words.normalize('NFKC').toLowerCase().matchAll(new RegExp(dayWords, 'giu'));
  const days = [...said].map(([day]) => dayCalled(day, today)?.toString());
  return [...new Set(days.filter((day) => day !== undefined))];
}

function dayCalled(said: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const off = daysOff.find(([pattern]) => pattern.test(said));
  if (off !== undefined) return today.add({ days: off[1] });
  const [, week, chinese, english] = weekday.exec(said) ?? [];
  const number = chinese === undefined ? weekdays.indexOf(english ?? '') + 1 : '一二三四五六日'.indexOf(chinese) + 1;
  // 末 and 天 are in no list: the weekend begins on Saturday, and 星期天 is Sunday.
  if (chinese !== undefined || english !== undefined) return ofWeek(today, week, number || (chinese === '天' ? 7 : 6));
  const [day = 0, month = null] = (said.match(/\d+/g) ?? []).map(Number).toReversed();
  const named = englishMonth.exec(said)?.[1];
  return nextDate(today, day, named === undefined ? month : shortMonths.indexOf(named) + 1);
}

function ofWeek(today: Temporal.PlainDate, week: string | undefined, day: number): Temporal.PlainDate {
  const ahead = day - today.dayOfWeek;
  if (week?.startsWith('下') === true || week === 'next ') return today.add({ days: ahead + 7 });
  // 这周三 said on Friday is over; 周三 said then is the coming one.
  return today.add({ days: week === undefined && ahead < 0 ? ahead + 7 : ahead });
}

/** 1月2日 said in December is of next year, 3号 said on the 28th of next month. */
function nextDate(today: Temporal.PlainDate, day: number, month: number | null): Temporal.PlainDate | null {
  const step = month === null ? { months: 1 } : { years: 1 };
  let first = today.with({ day: 1, ...(month === null ? {} : { month: Math.min(Math.max(month, 1), 12) }) });
  if (month !== null && first.month !== month) return null;
  // 31号 is in every other month, 29 February in some years.
  for (let i = 0; i < 9; i += 1, first = first.add(step)) {
    if (day < 1 || day > first.daysInMonth) continue;
    const date = first.with({ day });
    if (Temporal.PlainDate.compare(date, today) >= 0) return date;
  }
  return null;
}

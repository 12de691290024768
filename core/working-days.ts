/** One day of the calendar that is not as its weekday says. */
export interface CalendarDay {
  /** ISO date. */
  date: string;
  /** True: a weekend on which people work 调休; false: a day off. */
  working: boolean;
  name: string;
}

/** What a day is. */
export interface DayKind {
  working: boolean;
  why: 'weekday' | 'weekend' | 'holiday' | 'makeup';
  /** The holiday's name; '' for ordinary days. */
  name: string;
}

/** Days from a first to a last, both included, as ISO dates. */
function days(name: string, first: string, last: string): CalendarDay[] {
  const list: CalendarDay[] = [];
  let day = Temporal.PlainDate.from(first);
  const end = Temporal.PlainDate.from(last);
  for (; Temporal.PlainDate.compare(day, end) <= 0; day = day.add({ days: 1 })) {
    list.push({ date: day.toString(), working: false, name });
  }
  return list;
}

const makeup = (name: string, ...dates: string[]): CalendarDay[] =>
  dates.map((date) => ({ date, working: true, name }));

/** 国务院办公厅关于2026年部分节假日安排的通知, 4 November 2025. */
const year2026: readonly CalendarDay[] = [
  ...days('元旦', '2026-01-01', '2026-01-03'),
  ...makeup('元旦', '2026-01-04'),
  ...days('春节', '2026-02-15', '2026-02-23'),
  ...makeup('春节', '2026-02-14', '2026-02-28'),
  ...days('清明节', '2026-04-04', '2026-04-06'),
  ...days('劳动节', '2026-05-01', '2026-05-05'),
  ...makeup('劳动节', '2026-05-09'),
  ...days('端午节', '2026-06-19', '2026-06-21'),
  ...days('中秋节', '2026-09-25', '2026-09-27'),
  ...days('国庆节', '2026-10-01', '2026-10-07'),
  ...makeup('国庆节', '2026-09-20', '2026-10-10'),
];

/**
 * 2027 until the State Council's notice for it is known: the days of the 全国年节及纪念日放假办法 (as amended on 10 November
 * 2024, Art. 2), those on a weekend made up for on the next working day (Art. 6), and no 调休. The zone file's `calendar`
 * says otherwise when the notice is out.
 */
const year2027: readonly CalendarDay[] = [
  ...days('元旦', '2027-01-01', '2027-01-01'),
  // 除夕 5 February (Friday) to 初三 8 February (Monday); two of the four days fall on a weekend.
  ...days('春节', '2027-02-05', '2027-02-10'),
  ...days('清明节', '2027-04-05', '2027-04-05'),
  // 1 and 2 May are a weekend.
  ...days('劳动节', '2027-05-01', '2027-05-04'),
  ...days('端午节', '2027-06-09', '2027-06-09'),
  ...days('中秋节', '2027-09-15', '2027-09-15'),
  // 1 October is a Friday, 2 and 3 a weekend.
  ...days('国庆节', '2027-10-01', '2027-10-05'),
];

/** Tells working days from days off. */
export interface WorkingCalendar {
  /** What the day of this ISO date is. Outside 2026 and 2027 only weekends are days off, and what the zone file says. */
  kindOf(date: string): DayKind;
}

/**
 * The working calendar of a zone: the State Council's, with the zone's own days before it.
 * @param own days of the zone file, which win over the built-in ones
 */
export function workingCalendar(own: readonly CalendarDay[] = []): WorkingCalendar {
  const special = new Map([...year2026, ...year2027, ...own].map((day) => [day.date, day]));
  return {
    kindOf: (date) => {
      const day = special.get(date);
      const weekend = Temporal.PlainDate.from(date).dayOfWeek > 5;
      if (day === undefined) return { working: !weekend, why: weekend ? 'weekend' : 'weekday', name: '' };
      if (!day.working) return { working: false, why: 'holiday', name: day.name };
      return { working: true, why: weekend ? 'makeup' : 'weekday', name: day.name };
    },
  };
}

/** The ISO date after a date. */
export function dayAfter(date: string): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toString();
}

/** Nothing here reckons further than this; a longer way is a slip in a zone file that lists no working day. */
const furthestDays = 2_000;

/** The date `count` working days after (or, negative, before) a date, which itself does not count. 0: the date itself. */
export function addWorkingDays(calendar: WorkingCalendar, date: string, count: number): string {
  const step = count < 0 ? -1 : 1;
  let day = Temporal.PlainDate.from(date);
  let left = Math.abs(count);
  for (let walked = 0; left > 0; walked += 1) {
    if (walked > furthestDays) throw new RangeError('the calendar has too few working days');
    day = day.add({ days: step });
    if (calendar.kindOf(day.toString()).working) left -= 1;
  }
  return day.toString();
}

/** How many working days lie after `from` up to and with `to`; negative when `to` is before `from`. */
export function workingDaysBetween(calendar: WorkingCalendar, from: string, to: string): number {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  let count = 0;
  let walked = 0;
  for (let day = from; day < to && walked <= furthestDays; walked += 1) {
    day = dayAfter(day);
    if (calendar.kindOf(day).working) count += 1;
  }
  return count;
}

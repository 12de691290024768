import ICAL from 'ical.js';
import type { Instant } from './clock.ts';

/** A duty's rule: its first begin on the zone's clocks, `2026-11-01T20:00`, and how it comes again, RRULE of RFC 5545, 3.3.10. */
export interface RecurrenceRule {
  start: string;
  rule: string;
}

/** One begin: the date and time of day that the rule means, and the instant at which the zone's clocks show it. */
export interface Start {
  /** 0 for the first one of the rule, then counting. */
  n: number;
  /** ISO date on the zone's calendar. */
  date: string;
  at: Instant;
}

/** Why a rule is refused. */
export type RuleFault =
  /** Not an RRULE, or one that contradicts itself. */
  | { code: 'rule_unreadable' }
  /** A part that means nothing here: `BYWEEKNO`, a misspelt one. */
  | { code: 'rule_part'; part: string }
  /** More than once a day. */
  | { code: 'rule_too_dense' }
  /** Farther apart than a duty comes again: every `max` of these at most. */
  | { code: 'rule_too_sparse'; max: number }
  /** There is no such day. */
  | { code: 'rule_never' }
  /** The start is no day of the rule; the first one would be `first`. */
  | { code: 'rule_start'; first: string };

export type Starts = { ok: true; starts: readonly Start[] } | { ok: false; fault: RuleFault };

/** How far apart at most, by frequency: bounds what has to be walked through until the next one. */
const widest: Readonly<Record<string, number>> = { DAILY: 366, WEEKLY: 53, MONTHLY: 12, YEARLY: 4 };
const dense = new Set(['SECONDLY', 'MINUTELY', 'HOURLY']);
const parts = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS']);
const densing = new Set(['BYHOUR', 'BYMINUTE', 'BYSECOND']);
/** After so many days in a row that do not fit there is none that does: 29 February on a Monday comes every 28 to 40 years. */
const patience = 15_000;
/** A duty is looked for so many years after its start and no further. */
const longest = 100;
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** A rule taken apart. */
interface Parted {
  freq: string;
  count: number;
  /** The last local date and time of day that may be; compared as text. */
  until: string;
  days: ReadonlySet<string>;
  monthDays: ReadonlySet<number>;
  months: ReadonlySet<number>;
  /** What the library is asked: without the parts that only leave days out, in which it can search for ever. */
  asked: string;
  /** All parts but the end. */
  whole: string;
}

const isFault = (value: Parted | RuleFault): value is RuleFault => 'code' in value;
const unreadable: RuleFault = { code: 'rule_unreadable' };

function takeApart(rule: string, timeZone: string): Parted | RuleFault {
  const said = new Map<string, string>();
  for (const text of rule
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .split(';')) {
    const [, name = '', value = ''] = /^([A-Z]+)=([A-Z0-9,+-]+)$/.exec(text) ?? [];
    if (name === '' || said.has(name)) return unreadable;
    if (densing.has(name)) return { code: 'rule_too_dense' };
    if (!parts.has(name)) return { code: 'rule_part', part: name };
    said.set(name, value);
  }
  const freq = said.get('FREQ') ?? '';
  if (dense.has(freq)) return { code: 'rule_too_dense' };
  const max = widest[freq];
  const interval = said.get('INTERVAL') ?? '1';
  const count = said.get('COUNT') ?? '';
  const until = untilOf(said.get('UNTIL') ?? '', timeZone);
  if (max === undefined || !/^[1-9]\d{0,5}$/.test(interval) || !/^([1-9]\d{0,5})?$/.test(count)) return unreadable;
  if (Number(interval) > max) return { code: 'rule_too_sparse', max };
  if (until === null || (said.has('COUNT') && said.has('UNTIL')) || contradicts(freq, said)) return unreadable;
  const list = (name: string): string[] => (said.get(name) ?? '').split(',').filter((text) => text !== '');
  return {
    freq,
    count: count === '' ? Infinity : Number(count),
    until,
    days: new Set(list('BYDAY').map((day) => day.slice(-2))),
    monthDays: new Set(list('BYMONTHDAY').map(Number)),
    months: new Set(list('BYMONTH').map(Number)),
    asked: written(said, (name) => isAsked(name, freq)),
    whole: written(said, (name) => name !== 'UNTIL'),
  };
}

const written = (said: ReadonlyMap<string, string>, isWanted: (name: string) => boolean): string =>
  [...said]
    .filter(([name]) => isWanted(name))
    .map((pair) => pair.join('='))
    .join(';');

/** Parts that RFC 5545 does not let stand together, and that the library would pass over in silence. */
function contradicts(freq: string, said: ReadonlyMap<string, string>): boolean {
  const numbered = /\d/.test(said.get('BYDAY') ?? '');
  if (numbered && (freq === 'DAILY' || freq === 'WEEKLY')) return true;
  if (freq === 'WEEKLY' && said.has('BYMONTHDAY')) return true;
  return said.has('BYSETPOS') && (freq !== 'MONTHLY' || !(said.has('BYDAY') || said.has('BYMONTHDAY')));
}

/** What makes days; the rest leaves some out, and is looked at here. */
function isAsked(name: string, freq: string): boolean {
  if (name === 'COUNT' || name === 'UNTIL') return false;
  if (freq === 'DAILY') return !name.startsWith('BY');
  return name !== 'BYMONTH' || freq === 'YEARLY';
}

/** The end of a day, a local time, or a time in UTC; '~' sorts behind every date. Null: none of them. */
function untilOf(text: string, timeZone: string): string | null {
  if (text === '') return '~';
  const [, y = '', m = '', d = '', h = '', min = '', s = '', utc = ''] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(text) ?? [];
  const date = `${y}-${m}-${d}`;
  const full = h === '' ? `${date}T23:59:59` : `${date}T${h}:${min}:${s}`;
  if (!isLocal(full)) return null;
  if (utc === '') return full;
  return Temporal.Instant.from(`${full}Z`)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' });
}

function isLocal(text: string): boolean {
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' }).toString() !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The days of one rule, found as far as anybody has asked. */
class Days {
  readonly #rule: Parted;
  readonly #start: Temporal.PlainDateTime;
  readonly #clock: string;
  readonly #lastYear: number;
  readonly #iterator: InstanceType<typeof ICAL.RecurIterator>;
  readonly #found: string[] = [];
  #ended = false;

  constructor(rule: Parted, start: string) {
    this.#rule = rule;
    this.#start = Temporal.PlainDateTime.from(start);
    this.#clock = this.#start.toPlainTime().toString();
    const { year, month, day, hour, minute } = this.#start;
    this.#lastYear = year + longest;
    this.#iterator = ICAL.Recur.fromString(rule.asked).iterator(
      ICAL.Time.fromData({ year, month, day, hour, minute, second: 0, isDate: false }),
    );
  }

  /** Every day up to and with this date, in order; one more may follow. */
  upTo(date: string): readonly string[] {
    while (!this.#ended && (this.#found.at(-1) ?? '') <= date) this.#findOne();
    return this.#found;
  }

  #findOne(): void {
    for (let passed = 0; passed < patience; passed += 1) {
      const next = this.#iterator.next() as InstanceType<typeof ICAL.Time> | null;
      if (next === null || next.year > this.#lastYear) break;
      const date = next.toString().slice(0, 10);
      if (`${date}T${this.#clock}` > this.#rule.until) break;
      if (!this.#fits(date)) continue;
      this.#found.push(date);
      if (this.#found.length >= this.#rule.count) this.#ended = true;
      return;
    }
    this.#ended = true;
  }

  /** Leaves out what the rule does; and days that are not there, such as 29 February in most years, which RFC 5545 passes over. */
  #fits(text: string): boolean {
    const { freq, days, months, monthDays } = this.#rule;
    if (months.size > 0 && !months.has(Number(text.slice(5, 7)))) return false;
    const date = Temporal.PlainDate.from(text);
    if (days.size > 0 && !days.has(weekdays[date.dayOfWeek - 1] ?? '')) return false;
    if (monthDays.size > 0) return monthDays.has(date.day) || monthDays.has(date.day - date.daysInMonth - 1);
    if (freq !== 'YEARLY' || days.size > 0) return true;
    return date.day === this.#start.day && (months.size > 0 || date.month === this.#start.month);
  }
}

/** What was found already, by rule and start: a zone's rosters share them, and each morning asks again. */
const known = new Map<string, Days | RuleFault>();
/** More than a zone has rosters. */
const knownLimit = 2_000;

function daysOf({ start, rule }: RecurrenceRule, timeZone: string): Days | RuleFault {
  const key = `${start} ${rule} ${timeZone}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const [oldest] = known.keys();
  if (known.size >= knownLimit && oldest !== undefined) known.delete(oldest);
  const days = findDays({ start, rule }, timeZone);
  known.set(key, days);
  return days;
}

function findDays({ start, rule }: RecurrenceRule, timeZone: string): Days | RuleFault {
  const parted = takeApart(rule, timeZone);
  if (isFault(parted)) return parted;
  const begin = start.slice(0, 10);
  try {
    // All of it has to be readable, also the parts that are looked at here.
    ICAL.Recur.fromString(parted.whole);
    const days = new Days(parted, start);
    const [first] = days.upTo(begin);
    if (first === undefined) return { code: 'rule_never' };
    return first === begin ? days : { code: 'rule_start', first };
  } catch (error) {
    // The library throws plain errors for what it cannot read; anything else is a bug of ours.
    if (error instanceof Error && error.constructor === Error) return unreadable;
    throw error;
  }
}

/** Why a rule cannot be a duty's; null: it can. */
export function ruleFault(rule: RecurrenceRule, timeZone: string): RuleFault | null {
  const days = daysOf(rule, timeZone);
  return days instanceof Days ? null : days;
}

/**
 * When a rule's duties begin, from an instant to before another, each with its place in the count from the rule's start.
 *
 * A rule means days and a time of day on the zone's clocks. Where clocks are put forward a time that is skipped comes as much
 * later, where they are put back a time that comes twice is the first one (RFC 5545, 3.3.5; `compatible` of Temporal). Days that
 * a month or year does not have are passed over, not moved. The start must be a day of the rule.
 * @param timeZone an IANA name, such as `Asia/Shanghai`
 * @param limit no more than so many, the first ones
 */
export function startsOf(rule: RecurrenceRule, timeZone: string, from: Instant, to: Instant, limit: number): Starts {
  const days = daysOf(rule, timeZone);
  if (!(days instanceof Days)) return { ok: false, fault: days };
  const clock = Temporal.PlainDateTime.from(rule.start).toPlainTime();
  const dayOf = (at: Instant): string =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  const last = dayOf(to);
  const dates = days.upTo(last);
  const starts: Start[] = [];
  for (let n = firstFrom(dates, dayOf(from)); n < dates.length && starts.length < limit; n += 1) {
    const date = dates[n] ?? '';
    if (date > last) break;
    const at = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: clock }).epochMilliseconds;
    if (at >= from && at < to) starts.push({ n, date, at });
  }
  return { ok: true, starts };
}

/** The place of the first date that is not before this one. */
function firstFrom(dates: readonly string[], date: string): number {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((dates[middle] ?? '') < date) low = middle + 1;
    else high = middle;
  }
  return low;
}

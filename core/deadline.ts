import type { Instant } from './clock.ts';
import type { PersonId } from './ids.ts';
import { dayAfter, workingDaysBetween, type WorkingCalendar } from './working-days.ts';
import { zoneDate } from './zone-time.ts';

/** What a deadline is made of: kept whole, so that its sum can be told and checked at any time. */
export interface DeadlineTerms {
  /** From when it counts. */
  startAt: Instant;
  given: { unit: 'working_days' | 'hours'; count: number };
  extensions: readonly Extension[];
  /** In order, never overlapping; only the last can be open. */
  pauses: readonly Pause[];
}

/** Working days more. `rework`: by itself, so that a hazard that comes back leaves time for the work. */
export interface Extension {
  why: 'granted' | 'rework';
  days: number;
  reason: string;
  byId: PersonId | null;
  at: Instant;
}

/** A time in which the clock stands: somebody stopped it, or the owner can do nothing (awaiting the check, closed). */
export interface Pause {
  why: 'asked' | 'recheck' | 'closed';
  from: Instant;
  to: Instant | null;
  reason: string;
}

/** One calendar day that does not count, or counts although it is a weekend. ISO date in the zone's time. */
export interface CountedDay {
  date: string;
  why: 'weekend' | 'holiday' | 'makeup' | 'paused';
  /** The holiday's name; '' for the others. */
  name: string;
}

/** The terms added up, with the arithmetic: a text says it without reckoning anything again. */
export interface DeadlineSum {
  unit: 'working_days' | 'hours';
  startAt: Instant;
  /** ISO dates in the zone's time. The day of the start does not count (民法典 Art. 201). */
  startDate: string;
  given: number;
  /** Working days added by extensions. */
  extended: number;
  /** Working days (or, for hours, whole minutes) in which the clock stood. */
  paused: number;
  /** Days between start and due date that did not count, and weekends that did 调休. */
  notable: readonly CountedDay[];
  /** Null while the clock stands. */
  dueDate: string | null;
  dueAt: Instant | null;
}

/** What deadlines of a zone are reckoned with. */
export interface DeadlineRules {
  /** IANA name. */
  timeZone: string;
  calendar: WorkingCalendar;
  /** `08:30`: alarms come when work begins. */
  workStart: string;
  /** `17:30`: a deadline ends with the working hours (民法典 Art. 203 (2): 停止业务活动的时间为截止时间). */
  workEnd: string;
}

/** The instant of a time of day on a date in the zone. */
export function zoneInstant(date: string, clock: string, timeZone: string): Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(clock) })
    .epochMilliseconds;
}

/** A working day is lost to a pause that stands when its working hours end. */
function pausedAt(pauses: readonly Pause[], at: Instant): boolean {
  return pauses.some(({ from, to }) => from <= at && (to === null || to > at));
}

const hourMs = 3_600_000;
/** A deadline further off than this is a slip in a zone file. */
const furthestDays = 2_000;

/**
 * Adds the terms up. Working days: the day of the start does not count (民法典 Art. 201 (1)), days off and days on which the
 * clock stood do not either, and the last one ends with the working hours. Hours run on around the clock, except in pauses.
 * The sum says every day that was passed over, so that `given + extended` working days and the notable ones make up all
 * days from start to due date. While a pause is open nothing is due.
 */
export function sumDeadline(terms: DeadlineTerms, rules: DeadlineRules): DeadlineSum {
  return terms.given.unit === 'hours' ? sumHours(terms, rules) : sumWorkingDays(terms, rules);
}

function sumWorkingDays(terms: DeadlineTerms, rules: DeadlineRules): DeadlineSum {
  const startDate = zoneDate(terms.startAt, rules.timeZone);
  const extended = terms.extensions.reduce((sum, { days }) => sum + days, 0);
  const standing = terms.pauses.at(-1)?.to === null;
  const notable: CountedDay[] = [];
  let left = terms.given.count + extended;
  let date = startDate;
  for (let walked = 0; left > 0 && walked < furthestDays; walked += 1) {
    date = dayAfter(date);
    const { working, why, name } = rules.calendar.kindOf(date);
    const endAt = zoneInstant(date, rules.workEnd, rules.timeZone);
    if (working && standing && pausedAt(terms.pauses.slice(-1), endAt)) break;
    if (!working) notable.push({ date, why: why === 'holiday' ? 'holiday' : 'weekend', name });
    else if (pausedAt(terms.pauses, endAt)) notable.push({ date, why: 'paused', name: '' });
    else {
      left -= 1;
      if (why === 'makeup') notable.push({ date, why: 'makeup', name });
    }
  }
  // Stopped after it was due already: the date stands, and being late with it.
  const open = standing && left > 0;
  return {
    unit: 'working_days',
    startAt: terms.startAt,
    startDate,
    given: terms.given.count,
    extended,
    paused: notable.filter(({ why }) => why === 'paused').length,
    notable,
    dueDate: open ? null : date,
    dueAt: open ? null : zoneInstant(date, rules.workEnd, rules.timeZone),
  };
}

function sumHours(terms: DeadlineTerms, rules: DeadlineRules): DeadlineSum {
  let dueAt: Instant | null = terms.startAt + terms.given.count * hourMs;
  let pausedMs = 0;
  for (const { from, to } of terms.pauses) {
    if (dueAt === null || from >= dueAt) break;
    const began = Math.max(from, terms.startAt);
    if (to !== null && to <= began) continue;
    if (to !== null) pausedMs += to - began;
    dueAt = to === null ? null : dueAt + to - began;
  }
  return {
    unit: 'hours',
    startAt: terms.startAt,
    startDate: zoneDate(terms.startAt, rules.timeZone),
    given: terms.given.count,
    extended: 0,
    paused: Math.round(pausedMs / 60_000),
    notable: [],
    dueDate: dueAt === null ? null : zoneDate(dueAt, rules.timeZone),
    dueAt,
  };
}

/** The terms with the clock stopped from now on; as they are when it stands already. */
export function withPause(terms: DeadlineTerms, why: Pause['why'], reason: string, now: Instant): DeadlineTerms {
  if (terms.pauses.at(-1)?.to === null) return terms;
  return { ...terms, pauses: [...terms.pauses, { why, from: now, to: null, reason }] };
}

/** The terms with the clock running again from now on; as they are when it runs. */
export function withoutPause(terms: DeadlineTerms, now: Instant): DeadlineTerms {
  const last = terms.pauses.at(-1);
  if (last?.to !== null) return terms;
  return { ...terms, pauses: [...terms.pauses.slice(0, -1), { ...last, to: now }] };
}

/** The terms with working days more. Hours become the working days that the extension begins from: see {@link inWorkingDays}. */
export function withExtension(terms: DeadlineTerms, extension: Extension): DeadlineTerms {
  return { ...terms, extensions: [...terms.extensions, extension] };
}

/** Terms in hours turned into working days from an earlier start, as if on-the-spot had never been promised. */
export function inWorkingDays(terms: DeadlineTerms, startAt: Instant, days: number): DeadlineTerms {
  if (terms.given.unit === 'working_days') return terms;
  return { ...terms, startAt, given: { unit: 'working_days', count: days } };
}

/**
 * The terms with as many working days more as are missing for `days` from now: who gets something back must have time for it.
 * Time that is left anyway is not added to.
 */
export function withRework(
  terms: DeadlineTerms,
  days: number,
  reason: string,
  now: Instant,
  rules: DeadlineRules,
): DeadlineTerms {
  const due = sumDeadline(terms, rules).dueDate;
  if (due === null || days === 0) return terms;
  const left = workingDaysBetween(rules.calendar, zoneDate(now, rules.timeZone), due);
  if (left >= days) return terms;
  return withExtension(terms, { why: 'rework', days: days - left, reason, byId: null, at: now });
}

/** Working days by which a date is past (negative: before) the due date. */
export function lateDays(sum: Pick<DeadlineSum, 'dueDate'>, now: Instant, rules: DeadlineRules): number {
  if (sum.dueDate === null) return 0;
  return workingDaysBetween(rules.calendar, sum.dueDate, zoneDate(now, rules.timeZone));
}

import type { Instant } from '../../core/clock.ts';
import type { Shift } from '../../core/shift.ts';
import { zoneTime } from '../../core/zone-time.ts';
import type { SpokenDay } from '../texts/patrol-night-texts.ts';
import type { Presenting } from './presenting.ts';

type Times = Pick<Shift, 'startsAt' | 'endsAt'>;

const dayHours = { from: 5, to: 17 } as const;

/** Midnights between two ISO dates. */
function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

/** An instant's day as somebody at `now` says it. */
export function spokenDay(at: Instant, { now, timeZone }: Pick<Presenting, 'now' | 'timeZone'>): SpokenDay {
  const { date, month, day, clock } = zoneTime(at, timeZone);
  const hour = Number(clock.slice(0, 2));
  const part = hour < dayHours.from ? 'small_hours' : hour < dayHours.to ? 'day' : 'evening';
  const inDays = daysBetween(zoneTime(now, timeZone).date, date);
  return { inDays, weekday: Temporal.PlainDate.from(date).dayOfWeek, month, day, part };
}

/** `20:00–次日02:00`; of what takes days, its dates. */
export function hoursOf({ startsAt, endsAt }: Times, { texts, timeZone }: Presenting): string {
  const from = zoneTime(startsAt, timeZone);
  const to = zoneTime(endsAt, timeZone);
  const days = daysBetween(from.date, to.date);
  const { time } = texts.patrol;
  return days > 1 ? time.days(from, to) : time.hours(from.clock, to.clock, days);
}

/** `今晚 20:00–23:00`. */
export function whenOf(times: Times, presenting: Presenting): string {
  const { texts, timeZone } = presenting;
  const long = daysBetween(zoneTime(times.startsAt, timeZone).date, zoneTime(times.endsAt, timeZone).date) > 1;
  const hours = hoursOf(times, presenting);
  return long ? hours : `${texts.patrol.time.day(spokenDay(times.startsAt, presenting))} ${hours}`;
}

/** When and which: `今晚 20:00–23:00 东片夜巡`. */
export function shiftNamed(shift: Times & Pick<Shift, 'name'>, presenting: Presenting): string {
  return presenting.texts.patrol.time.shift(whenOf(shift, presenting), shift.name);
}

/** The day on which it began, for what is over: `11月22日`. */
export function dateOf({ startsAt }: Pick<Times, 'startsAt'>, { texts, timeZone }: Presenting): string {
  return texts.patrol.time.date(zoneTime(startsAt, timeZone));
}

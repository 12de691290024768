import type { Instant } from './clock.ts';

/** An instant as the zone's clocks and calendars show it. */
export interface ZoneTime {
  /** ISO date: `2026-11-22`. */
  date: string;
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  /** `14:02`. */
  clock: string;
  /** `14:02:31`; a second that has begun counts, as on a watch. */
  clockWithSeconds: string;
}

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * The zone's date and time of day at an instant.
 * @param timeZone an IANA name, such as `Asia/Shanghai`
 * @throws RangeError when the time zone is not one
 */
export function zoneTime(at: Instant, timeZone: string): ZoneTime {
  const time = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const clock = `${two(time.hour)}:${two(time.minute)}`;
  return {
    date: time.toPlainDate().toString(),
    year: time.year,
    month: time.month,
    day: time.day,
    clock,
    clockWithSeconds: `${clock}:${two(time.second)}`,
  };
}

/** The zone's calendar day of an instant as an ISO date: what a certificate's last day is compared with. */
export function zoneDate(at: Instant, timeZone: string): string {
  return zoneTime(at, timeZone).date;
}

/** A length of time in the units that people say it in. */
export interface Span {
  hours: number;
  /** 0 to 59. */
  minutes: number;
  /** 0 to 59. */
  seconds: number;
}

/** Splits a length of time, whole seconds, the rest of a second dropped; a negative one counts as nothing. */
export function spanOf(milliseconds: number): Span {
  const total = Math.max(0, Math.floor(milliseconds / 1000));
  return { hours: Math.floor(total / 3600), minutes: Math.floor(total / 60) % 60, seconds: total % 60 };
}

import type { Instant } from '../../core/clock.ts';

/** Reminders of days come in the morning, when people are up and offices open. */
const morning = '09:00';

/** Nine in the morning of a day on the zone's calendar. */
export function morningOf(date: string, timeZone: string): Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: morning }).epochMilliseconds;
}

/** The day that lies so many days after an instant on the zone's calendar, as an ISO date. */
export function dayAfterInstant(at: Instant, days: number, timeZone: string): string {
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  return day.add({ days }).toString();
}

import type { Instant } from '../../core/clock.ts';
import { zoneInstant } from '../../core/deadline.ts';
import { zoneDate } from '../../core/zone-time.ts';

/** Reminders of days come in the morning, when people are up and offices open. */
const morning = '09:00';

/** Nine in the morning of a day on the zone's calendar. */
export function morningOf(date: string, timeZone: string): Instant {
  return zoneInstant(date, morning, timeZone);
}

/** The day that lies so many days after an instant on the zone's calendar, as an ISO date. */
export function dayAfterInstant(at: Instant, days: number, timeZone: string): string {
  return Temporal.PlainDate.from(zoneDate(at, timeZone)).add({ days }).toString();
}

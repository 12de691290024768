import type { Instant } from '../../core/clock.ts';
import { daysBetween } from '../../core/agreement-steps.ts';
import { zoneDate, zoneTime } from '../../core/zone-time.ts';
import type { Presenting } from './presenting.ts';

/** An ISO date as people say it: `11月24日（周二）`. */
export function dateSaid(date: string, { texts }: Pick<Presenting, 'texts'>): string {
  const { month, day, dayOfWeek } = Temporal.PlainDate.from(date);
  return texts.matter.time.date(month, day, dayOfWeek);
}

/** The day of an instant, in the zone's time. */
export function daySaid(at: Instant, presenting: Presenting): string {
  return dateSaid(zoneDate(at, presenting.timeZone), presenting);
}

/** A day and a time of day: `11月24日（周二）14:30`. */
export function timeSaid(at: Instant, presenting: Presenting): string {
  const { date, clock } = zoneTime(at, presenting.timeZone);
  return presenting.texts.matter.time.at(dateSaid(date, presenting), clock);
}

/** The same, in words for what is near: `明天（周二）14:30`. */
export function soonSaid(at: Instant, presenting: Presenting): string {
  const { timeZone, now, texts } = presenting;
  const { date, clock } = zoneTime(at, timeZone);
  const inDays = daysBetween(zoneDate(now, timeZone), date);
  if (inDays !== 0 && inDays !== 1 && inDays !== 2) return timeSaid(at, presenting);
  return texts.matter.time.at(texts.matter.time.near(inDays, Temporal.PlainDate.from(date).dayOfWeek), clock);
}

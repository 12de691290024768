import type { DeadlineRules } from '../../core/deadline.ts';
import { zoneInstant } from '../../core/deadline.ts';
import type { Instant } from '../../core/clock.ts';
import type { DueTime } from '../../core/tap-result.ts';
import { addWorkingDays, dayAfter, workingCalendar } from '../../core/working-days.ts';
import type { HazardRules } from '../../core/zone/hazard-rules.ts';
import { usualHazardRules } from '../../core/zone/hazard-rules.ts';
import { zoneDate, zoneTime } from '../../core/zone-time.ts';
import type { Work } from '../work.ts';

type InZone = Pick<Work, 'zone'>;

/** How this zone deals with hazards. */
export function hazardRules({ zone }: InZone): HazardRules {
  return zone.hazards ?? usualHazardRules;
}

/** What this zone's deadlines are reckoned with. */
export function deadlineRules(work: InZone): DeadlineRules {
  const { calendar, workStart, workEnd } = hazardRules(work);
  return { timeZone: work.zone.timeZone, calendar: workingCalendar(calendar), workStart, workEnd };
}

/** An instant on the zone's clocks. */
export function dueTime(work: InZone, at: Instant | null): DueTime | null {
  if (at === null) return null;
  const { date, clock } = zoneTime(at, work.zone.timeZone);
  return { date, clock };
}

/** The next time of day at `clock`, after now. */
export function nextAt(work: InZone & Pick<Work, 'now'>, clock: string): Instant {
  const { timeZone } = work.zone;
  const today = zoneDate(work.now, timeZone);
  const at = zoneInstant(today, clock, timeZone);
  return at > work.now ? at : zoneInstant(dayAfter(today), clock, timeZone);
}

/** So many hours from now, or when work next begins if that is outside the working hours. */
export function atWork(work: InZone & Pick<Work, 'now'>, hours: number): Instant {
  const rules = deadlineRules(work);
  const at = work.now + hours * 3_600_000;
  const date = zoneDate(at, rules.timeZone);
  const start = zoneInstant(date, rules.workStart, rules.timeZone);
  if (rules.calendar.kindOf(date).working && at <= zoneInstant(date, rules.workEnd, rules.timeZone)) {
    return Math.max(at, start);
  }
  return zoneInstant(addWorkingDays(rules.calendar, date, 1), rules.workStart, rules.timeZone);
}

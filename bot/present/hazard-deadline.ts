import type { Instant } from '../../core/clock.ts';
import { lateDays, type DeadlineRules, type DeadlineSum } from '../../core/deadline.ts';
import type { Hazard } from '../../core/hazard.ts';
import type { DueTime } from '../../core/tap-result.ts';
import { spanOf, zoneTime } from '../../core/zone-time.ts';
import type { DeadlineParts, PassedDays, Standing } from '../texts/hazard-deadline-texts.ts';
import type { Presenting } from './presenting.ts';

/** An instant on the zone's clocks. */
export function dueTimeOf(at: Instant, timeZone: string): DueTime {
  const { date, clock } = zoneTime(at, timeZone);
  return { date, clock };
}

type Clocked = Pick<Hazard, 'state' | 'deadline' | 'dueAt' | 'terms'>;

/** How far it is to the deadline, or how far past it; null where nothing is due. */
export function standingOf({ deadline, dueAt }: Clocked, rules: DeadlineRules, now: Instant): Standing | null {
  if (deadline === null || dueAt === null) return null;
  if (deadline.unit === 'hours') {
    const late = now - dueAt;
    return late > 0 ? { kind: 'span_late', span: spanOf(late) } : { kind: 'span_left', span: spanOf(-late) };
  }
  const days = lateDays(deadline, now, rules);
  if (now > dueAt) return days > 0 ? { kind: 'days_late', days } : { kind: 'late' };
  return days < 0 ? { kind: 'days_left', days: -days } : { kind: 'today' };
}

/** Days of one sort together, in the order in which the first of each comes. */
function passedDays({ notable }: DeadlineSum): PassedDays[] {
  const sorts = new Map<string, PassedDays & { dates: string[] }>();
  for (const { date, why, name } of notable) {
    const sort = `${why} ${name}`;
    const known = sorts.get(sort);
    if (known === undefined) sorts.set(sort, { why, name, dates: [date] });
    else known.dates.push(date);
  }
  return [...sorts.values()];
}

/** Everything that a text needs to say a deadline with its arithmetic. */
function partsOf(hazard: Clocked, sum: DeadlineSum, rules: DeadlineRules, now: Instant): DeadlineParts {
  const last = hazard.terms?.pauses.at(-1);
  const again = hazard.terms?.extensions.filter(({ why }) => why === 'rework') ?? [];
  const rework = again.reduce((days, extension) => days + extension.days, 0);
  const pausedMs = sum.unit === 'hours' ? sum.paused * 60_000 : 0;
  return {
    unit: sum.unit,
    start: dueTimeOf(sum.startAt, rules.timeZone),
    given: sum.given,
    granted: sum.extended - rework,
    rework,
    paused: pausedMs === 0 ? null : spanOf(pausedMs),
    passed: passedDays(sum),
    due: sum.dueAt === null ? null : dueTimeOf(sum.dueAt, rules.timeZone),
    // Whatever stopped it before, what is closed has ended.
    stands: last?.to === null ? { why: hazard.state === 'closed' ? 'closed' : last.why, reason: last.reason } : null,
    standing: standingOf(hazard, rules, now),
  };
}

/** The deadline in one sentence: until when, made up of which days, and how it stands; null before there is one. */
export function deadlineWords(
  hazard: Clocked,
  rules: DeadlineRules,
  { texts, now }: Pick<Presenting, 'texts' | 'now'>,
): string | null {
  if (hazard.deadline === null) return null;
  return texts.hazard.deadline.sum(partsOf(hazard, hazard.deadline, rules, now));
}

/** Until when, where something is due. */
export function dueOf({ dueAt }: Pick<Hazard, 'dueAt'>, timeZone: string): DueTime | null {
  return dueAt === null ? null : dueTimeOf(dueAt, timeZone);
}

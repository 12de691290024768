import type { DueTime } from '../../core/tap-result.ts';
import type { Span } from '../../core/zone-time.ts';
import { dayRuns, fewDays } from './day-runs.ts';
import type { DeadlineParts, DeadlineTexts, PassedDays, Standing } from './hazard-deadline-texts.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const monthOf = (date: string): string => months[Number(date.slice(5, 7)) - 1] ?? '';
const dayOfMonth = (date: string): string => String(Number(date.slice(8)));

/** `30 Nov`. */
const dayEn = (date: string): string => `${dayOfMonth(date)} ${monthOf(date)}`;
/** `30 Nov 17:30`. */
export const dueEn = ({ date, clock }: DueTime): string => `${dayEn(date)} ${clock}`;
/** `1 working day`, `3 working days`. */
export const workingDays = (count: number): string => `${count} working day${count === 1 ? '' : 's'}`;

function run(dates: readonly string[]): string {
  const [first = ''] = dates;
  const last = dates.at(-1) ?? '';
  if (dates.length === 1) return dayEn(first);
  const joint = dates.length === 2 ? ' and ' : ' to ';
  return monthOf(first) === monthOf(last)
    ? `${dayOfMonth(first)}${joint}${dayEn(last)}`
    : `${dayEn(first)}${joint}${dayEn(last)}`;
}

const days = (dates: readonly string[]): string => dayRuns(dates).map(run).join(', ');

const span = ({ hours, minutes }: Span): string =>
  hours === 0 ? `${Math.max(1, minutes)} min` : minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;

function passed({ why, name, dates }: PassedDays): string {
  const which = fewDays(dates) ? days(dates) : `${dates.length} days`;
  if (why === 'weekend') return `not counting the weekend${dates.length > 2 ? 's' : ''} (${which})`;
  if (why === 'holiday') return `not counting the holiday ${[name, `(${which})`].filter(Boolean).join(' ')}`;
  if (why === 'makeup') return `counting ${which}, worked in place of ${name === '' ? 'a holiday' : name}`;
  return `not counting ${which}, when the clock stood`;
}

function standing(now: Standing): string {
  switch (now.kind) {
    case 'days_late':
      return `${workingDays(now.days)} late`;
    case 'late':
      return 'past its deadline';
    case 'today':
      return 'due today';
    case 'days_left':
      return `${workingDays(now.days)} left`;
    case 'span_late':
      return `${span(now.span)} late`;
    case 'span_left':
      return `${span(now.span)} left`;
  }
}

function given({ unit, start, given: count, granted, rework, paused }: DeadlineParts): string {
  if (unit === 'hours') {
    const stood = paused === null ? '' : `, not counting ${span(paused)} when the clock stood`;
    return `${count} hours from ${dueEn(start)}${stood}`;
  }
  const more = granted > 0 ? ` and ${granted} more granted` : '';
  const again = rework > 0 ? ` and ${rework} more to do it again` : '';
  return `${workingDays(count)}${more}${again} after ${dayEn(start.date)}`;
}

const stops = {
  asked: (reason: string) => `the clock stands${reason === '' ? '' : ` (${reason})`} and will go on from here`,
  recheck: () => 'the clock stands until it is checked',
  closed: () => 'closed, so nothing is due',
} as const;

/** Deadlines in English. */
export const deadlineEn: DeadlineTexts = {
  standing,
  sum: (parts) => {
    const head = parts.due === null ? 'Deadline' : `Due ${dueEn(parts.due)}`;
    const between = parts.passed.map((one) => `, ${passed(one)}`).join('');
    const now = parts.standing === null ? '' : `; ${standing(parts.standing)}`;
    const stopped = parts.stands === null ? '' : `; ${stops[parts.stands.why](parts.stands.reason)}`;
    return `${head}: ${given(parts)}${between}${now}${stopped}`;
  },
  short: (due) => `due ${dueEn(due)}`,
  stopped: 'clock stands',
};

import type { DueTime } from '../../core/tap-result.ts';
import type { Span } from '../../core/zone-time.ts';
import type { DeadlineParts, DeadlineTexts, PassedDays, Standing } from './hazard-deadline-texts.ts';
import { dayRuns, fewDays } from './day-runs.ts';

const month = (date: string): string => `${Number(date.slice(5, 7))}月`;
const dayOfMonth = (date: string): string => String(Number(date.slice(8)));

/** `11月30日`. */
const dayZh = (date: string): string => `${month(date)}${dayOfMonth(date)}日`;
/** `11月30日17:30`. */
export const dueZh = ({ date, clock }: DueTime): string => `${dayZh(date)}${clock}`;

function run(dates: readonly string[]): string {
  const [first = '', second] = dates;
  const last = dates.at(-1) ?? '';
  if (second === undefined) return dayZh(first);
  const end = month(first) === month(last) ? `${dayOfMonth(last)}日` : dayZh(last);
  if (dates.length > 2) return `${dayZh(first)}至${end}`;
  return month(first) === month(last) ? `${month(first)}${dayOfMonth(first)}、${end}` : `${dayZh(first)}、${end}`;
}

const days = (dates: readonly string[]): string => dayRuns(dates).map(run).join('，');

const span = ({ hours, minutes }: Span): string =>
  hours === 0 ? `${Math.max(1, minutes)}分钟` : minutes === 0 ? `${hours}小时` : `${hours}小时${minutes}分`;

function passed({ why, name, dates }: PassedDays): string {
  const which = fewDays(dates) ? days(dates) : `有 ${dates.length} 天`;
  if (why === 'weekend') return `${which}是周末`;
  if (why === 'holiday') return `${which}是${name === '' ? '放假' : name}`;
  if (why === 'makeup') return `${which}${name}调休上班，要算`;
  return `${which}停过表，不算`;
}

function standing(now: Standing): string {
  switch (now.kind) {
    case 'days_late':
      return `已逾期 ${now.days} 个工作日`;
    case 'late':
      return '已过期限';
    case 'today':
      return '今天到期';
    case 'days_left':
      return `还有 ${now.days} 个工作日到期`;
    case 'span_late':
      return `已逾期 ${span(now.span)}`;
    case 'span_left':
      return `还有 ${span(now.span)}到期`;
  }
}

function given({ unit, start, given: count, granted, rework, paused }: DeadlineParts): string {
  if (unit === 'hours') {
    return `${dueZh(start)}起 ${count} 小时${paused === null ? '' : `，其间停表 ${span(paused)}不算`}`;
  }
  const more = granted > 0 ? `，加延期 ${granted} 个工作日` : '';
  const again = rework > 0 ? `，没弄好重改再加 ${rework} 个工作日` : '';
  return `${dayZh(start.date)}起 ${count} 个工作日（当天不算）${more}${again}`;
}

const stops = {
  asked: (reason: string) => `计时先停着${reason === '' ? '' : `（${reason}）`}，恢复后接着算`,
  recheck: () => '等复查，计时先停着',
  closed: () => '已办结，不再计时',
} as const;

/** Deadlines in Chinese. */
export const deadlineZh: DeadlineTexts = {
  standing,
  sum: (parts) => {
    const head = parts.due === null ? '期限' : `期限 ${dueZh(parts.due)}`;
    const between = parts.passed.length === 0 ? '' : `，其间 ${parts.passed.map(passed).join('，')}`;
    const now = parts.standing === null ? '' : `；${standing(parts.standing)}`;
    const stopped = parts.stands === null ? '' : `；${stops[parts.stands.why](parts.stands.reason)}`;
    return `${head}：${given(parts)}${between}${now}${stopped}`;
  },
  short: (due) => `${dueZh(due)}到期`,
  stopped: '计时先停着',
};

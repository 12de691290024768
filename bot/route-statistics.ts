import type { Role } from '../core/people.ts';
import { zoneMonth, zonePeriod } from '../core/zone-period.ts';
import { answer, type Heard } from './heard.ts';
import { statisticsEn } from './texts/statistics-en.ts';
import { statisticsZh } from './texts/statistics-zh.ts';

const asks = [...statisticsZh.ask, ...statisticsEn.ask].map((words) => words.toLowerCase());
const readers: ReadonlySet<Role> = new Set<Role>(['mediator', 'leader', 'duty_officer', 'admin']);

/** 调解统计, 调解统计 上个月, 调解统计 2026: the figures of mediation, for those who answer for it. True: dealt with. */
export async function routeStatistics(heard: Heard): Promise<boolean> {
  const { work, room, person, message } = heard;
  const text = message.text
    .trim()
    .toLowerCase()
    .replace(/[\s。.!！?？~～]+$/u, '');
  const asked = asks.find((words) => text.startsWith(words));
  if (asked === undefined || message.edited || text.length > asked.length + 12) return false;
  const period = periodAsked(text.slice(asked.length).trim(), work.now, work.zone.timeZone);
  if (period === null) return false;
  const among = room.kind === 'direct' || room.purpose === 'command' || room.purpose === 'mediation';
  if (!among || !person.roles.some((role) => readers.has(role))) {
    if (room.kind === 'direct') await answer(work, room, message, { kind: 'refusal', result: { kind: 'not_allowed' } });
    return room.kind === 'direct';
  }
  await answer(work, room, message, { kind: 'matter_statistics', period });
  return true;
}

/** The month or year that is meant; null: something else is said. */
function periodAsked(words: string, now: number, timeZone: string): string | null {
  const month = zoneMonth(now, timeZone);
  const [year = ''] = month.split('-');
  if (words === '' || /^(?:本月|这个?月|this month)$/u.test(words)) return month;
  if (/^(?:上个?月|last month)$/u.test(words)) return zonePeriod(month, timeZone)?.before ?? null;
  if (/^(?:今年|全年|this year)$/u.test(words)) return year;
  const named = /^(?:(\d{4})\s*[-年]\s*)?(\d{1,2})\s*月?$/u.exec(words);
  if (named !== null && words.length < 5 && named[1] === undefined && Number(named[2]) > 12) return null;
  const said = named === null ? words.replace(/年$/u, '') : `${named[1] ?? year}-${(named[2] ?? '').padStart(2, '0')}`;
  return zonePeriod(said, timeZone)?.name ?? null;
}

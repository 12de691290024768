import type { ShiftView } from '../core/ports/shifts.ts';
import { beforeNewTime, postponedStart } from '../core/postponed-start.ts';
import { dayWords, saidDays } from '../core/said-day.ts';
import type { PatrolResult } from '../core/tap-result.ts';
import { zoneTime } from '../core/zone-time.ts';
import type { Heard } from './heard.ts';
import { ofDays, tellLeave, todayOf, upcoming } from './leave-heard.ts';
import { decidesFor, ownTeam } from './team-meant.ts';

/** 今晚推迟半小时, 明晚巡逻延后到十点: of the night itself, and not of the writer. */
const postponed = new RegExp(
  `^(?![我俺])(?:大家|各位)?[,，\\s]*(?:${dayWords})的?(?:[^,，。?？我]{0,8}[,，\\s])?(?:班|巡逻|夜巡|值班|集合|出发)?(?:时间)?(?:统一|都|先)?(?:往后)?(?:推迟|延后|延迟|推后|顺延|推)[^?？吗]{0,14}$|` +
    `^(?:postpone|delay|push back|move) (?:the |our )?(?:shift|patrol|start|tonight|tomorrow)\\b[^?]{0,30}$`,
  'iu',
);
/** More points than this are not written out again. */
const manyPoints = 8;

/** A leader who puts a night off reads how the whole shift is moved; it would be only they who are late. True: dealt with. */
export async function routePostponed(heard: Heard): Promise<boolean> {
  const { message, person } = heard;
  if (message.attachments.length > 0 || !postponed.test(message.text.normalize('NFKC').trim())) return false;
  const team = await ownTeam(heard);
  if (team === null || !decidesFor(person, team)) return false;
  const planned = (await upcoming(heard, { teamId: team.id })).filter(({ shift }) => shift.state === 'planned');
  const [view] = ofDays(heard, planned, saidDays(beforeNewTime(message.text), todayOf(heard)));
  if (view === undefined) return false;
  return tellLeave(heard, view, anew(heard, view));
}

/** What it is announced with anew: its times as they will be, where they were understood, and its points. */
function anew(heard: Heard, { shift, points }: ShiftView): PatrolResult {
  const { timeZone } = heard.work.zone;
  const start = postponedStart(heard.message.text, shift, todayOf(heard), timeZone);
  const walked = points.length > manyPoints ? [] : points.map(({ name }) => name);
  const moved = { kind: 'shift_move', date: shift.date, words: walked.join(' ') } as const;
  if (start === null) return { ...moved, to: shift.date, times: '' };
  const [from, till] = [start, start + shift.endsAt - shift.startsAt].map((at) => zoneTime(at, timeZone));
  return { ...moved, to: from?.date ?? shift.date, times: `${from?.clock ?? ''}-${till?.clock ?? ''}` };
}

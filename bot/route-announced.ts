import { callingOff, type CallingOff } from '../core/calling-off-words.ts';
import { leaveDays } from '../core/leave-days.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import type { Shift } from '../core/shift.ts';
import type { PatrolResult, Refusal } from '../core/tap-result.ts';
import { smallHours } from '../core/said-day.ts';
import { saidShift } from '../core/said-shift.ts';
import { peopleNamed } from '../core/shift-names.ts';
import { shiftsOfDay } from '../core/shifts-of-day.ts';
import { zoneDate } from '../core/zone-time.ts';
import { cancelShift, makeShift } from '../handlers/patrol/make-shift.ts';
import { patrolRules } from '../handlers/patrol/rules.ts';
import { answer, type Heard } from './heard.ts';
import { belongsTo, decidesFor, ownTeam } from './team-meant.ts';

const announcing = /^(?:临时班|临时加?一?班|加一?班|临时(?:巡逻|夜巡|值班|值守)|extra shift)(?=$|[^次])[:：,，\s]*/iu;
/** After midnight 今晚 may still be the night that it is. */
const tonight = /^(?:今|tonight|today)/iu;

const asking = /[?吗呢么谁]|什么|\bwhen\b|\bwho\b/iu;

/** A leader announces a shift that is in no roster, or calls one off. True: dealt with. */
export async function routeAnnounced(heard: Heard): Promise<boolean> {
  const said = heard.message.text.normalize('NFKC').trim();
  const opening = announcing.exec(said)?.[0];
  if (opening !== undefined) return announce(heard, said, opening);
  const off = callingOff(said);
  return off !== null && (off.plain || (await isOfAll(heard, off))) && callOff(heard, off.day);
}

/** Whether a leader says it, and of nobody alone: 明晚不巡了 东02 is of one of them. */
async function isOfAll(heard: Heard, { beside }: CallingOff): Promise<boolean> {
  const team = await ownTeam(heard);
  if (team === null || !decidesFor(heard.person, team)) return false;
  return peopleNamed(await heard.work.tx.people.byIds(team.memberIds), beside).length === 0;
}

async function announce(heard: Heard, said: string, opening: string): Promise<boolean> {
  const { work, person, room, message } = heard;
  const team = await ownTeam(heard);
  if (team === null || !belongsTo(person, team)) return false;
  const when = saidShift(said.slice(opening.length), work.now, work.zone.timeZone);
  // Whoever only speaks of such a shift gives no times.
  if (when === null && (!decidesFor(person, team) || asking.test(said))) return false;
  const usualName = opening.replace(/[:,，\s]+$/u, '');
  const made =
    decidesFor(person, team) && when !== null ? await makeShift(work, { team, when, usualName, by: person }) : null;
  const refused: PatrolResult = { kind: decidesFor(person, team) ? 'shift_when' : 'shift_not_your_say' };
  await answer(work, room, message, { kind: 'shift_answer', ...(made ?? { shiftId: null, result: refused }) });
  return true;
}

/** Of a day all that is planned, or all that is in no roster, else the next one; whoever is expected hears of it. */
async function callOff(heard: Heard, day: string | null): Promise<boolean> {
  const { work, person, room, message } = heard;
  const team = await ownTeam(heard);
  if (team === null || !belongsTo(person, team)) return false;
  const { timeZone } = work.zone;
  const today = Temporal.PlainDate.from(zoneDate(work.now, timeZone));
  const until = work.now + patrolRules(work).planDays * 86_400_000;
  const ahead = (await work.tx.shifts.between(work.now - 86_400_000, until, { teamId: team.id })).filter(
    ({ shift }) => shift.endsAt > work.now,
  );
  const said = { text: message.text, today, timeZone };
  const near = day === null ? ahead : leaveDays(day, today).days.flatMap((date) => shiftsOfDay(ahead, date, said));
  // 取消明晚的临时班 leaves the roster's night alone.
  const temporary = /临时班|\bextra shift\b/iu.test(message.text);
  const planned = near.filter(({ shift }) => shift.state === 'planned' && (!temporary || shift.rosterCode === null));
  const runs = near.some(({ shift }) => shift.state === 'running' || shift.state === 'closing');
  const out = decidesFor(person, team) && (day === null || tonight.test(day)) ? stillOut(heard, ahead) : null;
  const next = planned[0]?.shift;
  if (out !== null && next !== undefined && !temporary) {
    const result = { kind: 'shift_off_which', running: out.date, next: next.date } as const;
    await answer(work, room, message, { kind: 'shift_answer', shiftId: null, result });
    return true;
  }
  let result: PatrolResult | Refusal = { kind: runs || out !== null ? 'shift_begun' : 'shift_none' };
  for (const { shift } of planned.slice(0, day === null ? 1 : planned.length)) {
    const view = decidesFor(person, team) ? await work.tx.shifts.lock(shift.id) : null;
    result = view === null ? { kind: 'shift_not_your_say' } : await cancelShift(work, view, person);
    // In the team's own group whoever is expected hears of it anyway.
    const isTold = result.kind === 'shift_cancelled' && room.teamId !== null;
    if (!isTold) await answer(work, room, message, { kind: 'shift_answer', shiftId: shift.id, result });
    if (view === null) return true;
  }
  if (planned.length === 0) await answer(work, room, message, { kind: 'shift_answer', shiftId: null, result });
  return true;
}

/** After midnight, the shift of the evening before that still runs; null: 今晚 is plainly the one to come. */
function stillOut({ work }: Heard, views: readonly ShiftView[]): Shift | null {
  const today = zoneDate(work.now, work.zone.timeZone);
  const { hour } = Temporal.Instant.fromEpochMilliseconds(work.now).toZonedDateTimeISO(work.zone.timeZone);
  const runs = views.find(
    ({ shift }) => shift.date < today && (shift.state === 'running' || shift.state === 'closing'),
  );
  return hour < smallHours ? (runs?.shift ?? null) : null;
}

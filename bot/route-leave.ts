import type { PersonId } from '../core/ids.ts';
import { namedPerson } from '../core/named-person.ts';
import type { PatrolResult, Refusal } from '../core/notice.ts';
import type { Person } from '../core/people.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import { saidDay } from '../core/said-day.ts';
import { isCrew } from '../core/shift-choice.ts';
import type { DutyOf } from '../core/shift.ts';
import { zoneDate } from '../core/zone-time.ts';
import { askLeave } from '../handlers/patrol/ask-leave.ts';
import { offerToCome } from '../handlers/patrol/offer-to-come.ts';
import { patrolRules } from '../handlers/patrol/rules.ts';
import { takeBackLeave } from '../handlers/patrol/take-back-leave.ts';
import { answer, type Heard } from './heard.ts';
import { sureToAct } from './shift-heard.ts';
import { belongsTo, ownTeam } from './team-meant.ts';

const dayMs = 86_400_000;
/** What begins before this hour is of the night before, as people say it. */
const smallHours = 5;

/** Leave, a swap, somebody who stands in, and all of it taken back. True: dealt with. */
export async function routeLeave(heard: Heard): Promise<boolean> {
  const { reading, room, person } = heard;
  if (reading.intent !== 'leave_request' || reading.confidence < sureToAct) return false;
  if (room.kind === 'group' && room.teamId === null) return false;
  // In a group such words may be about anything, and of anybody.
  const team = await ownTeam(heard);
  if (!(team !== null && belongsTo(person, team)) && !(await isOnDuty(heard))) return false;
  if (reading.fields.request === 'offer') return offer(heard);
  const own = (await upcoming(heard, { personId: person.id })).filter(({ people }) =>
    people.some(({ personId }) => personId === person.id),
  );
  if (reading.fields.correction === true) return tell(heard, null, await takeBack(heard, own));
  const meant = ofDay(heard, own, dayOf(heard, 'asked'));
  return meant === null ? tell(heard, null, { kind: 'shift_none' }) : ask(heard, meant);
}

/** Somebody of no team, or a guest of this one, with shifts of their own. */
async function isOnDuty(heard: Heard): Promise<boolean> {
  return (await upcoming(heard, { personId: heard.person.id })).length > 0;
}

async function tell(heard: Heard, view: ShiftView | null, result: PatrolResult | Refusal): Promise<true> {
  const { work, room, message } = heard;
  await answer(work, room, message, { kind: 'shift_answer', shiftId: view?.shift.id ?? null, result });
  return true;
}

/** What is not over, by its beginning. */
async function upcoming({ work }: Heard, whose: DutyOf): Promise<ShiftView[]> {
  const views = await work.tx.shifts.between(work.now - dayMs, work.now + patrolRules(work).planDays * dayMs, whose);
  return views.filter(
    ({ shift }) => shift.endsAt > work.now && (shift.state === 'planned' || shift.state === 'running'),
  );
}

async function ask(heard: Heard, meant: ShiftView): Promise<boolean> {
  const { work, person, reading, message } = heard;
  const withPerson = await named(heard, meant);
  const swaps = reading.fields.request === 'swap' && withPerson !== null;
  const theirs = swaps ? await exchange(heard, withPerson.id) : null;
  // The shifts in the order in which deciding locks them.
  const view = await work.tx.shifts.lock(meant.shift.id);
  if (view === null) return false;
  const result = await askLeave(work, view, person, {
    kind: withPerson === null ? 'leave' : theirs === null ? 'stand_in' : 'swap',
    withPerson,
    withShift: theirs?.shift ?? null,
    words: message.text,
  });
  return tell(heard, view, result);
}

async function takeBack(heard: Heard, own: readonly ShiftView[]): Promise<PatrolResult | Refusal> {
  const { work, person } = heard;
  const day = dayOf(heard, 'asked');
  const asked: ShiftView[] = [];
  for (const view of own) if (await hasAsked(heard, view)) asked.push(view);
  const meant = ofDay(heard, asked, day);
  const view = meant === null ? null : await work.tx.shifts.lock(meant.shift.id);
  return view === null ? { kind: 'shift_none' } : takeBackLeave(work, view, person);
}

async function hasAsked({ work, person }: Heard, { shift, people }: ShiftView): Promise<boolean> {
  if (people.some(({ personId, state }) => personId === person.id && state === 'leave')) return true;
  return (await work.tx.shifts.openRequests(shift.id)).some(({ personId }) => personId === person.id);
}

/** 我替老王: into the shift that 老王 wants to be away from, else the one that lacks people. */
async function offer(heard: Heard): Promise<boolean> {
  const { work, person } = heard;
  const team = await ownTeam(heard);
  if (team === null) return false;
  const views = (await upcoming(heard, { teamId: team.id })).filter((view) => !isCrew(view, person.id));
  const meant = ofDay(heard, views, dayOf(heard, 'asked'));
  if (meant === null) return false;
  const whom = await named(heard, meant);
  const view = await work.tx.shifts.lock(meant.shift.id);
  return view !== null && tell(heard, view, await offerToCome(work, view, person, whom?.id ?? null));
}

/**
 * The day that the words name, as an ISO date: the one that is asked about, or, in a swap, the one that is wished for. 能换明天吗 names
 * what is wished for, 明天跟东03换班 what is asked about: it comes first.
 */
function dayOf({ work, reading, message }: Heard, which: 'asked' | 'wished'): string | null {
  const { date, day, request } = reading.fields;
  const because = (field: string): string => reading.because.find((one) => one.field === field)?.words ?? '';
  const words = because(day === undefined ? 'date' : 'day');
  const isAfter = request === 'swap' && message.text.indexOf(words) >= message.text.indexOf(because('request'));
  if ((date === undefined && day === undefined) || isAfter !== (which === 'wished')) return null;
  const today = Temporal.PlainDate.from(zoneDate(work.now, work.zone.timeZone));
  if (date === 'today') return today.toString();
  if (date === 'tomorrow') return today.add({ days: 1 }).toString();
  return saidDay(day ?? words, today)?.toString() ?? date ?? '';
}

/** The first that begins on that day, or in the small hours after it; with no day the first. */
function ofDay({ work }: Heard, views: readonly ShiftView[], day: string | null): ShiftView | null {
  if (day === null) return views[0] ?? null;
  const { timeZone } = work.zone;
  const night = ({ shift }: ShiftView): string => zoneDate(shift.startsAt - smallHours * 3_600_000, timeZone);
  return views.find(({ shift }) => shift.date === day) ?? views.find((view) => night(view) === day) ?? null;
}

/** Who is named to come instead, or to be stood in for: of the shift's teams, or by call sign. */
async function named({ work, reading, person }: Heard, { shift }: ShiftView): Promise<Person | null> {
  const words = reading.fields.proxy;
  if (words === undefined) return null;
  const teams = await work.tx.people.teamsByIds(shift.teamIds);
  const mates = await work.tx.people.byIds([...new Set(teams.flatMap(({ memberIds }) => memberIds))]);
  const found = namedPerson(mates, words) ?? (await work.tx.people.byCallSign(words));
  return found?.active === true && found.id !== person.id ? found : null;
}

/** Their shift that is taken in exchange: of the day that is wished for, else the next in which one is not anyway. */
async function exchange(heard: Heard, theirId: PersonId): Promise<ShiftView | null> {
  const views = (await upcoming(heard, { personId: theirId })).filter(
    (view) => view.shift.state === 'planned' && isCrew(view, theirId) && !isCrew(view, heard.person.id),
  );
  return ofDay(heard, views, dayOf(heard, 'wished'));
}

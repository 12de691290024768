import { namedPerson } from '../core/named-person.ts';
import type { PatrolResult, Refusal } from '../core/tap-result.ts';
import { absentName } from '../core/reading/patrol/absent-name.ts';
import type { Person, Team } from '../core/people.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import { dayWords, saidDay, saidDays } from '../core/said-day.ts';
import { isCrew } from '../core/shift-choice.ts';
import type { DutyOf } from '../core/shift.ts';
import { swapMeant } from '../core/swap-meant.ts';
import { zoneDate } from '../core/zone-time.ts';
import { askLeave } from '../handlers/patrol/ask-leave.ts';
import { offerToCome } from '../handlers/patrol/offer-to-come.ts';
import { patrolRules } from '../handlers/patrol/rules.ts';
import { takeBackLeave } from '../handlers/patrol/take-back-leave.ts';
import { answer, type Heard } from './heard.ts';
import { belongsTo, ownTeam } from './team-meant.ts';

/** 取消今晚的班谁说的 is like a wish for leave, and none. */
const sureOfLeave = 0.8;
const dayMs = 86_400_000;
/** What begins before this hour is of the night before, as people say it. */
const smallHours = 5;

const ofOneself = /[我俺咱]|本人|\b(?:i|me|my)\b/iu;

/** Leave, a swap, somebody who stands in, and all of it taken back. True: dealt with. */
export async function routeLeave(heard: Heard): Promise<boolean> {
  const { reading, room, person } = heard;
  if (reading.intent !== 'leave_request' || reading.confidence < sureOfLeave) return false;
  if (room.kind === 'group' && room.teamId === null) return false;
  // In a group such words may be about anything, and of anybody.
  const team = await ownTeam(heard);
  if (!(team !== null && belongsTo(person, team)) && !(await isOnDuty(heard))) return false;
  if (reading.fields.request === 'offer') return offer(heard);
  const absent = team === null ? null : await toldOf(heard, team);
  if (absent !== null) return askFor(heard, await nextOf(heard, absent), absent, null);
  if (await namesAnother(heard, team)) return true;
  const own = await upcoming(heard, { personId: person.id });
  if (reading.fields.correction === true) return takeBack(heard, own);
  if (reading.fields.request === 'swap') return swap(heard, own);
  const meant = ofDay(heard, own, dayOf(heard));
  return ask(heard, meant, meant === null ? null : await named(heard, meant), null);
}

/** 东02今晚来不了: of whom it is said, when it is not the speaker. */
async function toldOf({ work, reading, message, person }: Heard, { memberIds }: Team): Promise<Person | null> {
  const { request, correction, proxy } = reading.fields;
  if (request !== 'leave' || correction === true || proxy !== undefined || ofOneself.test(message.text)) return null;
  const mates = await work.tx.people.byIds(memberIds.filter((id) => id !== person.id));
  // Whoever is named behind it is spoken to: 今晚来不了，东02在吗.
  const wish = reading.because.find(({ field }) => field === 'request')?.words ?? '';
  return namedPerson(mates, message.text.slice(0, message.text.indexOf(wish) + wish.length));
}

/** 今晚老王不来了, and nobody of the team is called so: that is nobody's leave before it is known whose. True: asked. */
async function namesAnother(heard: Heard, team: Team | null): Promise<boolean> {
  const { request, correction, proxy } = heard.reading.fields;
  if (request !== 'leave' || correction === true || proxy !== undefined) return false;
  const name = ofOneself.test(heard.message.text) ? null : absentName(heard.message.text);
  const own = [heard.person.name, heard.person.callSign ?? ''];
  if (name === null || namedPerson([heard.person], name) !== null || own.includes(name)) return false;
  return tell(heard, null, { kind: 'leave_whom', name, team: team?.name ?? '' });
}

/** The first shift of this person on the day that is spoken of, also where the words were read as something else than leave. */
export async function nextOf(heard: Heard, { id }: Person): Promise<ShiftView | null> {
  return ofDay(heard, await upcoming(heard, { personId: id }), dayOf(heard) ?? dayInWords(heard));
}

function dayInWords({ work, message: { text } }: Heard): string | null {
  const said = new RegExp(dayWords, 'iu').exec(text.normalize('NFKC'))?.[0];
  if (said === undefined) return null;
  return saidDay(said, Temporal.PlainDate.from(zoneDate(work.now, work.zone.timeZone)))?.toString() ?? said;
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

/** @param other who is named to come instead; null: nobody */
async function ask(
  heard: Heard,
  meant: ShiftView | null,
  other: Person | null,
  exchange: ShiftView | null,
  teller: Person | null = null,
): Promise<boolean> {
  const { work, person, message } = heard;
  const view = meant === null ? null : await work.tx.shifts.lock(meant.shift.id);
  if (view === null) return tell(heard, null, { kind: 'shift_none' });
  const result = await askLeave(work, view, person, {
    kind: other === null ? 'leave' : exchange === null ? 'stand_in' : 'swap',
    withPerson: other,
    withShift: exchange?.shift ?? null,
    words: message.text,
    ...(teller === null ? {} : { toldById: teller.id }),
  });
  return tell(heard, view, result);
}

/** Somebody else is to stay at home, as one of the team says; `comes` in their place. */
export function askFor(heard: Heard, view: ShiftView | null, goes: Person, comes: Person | null): Promise<boolean> {
  return ask({ ...heard, person: goes }, view, comes, null, heard.person);
}

async function swap(heard: Heard, own: readonly ShiftView[]): Promise<boolean> {
  const { work, reading, message, person } = heard;
  const [first] = own;
  const other = first === undefined ? null : await named(heard, first);
  const theirs = other === null ? [] : await upcoming(heard, { personId: other.id });
  const free = theirs.filter(
    (view) => other !== null && view.shift.state === 'planned' && isCrew(view, other.id) && !isCrew(view, person.id),
  );
  const because = (field: string): number =>
    message.text.indexOf(reading.because.find((one) => one.field === field)?.words ?? '');
  const days = saidDays(message.text, Temporal.PlainDate.from(zoneDate(work.now, work.zone.timeZone)));
  const after = Math.max(because('date'), because('day')) >= because('request');
  const { given, taken } = swapMeant(own, free, { days, after }, (view, day) => isOn(heard, view, day));
  return ask(heard, given, other, taken);
}

async function takeBack(heard: Heard, own: readonly ShiftView[]): Promise<boolean> {
  const { work, person } = heard;
  const day = dayOf(heard);
  const asked: ShiftView[] = [];
  for (const view of own) if (await hasAsked(heard, view)) asked.push(view);
  const meant = ofDay(heard, asked, day);
  const view = meant === null ? null : await work.tx.shifts.lock(meant.shift.id);
  return tell(heard, view, view === null ? { kind: 'shift_none' } : await takeBackLeave(work, view, person));
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
  const meant = ofDay(heard, views, dayOf(heard));
  if (meant === null) return false;
  const whom = await named(heard, meant);
  const view = await work.tx.shifts.lock(meant.shift.id);
  return view !== null && tell(heard, view, await offerToCome(work, view, person, whom?.id ?? null));
}

/** The day that the words name, as an ISO date; null: none. */
function dayOf({ work, reading }: Heard): string | null {
  const { date, day } = reading.fields;
  const today = Temporal.PlainDate.from(zoneDate(work.now, work.zone.timeZone));
  if (date === 'today') return today.toString();
  if (date === 'tomorrow') return today.add({ days: 1 }).toString();
  // A day that there is not is no reason to take another.
  return day === undefined ? (date ?? null) : (saidDay(day, today)?.toString() ?? day);
}

/** The first that begins on that day, or in the small hours after it; with no day the first. */
function ofDay(heard: Heard, views: readonly ShiftView[], day: string | null): ShiftView | null {
  if (day === null) return views[0] ?? null;
  return views.find(({ shift }) => shift.date === day) ?? views.find((view) => isOn(heard, view, day)) ?? null;
}

function isOn({ work }: Heard, { shift }: ShiftView, day: string): boolean {
  return shift.date === day || zoneDate(shift.startsAt - smallHours * 3_600_000, work.zone.timeZone) === day;
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

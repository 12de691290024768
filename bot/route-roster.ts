import { patrolCode } from '../core/patrol-code.ts';
import { namedPerson } from '../core/named-person.ts';
import type { Notice, PatrolResult, Refusal } from '../core/notice.ts';
import type { PatrolVerb } from '../core/patrol-verb.ts';
import type { Team } from '../core/people.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import { saidShift } from '../core/said-shift.ts';
import { zonePeriod, zoneMonth } from '../core/zone-period.ts';
import { zoneDate } from '../core/zone-time.ts';
import { toPerson } from '../handlers/hazard/show-hazard.ts';
import { askLeave } from '../handlers/patrol/ask-leave.ts';
import { decideRequest } from '../handlers/patrol/decide-request.ts';
import { giveCalendar } from '../handlers/patrol/give-calendar.ts';
import { cancelShift, makeShift } from '../handlers/patrol/make-shift.ts';
import { patrolRules } from '../handlers/patrol/rules.ts';
import { answer, type Heard } from './heard.ts';
import { patrolEn } from './texts/patrol-en.ts';
import { patrolZh } from './texts/patrol-zh.ts';

type Asked = 'mine' | 'team' | 'month' | 'calendar';

/** Other words for the same lists than those that the bot itself suggests. */
const alsoSaid: Readonly<Record<string, Asked>> = {
  我的班次: 'mine',
  我的排班: 'mine',
  排班: 'team',
  排班表: 'team',
  值班表: 'team',
  月表: 'month',
  我的时长: 'month',
  服务时长: 'month',
  日历: 'calendar',
  订阅日历: 'calendar',
  roster: 'team',
  hours: 'month',
};

const announcing = /^(?:临时班|加一?班|临时(?:巡逻|值班)|extra shift)[:：,，\s]*/iu;
const callingOff = /^(?:取消|停)(?:今晚|今天|明晚|明天)?的?(?:班次?|巡逻)(?:吧|了)?[。.!！\s]*$|^cancel shift$/iu;
const requestVerbs = [
  'request_agree',
  'request_decline',
  'request_grant',
  'request_refuse',
  'request_withdraw',
] as const;

/** The old address got about: 日历 换一个. */
const anew = /^(?:换(?:一个|新的?)?|重新|new)/iu;

/** More than these never wait at once. */
const manyRequests = 500;

/** Rosters by chat: lists, leave and swaps, temporary shifts, calendars. True: dealt with. */
export async function routeRoster(heard: Heard): Promise<boolean> {
  const said = heard.message.text.trim();
  if (heard.message.edited || said === '') return false;
  const asked = readAsked(said);
  if (asked !== null) return tell(heard, asked.what, asked.words);
  return (
    (await decideInWords(heard, said)) ||
    (await announce(heard, said)) ||
    (await callOff(heard, said)) ||
    (heard.reading.intent === 'leave_request' && (await ask(heard)))
  );
}

function readAsked(said: string): { what: Asked; words: string } | null {
  const [first = '', ...rest] = said.normalize('NFKC').toLowerCase().split(/\s+/u);
  for (const { say } of [patrolZh, patrolEn]) {
    for (const what of ['mine', 'team', 'month', 'calendar'] as const) {
      const word = say[what].toLowerCase();
      const whole = said.toLowerCase();
      if (whole === word || whole.startsWith(`${word} `)) return { what, words: whole.slice(word.length).trim() };
    }
  }
  const other = alsoSaid[first];
  return other === undefined || rest.length > 1 ? null : { what: other, words: rest.join(' ') };
}

async function tell(heard: Heard, what: Asked, words: string): Promise<boolean> {
  const { work, person, room, message } = heard;
  const team = await teamMeant(heard);
  // In a group nobody means the bot who is in none of its teams.
  if (room.kind === 'group' && team === null) return false;
  if (what === 'calendar') return tellCalendar(heard, team, anew.test(words));
  const ofTeam = team !== null && (what === 'team' || (what === 'month' && room.kind === 'group'));
  const whose = ofTeam ? { personId: null, teamId: team.id } : { personId: person.id, teamId: null };
  const { timeZone } = work.zone;
  const month = (words.length === 7 ? zonePeriod(words, timeZone)?.name : undefined) ?? zoneMonth(work.now, timeZone);
  await answer(
    work,
    room,
    message,
    what === 'month' ? { kind: 'month_table', month, ...whose } : { kind: 'shift_list', ...whose },
  );
  return true;
}

/** The address is a secret: it is only ever written to the person alone. */
async function tellCalendar(heard: Heard, team: Team | null, isLost: boolean): Promise<boolean> {
  const { work, person, room, message } = heard;
  const ofTeam = room.kind === 'group' && team !== null && team.leaderId === person.id;
  await giveCalendar(work, ofTeam ? { teamId: team.id } : { personId: person.id }, isLost);
  const whose = ofTeam ? { personId: null, teamId: team.id } : { personId: person.id, teamId: null };
  const notice: Notice = { kind: 'calendar_link', ...whose };
  if (room.kind === 'direct') await answer(work, room, message, notice);
  else await toPerson(work, person.id, notice, { priority: 'answer' });
  return true;
}

/** The room's team, else the first of the person's. */
async function teamMeant({ work, person, room }: Heard): Promise<Team | null> {
  if (room.teamId !== null) return (await work.tx.people.teams()).find(({ id }) => id === room.teamId) ?? null;
  const [team] = room.kind === 'direct' ? await work.tx.people.teamsOf(person.id) : [];
  return team ?? null;
}

function decides({ person }: Heard, team: Team): boolean {
  const officer = person.roles.some((role) => role === 'duty_officer' || role === 'admin');
  return person.active && (officer || team.leaderId === person.id);
}

async function announce(heard: Heard, said: string): Promise<boolean> {
  const { work, person, room } = heard;
  const opening = announcing.exec(said)?.[0];
  if (opening === undefined) return false;
  const team = await teamMeant(heard);
  const when = saidShift(said.slice(opening.length), work.now, work.zone.timeZone);
  if (team === null || when === null) return false;
  const usualName = opening.replace(/[:：,，\s]+$/u, '');
  const result: PatrolResult | Refusal = decides(heard, team)
    ? await makeShift(work, { team, when, usualName, by: person })
    : { kind: 'not_allowed' };
  await answer(work, room, heard.message, { kind: 'shift_answer', shiftId: null, result });
  return true;
}

async function callOff(heard: Heard, said: string): Promise<boolean> {
  const { work, person, room, message } = heard;
  if (!callingOff.test(said)) return false;
  const team = await teamMeant(heard);
  if (team === null) return false;
  const [next] = (await upcoming(heard, { teamId: team.id })).filter(({ shift }) => shift.state === 'planned');
  const view = next === undefined ? null : await work.tx.shifts.lock(next.shift.id);
  let result: PatrolResult | Refusal = { kind: 'shift_none' };
  if (view !== null) result = decides(heard, team) ? await cancelShift(work, view, person) : { kind: 'not_allowed' };
  // Whoever is expected hears of it in the team's own room; only a refusal is answered.
  if (result.kind !== 'shift_cancelled' || room.kind === 'direct')
    await answer(work, room, message, { kind: 'shift_answer', shiftId: view?.shift.id ?? null, result });
  return true;
}

function upcoming({ work }: Heard, whose: { teamId: Team['id'] } | { personId: Heard['person']['id'] }) {
  const ahead = patrolRules(work).planDays * 86_400_000;
  return work.tx.shifts.between(work.now - 43_200_000, work.now + ahead, whose);
}

/** Leave, a swap, or somebody who stands in. */
async function ask(heard: Heard): Promise<boolean> {
  const { work, person, room, message, reading } = heard;
  const own = (await upcoming(heard, { personId: person.id })).filter(
    ({ shift, people }) =>
      shift.endsAt > work.now && people.some(({ personId, state }) => personId === person.id && state !== 'leave'),
  );
  const meant = own.find(({ shift }) => shift.date === dayMeant(heard)) ?? own[0];
  if (meant === undefined) {
    // In a group such words may be about anything.
    if (room.kind === 'group' && (await teamMeant(heard)) === null) return false;
    await answer(work, room, message, { kind: 'shift_answer', shiftId: null, result: { kind: 'shift_none' } });
    return true;
  }
  const view = await work.tx.shifts.lock(meant.shift.id);
  if (view === null) return false;
  const withPerson = await substitute(heard, view);
  const swaps = reading.fields.request === 'swap' && withPerson !== null;
  const theirs = swaps ? await shiftOf(heard, withPerson.id, view) : null;
  const result = await askLeave(work, view, person, {
    kind: theirs === null ? (withPerson === null ? 'leave' : 'stand_in') : 'swap',
    withPerson,
    withShift: theirs?.shift ?? null,
    words: message.text,
  });
  await answer(work, room, message, { kind: 'shift_answer', shiftId: view.shift.id, result });
  return true;
}

/** The day on which the shift begins that the words are about; null: they name none. */
function dayMeant({ work, reading }: Heard): string | null {
  const today = Temporal.PlainDate.from(zoneDate(work.now, work.zone.timeZone));
  const { date, request } = reading.fields;
  // 能换明天吗 names the day that is wished for, not the one that is asked about.
  if (date === undefined || request === 'swap') return null;
  if (date === 'today') return today.toString();
  if (date === 'tomorrow') return today.add({ days: 1 }).toString();
  return /^\d{4}-/.test(date) ? date : null;
}

/** Who is named to come instead: of the team, or by call sign. */
async function substitute({ work, reading, person }: Heard, { shift }: ShiftView) {
  const named = reading.fields.proxy;
  if (named === undefined) return null;
  const teams = (await work.tx.people.teams()).filter(({ id }) => shift.teamIds.includes(id));
  const mates = await work.tx.people.byIds([...new Set(teams.flatMap(({ memberIds }) => memberIds))]);
  const found = namedPerson(mates, named) ?? (await work.tx.people.byCallSign(named));
  return found === null || found.id === person.id || !found.active ? null : found;
}

/** The other one's next shift that is not this one: what is taken in exchange. */
async function shiftOf(heard: Heard, personId: Heard['person']['id'], { shift }: ShiftView): Promise<ShiftView | null> {
  const theirs = await upcoming(heard, { personId });
  return theirs.find((view) => view.shift.id !== shift.id && view.shift.state === 'planned') ?? null;
}

/** 同意 7K3Q: the words in place of a request's buttons. */
async function decideInWords(heard: Heard, said: string): Promise<boolean> {
  const { work, person, room, message } = heard;
  const spoken = /^(.{1,16}?)\s*([0-9A-Z]{4})$/iu.exec(said.normalize('NFKC'));
  const verb = spoken === null ? null : verbOf(spoken[1] ?? '');
  if (spoken === null || verb === null) return false;
  const code = (spoken[2] ?? '').toUpperCase();
  const open = (await work.tx.shifts.undecidedRequests(manyRequests)).filter((request) => patrolCode(request) === code);
  const [request] = open;
  if (request === undefined || open.length > 1) return false;
  const result = await decideRequest(work, request.token, person, verb);
  await answer(work, room, message, { kind: 'shift_answer', shiftId: request.shiftId, result });
  return true;
}

function verbOf(word: string): (typeof requestVerbs)[number] | null {
  const said = word.trim().toLowerCase();
  const is = (verb: PatrolVerb): boolean =>
    [patrolZh, patrolEn].some((texts) => texts.word[verb].toLowerCase() === said);
  return requestVerbs.find(is) ?? null;
}

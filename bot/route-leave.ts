import { isOthersLeave } from '../core/leave-subject.ts';
import { isToldHome, wasAllowed, type LeaveWhom } from '../core/leave-whom.ts';
import { namedPerson } from '../core/named-person.ts';
import { absentName, isCallName } from '../core/reading/patrol/absent-name.ts';
import type { Person, Team } from '../core/people.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import { saidDays } from '../core/said-day.ts';
import { isCrew, isPresent } from '../core/shift-choice.ts';
import { swapMeant } from '../core/swap-meant.ts';
import type { PatrolResult, Refusal } from '../core/tap-result.ts';
import { askLeave } from '../handlers/patrol/ask-leave.ts';
import { letGo } from '../handlers/patrol/let-go.ts';
import { offerToCome } from '../handlers/patrol/offer-to-come.ts';
import { answer, type Heard } from './heard.ts';
import { shiftsOf } from './leave-asked-for.ts';
import { codedIn, daysSaid, ofDays, tellLeave, todayOf, upcoming } from './leave-heard.ts';
import { heardOfEach, matesIn, whomMeant } from './leave-whose.ts';
import { routeComing, takeBack } from './route-leave-back.ts';
import { musterBeside } from './route-muster.ts';
import { belongsTo, decidesFor, ownTeam } from './team-meant.ts';

/** 取消今晚的班谁说的 is like a wish for leave, and none. */
const sureOfLeave = 0.8;
/** 东01请假我不同意. */
const refusing = /[不没](?:会|能|可以)?(?:同意|批|准(?!备))|\bnot (?:granted|approved)\b/u;
const asking = /[?？]|[吗么呢](?:$|[\s,，。])|谁/u;

/** Leave, a swap, somebody who stands in, and all of it taken back. True: dealt with. */
export async function routeLeave(heard: Heard): Promise<boolean> {
  const { reading, room, person, message } = heard;
  if (room.kind === 'group' && room.teamId === null) return false;
  const coming = await routeComing(heard);
  if (coming !== null) return coming;
  const toldHome = isToldHome(message.text);
  if (!toldHome && (reading.intent !== 'leave_request' || reading.confidence < sureOfLeave)) return false;
  // In a group such words may be about anything, and of anybody.
  const team = await ownTeam(heard);
  if (!(team !== null && belongsTo(person, team)) && !(await isOnDuty(heard))) return false;
  const { request, correction } = reading.fields;
  if (!toldHome && request === 'offer') return offer(heard);
  const mates = await matesIn(heard, team);
  const each = request === 'leave' && correction !== true && !toldHome ? heardOfEach(heard, mates) : [heard];
  let isDone = false;
  for (const one of each) isDone = (await routeOne(one, team, mates)) || isDone;
  return isDone;
}

/** The words of one, about themselves or somebody else. */
async function routeOne(heard: Heard, team: Team | null, mates: readonly Person[]): Promise<boolean> {
  const { reading, person, message } = heard;
  const { request, correction } = reading.fields;
  const toldHome = isToldHome(message.text);
  const whom = whomMeant(heard, team, mates);
  if (whom.others.length > 0) return ofOthers(heard, whom, team);
  if (toldHome && !wasAllowed(message.text)) return false;
  if (await namesAnother(heard, team)) return true;
  if (request === 'leave' && correction !== true && isOthersLeave(message.text)) return false;
  if (correction === true) return takeBack(heard, person);
  if (request === 'swap') return swap(heard, await upcoming(heard, { personId: person.id }));
  return askOwn(heard);
}

/** Of whoever leads them it is decided; of anybody else it is a wish that the leader decides on. */
async function ofOthers(heard: Heard, { own, others }: LeaveWhom<Person>, team: Team | null): Promise<boolean> {
  const { person, message, reading } = heard;
  if (asking.test(message.text) || refusing.test(message.text)) return false;
  if (reading.fields.correction === true) {
    const may = team !== null && decidesFor(person, team);
    if (!may) return tellLeave(heard, null, { kind: 'shift_not_your_say' });
    for (const one of others) await takeBack(heard, one);
    return true;
  }
  const decided = team !== null && decidesFor(person, team);
  const { days, unclear } = daysSaid(heard);
  const away: { goes: Person; meant: ShiftView[] }[] = [];
  for (const goes of others) {
    const meant = await shiftsOf(heard, goes, days);
    const isNear = !unclear && isToldHome(message.text) && meant.some((view) => isOnTheWay(view, goes, days));
    if (!isNear) away.push({ goes, meant });
  }
  if (away.length === 0) return false;
  if (own) await askOwn(heard);
  for (const { goes, meant } of away) {
    if (unclear) await tellLeave(heard, null, { kind: 'leave_when', who: goes.name });
    else await ask(heard, meant, { goes, decided });
  }
  await musterBeside(heard);
  return true;
}

/** 东02别来了 once the shift runs is of a place, unless it names the day; of who is there it always is. */
function isOnTheWay(view: ShiftView, { id }: Person, days: readonly string[]): boolean {
  return isPresent(view, id) || (view.shift.state === 'running' && days.length === 0);
}

/** The writer's own leave; of a day that nobody can tell the date of they choose. */
async function askOwn(heard: Heard): Promise<boolean> {
  const { work, message, room, person } = heard;
  const own = await upcoming(heard, { personId: person.id });
  const { days, unclear } = daysSaid(heard);
  const coded = codedIn(own, message.text);
  if (unclear && coded === null && own.length > 0) {
    const shiftIds = own.filter((view) => isCrew(view, person.id)).map(({ shift }) => shift.id);
    await answer(work, room, message, {
      kind: 'shift_which',
      shiftIds: shiftIds.slice(0, manyShifts),
      step: 'shift_leave',
    });
    return true;
  }
  const meant = coded === null ? ofDays(heard, own, unclear ? ['?'] : days) : [coded];
  const comes = meant[0] === undefined ? null : await named(heard, meant[0]);
  return ask(heard, meant, { goes: person, comes, unknown: unknownName(heard, comes) });
}

/** So many of the next are offered. */
const manyShifts = 6;

/** 今晚老王不来了, and nobody of the team is called so: that is nobody's leave before it is known whose. True: asked. */
async function namesAnother(heard: Heard, team: Team | null): Promise<boolean> {
  const { request, correction, proxy } = heard.reading.fields;
  if (request !== 'leave' || correction === true || proxy !== undefined) return false;
  const name = absentName(heard.message.text);
  const own = [heard.person.name, heard.person.callSign ?? ''];
  if (name === null || namedPerson([heard.person], name) !== null || own.includes(name)) return false;
  return tellLeave(heard, null, { kind: 'leave_whom', name, team: team?.name ?? '' });
}

/** Somebody of no team, or a guest of this one, with shifts of their own. */
async function isOnDuty(heard: Heard): Promise<boolean> {
  return (await upcoming(heard, { personId: heard.person.id })).length > 0;
}

interface Leave {
  goes: Person;
  /** Who is named to come instead. */
  comes?: Person | null;
  exchange?: ShiftView | null;
  /** Somebody who is named to come, and whom nobody knows; '' nobody. */
  unknown?: string;
  /** The writer lets them go. */
  decided?: boolean;
}

/** One request for each shift, and one answer that names the days of all. */
export async function ask(heard: Heard, meant: readonly ShiftView[], leave: Leave): Promise<boolean> {
  const { work, person, message } = heard;
  const { goes, comes = null, exchange = null, unknown = '' } = leave;
  const results: (PatrolResult | Refusal)[] = [];
  const wish = {
    kind: comes === null ? 'leave' : exchange === null ? 'stand_in' : 'swap',
    withPerson: comes,
    withShift: exchange?.shift ?? null,
    words: message.text,
    message: { roomId: heard.room.id, messageId: message.messageId },
    ...(goes.id === person.id ? {} : { toldById: person.id }),
  } as const;
  for (const { shift } of meant.toSorted((a, b) => (a.shift.id < b.shift.id ? -1 : 1))) {
    const view = await work.tx.shifts.lock(shift.id);
    if (view === null) continue;
    const letsGo = leave.decided === true && comes === null;
    results.push(await (letsGo ? letGo(work, view, goes, person, wish) : askLeave(work, view, goes, wish)));
  }
  return tellLeave(heard, meant.length === 1 ? (meant[0] ?? null) : null, together(results, unknown));
}

/** What became of several shifts, in one answer. */
function together(results: readonly (PatrolResult | Refusal)[], unknown: string): PatrolResult | Refusal {
  const asked = results.filter((one) => one.kind === 'leave_asked');
  const granted = results.filter((one) => one.kind === 'leave_granted');
  const days = (all: readonly { days: readonly string[] }[]): string[] =>
    [...new Set(all.flatMap((one) => one.days))].toSorted();
  const [first] = asked;
  if (first !== undefined) return { ...first, days: days(asked), ...(unknown === '' ? {} : { unknown }) };
  const [decided] = granted;
  const left = granted.find((one) => one.left !== undefined)?.left;
  if (decided !== undefined) return { ...decided, days: days(granted), ...(left === undefined ? {} : { left }) };
  return results[0] ?? { kind: 'shift_none' };
}

async function swap(heard: Heard, own: readonly ShiftView[]): Promise<boolean> {
  const { reading, message, person } = heard;
  const [first] = own;
  const other = first === undefined ? null : await named(heard, first);
  const theirs = other === null ? [] : await upcoming(heard, { personId: other.id });
  const free = theirs.filter(
    (view) => other !== null && view.shift.state === 'planned' && isCrew(view, other.id) && !isCrew(view, person.id),
  );
  const because = (field: string): number =>
    message.text.indexOf(reading.because.find((one) => one.field === field)?.words ?? '');
  const days = saidDays(message.text, todayOf(heard));
  const after = Math.max(because('date'), because('day')) >= because('request');
  // What was swapped away is not theirs to give, where another one is.
  const isOwn = (view: ShiftView): boolean => free.includes(view) || isCrew(view, person.id);
  const { given, taken } = swapMeant(own, free, { days, after }, (views, day) => {
    const meant = day === undefined ? ofDays(heard, views.filter(isOwn), []) : ofDays(heard, views, [day]);
    return meant.find(isOwn) ?? meant[0] ?? null;
  });
  const unknown = unknownName(heard, other);
  return ask(heard, given === null ? [] : [given], { goes: person, comes: other, exchange: taken, unknown });
}

/** 我替老王: into the shift that 老王 wants to be away from, else the one that lacks people. */
async function offer(heard: Heard): Promise<boolean> {
  const { work, person } = heard;
  const team = await ownTeam(heard);
  if (team === null) return false;
  const views = (await upcoming(heard, { teamId: team.id })).filter((view) => !isCrew(view, person.id));
  const [meant] = ofDays(heard, views, daysSaid(heard).days);
  if (meant === undefined) return false;
  const whom = await named(heard, meant);
  const view = await work.tx.shifts.lock(meant.shift.id);
  return view !== null && tellLeave(heard, view, await offerToCome(work, view, person, whom?.id ?? null));
}

/** Who is named to come instead, or to be stood in for: of the shift's teams, or by call sign. */
async function named(heard: Heard, { shift }: ShiftView): Promise<Person | null> {
  const { work, reading, person } = heard;
  const words = reading.fields.proxy;
  if (words === undefined) return reading.fields.request === 'leave' ? null : namedBeside(heard);
  const teams = await work.tx.people.teamsByIds(shift.teamIds);
  const mates = await work.tx.people.byIds([...new Set(teams.flatMap(({ memberIds }) => memberIds))]);
  const found = namedPerson(mates, words) ?? (await work.tx.people.byCallSign(words));
  return found?.active === true && found.id !== person.id ? found : null;
}

/** 换班 东03, 东03说今晚替我: the one of all teams who is named anywhere; not a leader, to whom it is said. */
async function namedBeside({ work, message, person }: Heard): Promise<Person | null> {
  const teams = (await work.tx.people.teams()).filter(({ active }) => active);
  const told = new Set([person.id, ...teams.map(({ leaderId }) => leaderId)]);
  const ids = new Set(teams.flatMap(({ memberIds }) => memberIds).filter((id) => !told.has(id)));
  const mates = (await work.tx.people.byIds([...ids])).filter(({ active }) => active);
  return namedPerson(mates, message.text);
}

/** 明晚东05替我, and nobody is called so. */
function unknownName({ reading }: Heard, found: Person | null): string {
  const { proxy } = reading.fields;
  return found === null && proxy !== undefined && isCallName(proxy) ? proxy : '';
}

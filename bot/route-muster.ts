import type { TeamId } from '../core/ids.ts';
import { notAll, ofThoseThere } from '../core/muster-words.ts';
import { namedPerson } from '../core/named-person.ts';
import type { Person } from '../core/people.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import { read } from '../core/reading/read.ts';
import { isCalled } from '../core/shift-called.ts';
import { isCrew, isPresent } from '../core/shift-choice.ts';
import { peopleNamed } from '../core/shift-names.ts';
import type { ShiftPerson } from '../core/shift.ts';
import { comeLater, muster } from '../handlers/patrol/muster.ts';
import { mayInShift } from '../handlers/patrol/may-in-shift.ts';
import { takeGear } from '../handlers/patrol/take-gear.ts';
import type { Heard } from './heard.ts';
import { around, crewOf, takesPeople } from './muster-heard.ts';
import { gearSaid, speaksOfGear } from './route-gear.ts';
import { routeMusterList } from './route-muster-list.ts';
import { answerShift, shiftComeTo, sureToAct } from './shift-heard.ts';

const everybody =
  /到齐|来齐|都(?:到|来)了?|全(?:部|员|都)?(?:到|在岗|就位)|人(?:员|都|全)?(?:已经?)?齐|\b(?:all|everyone|everybody) (?:is |are )?(?:here|present|in)\b/iu;
/** 都在, 齐了: of people only where no gear is spoken of. */
const allThere = /齐了|都在|大家在/u;
/** 老王到了, 东01、东02都到了, 东02到; 我和老王到了 is of the speaker too. */
const another =
  /^(?![我俺咱]们?[和跟与同])(.{1,40}?)(?:他|她)?们?[两三四五六俩仨]?个?(?:也|都|全|已经|已|刚)*(?:到了|到岗了?|到位了?|来了|到)[咯啦]?[。.!！~\s]*$/u;
/** No name with what stands around it is longer. */
const longestName = 8;
const staysAway = /(?:不用?|不必|别|没|甭|未)(?:再)?$/u;
/** A list of those who came, who need not be those who were expected. */
const listing = /人员|队员|名单|成员|crew|team/iu;

/** Who is there, who comes later, in whatever words. True: dealt with. */
export async function routeMuster(heard: Heard): Promise<boolean> {
  const { reading } = heard;
  if (reading.intent === 'roll_call') return routeMusterList(heard);
  if (heard.message.attachments.length === 0 && (await forAnother(heard))) return true;
  if (reading.confidence < sureToAct) return false;
  if (reading.intent === 'shift_start') return musterInWords(heard);
  return reading.intent === 'delay' && comingLater(heard);
}

/** Whether the speaker may come to this shift: as one of it, of its teams, or as a guest in the team's own group. */
async function mayCome({ work, person, room }: Heard, view: ShiftView): Promise<boolean> {
  const inTheirGroup = room.kind === 'group' && room.teamId !== null && view.shift.teamIds.includes(room.teamId);
  return person.active && (inTheirGroup || (await mayInShift(work, view, person, 'shift_here')));
}

/** In a team's group its own shift is meant, and not another of the speaker's. */
function isMeantHere({ room, shifts }: Heard, view: ShiftView): boolean {
  const ofRoom = ({ shift }: ShiftView): boolean => room.teamId !== null && shift.teamIds.includes(room.teamId);
  return takesPeople(view) && (ofRoom(view) || !shifts.some((one) => takesPeople(one) && ofRoom(one)));
}

/** Whoever is there already has not come to it just now, unless they say so by its name. */
function isComing({ person, message }: Heard, view: ShiftView): boolean {
  return !isPresent(view, person.id) || isCalled(view.shift, message.text);
}

/** 签到, 今晚3个人, 人员:西01 西02: the speaker, whoever is named, and everybody where all are said to be there. */
export async function musterInWords(heard: Heard): Promise<boolean> {
  const { work, person, reading } = heard;
  const meant =
    shiftComeTo(heard, (view) => isMeantHere(heard, view) && isComing(heard, view)) ?? shiftComeTo(heard, takesPeople);
  if (meant === null || !(await mayCome(heard, meant))) return false;
  const locked = await work.tx.shifts.lock(meant.shift.id);
  if (locked === null) return false;
  const others = (await othersThere(heard, locked)).filter(({ id }) => id !== person.id);
  const isOwn = isCrew(locked, person.id) || others.length === 0;
  const own = isOwn ? await muster(work, locked, [person], 'words') : null;
  const theirs = others.length === 0 ? null : await muster(work, own?.view ?? locked, others, doorFor(heard, locked));
  const view = theirs?.view ?? own?.view ?? locked;
  const said = gearSaid(heard);
  const gear = reading.fields.gear !== undefined || reading.fields.missing !== undefined || speaksOfGear(said, view);
  if (gear) await takeGear(work, view, person, { ...said, all: false });
  const result = own?.result ?? theirs?.result;
  if (result !== undefined) await answerShift(heard, meant.shift.id, result);
  return true;
}

/** 我们两个到了 东03请假: what is said besides of those who came. */
export async function musterBeside(heard: Heard): Promise<void> {
  const { work, message } = heard;
  const text = ofThoseThere(message.text);
  if (text === '' || text === message.text || !/到|齐|来了|就位|在岗|here|present/iu.test(text)) return;
  const about = { text, photos: 0, location: false, room: 'patrol', openOrder: false, openCase: false } as const;
  const reading = read({ ...about, openShift: false, openQuestion: null, quote: null }, { places: work.zone.places });
  if (reading.intent === 'shift_start') await musterInWords({ ...heard, reading, message: { ...message, text } });
}

/** Who else is there by these words: those named, else everybody, where all are said to be or the number is theirs. */
async function othersThere(heard: Heard, view: ShiftView): Promise<Person[]> {
  const { message, reading, work } = heard;
  const people = listing.test(message.text) ? await around(heard, view) : await crewOf(heard, view);
  const named = peopleNamed(people, ofThoseThere(message.text));
  if (named.length > 0) return named;
  const asked = (await work.tx.shifts.openRequests(view.shift.id)).map(({ personId }) => personId);
  const isAwaited = ({ state, personId }: ShiftPerson): boolean => state === 'expected' && !asked.includes(personId);
  const crew = view.people.filter((one) => one.state === 'present' || isAwaited(one));
  const near = await gatheredHere(heard, view, crew);
  const isNumberOf = ({ length }: readonly ShiftPerson[]): boolean => length > 1 && reading.fields.people === length;
  // 我们3人到齐 of four that are awaited does not say who is missing.
  const isFewer = (reading.fields.people ?? near.length) < near.length;
  const all = isNumberOf(crew) ? crew : isNumberOf(near) || (sayAll(heard, view) && !isFewer) ? near : [];
  return work.tx.people.byIds(all.map(({ personId }) => personId));
}

/** Whether all are said to be there; gear that is all there is no crew. */
function sayAll(heard: Heard, view: ShiftView): boolean {
  const { text } = heard.message;
  if (notAll.test(text)) return false;
  return everybody.test(text) || (allThere.test(text) && !speaksOfGear(gearSaid(heard), view));
}

/** Of a joint shift those whom the speaker sees: not the teams that gather in a group of their own. */
async function gatheredHere(
  { work, room, person }: Heard,
  { shift, people }: ShiftView,
  crew: readonly ShiftPerson[],
): Promise<readonly ShiftPerson[]> {
  const own = room.teamId ?? people.find(({ personId }) => personId === person.id)?.teamId;
  const elsewhere = new Set<TeamId>();
  for (const teamId of shift.teamIds) {
    if (teamId === own) continue;
    const groups = (await work.tx.rooms.ofTeam(teamId)).filter(({ kind, id }) => kind === 'group' && id !== room.id);
    if (groups.length > 0) elsewhere.add(teamId);
  }
  return crew.filter(({ teamId }) => !elsewhere.has(teamId));
}

function doorFor({ person }: Heard, view: ShiftView): 'leader' | 'words' {
  return isCrew(view, person.id) ? 'words' : 'leader';
}

/** 老王到了, 东01 东02 到了: the leader says so, or somebody of the crew, who may be one of them. */
async function forAnother(heard: Heard): Promise<boolean> {
  const { work, person, message } = heard;
  const names = another.exec(message.text.trim())?.[1];
  const meant = names === undefined || staysAway.test(names) ? null : shiftComeTo(heard, takesPeople);
  if (names === undefined || meant === null) return false;
  const crew = await crewOf(heard, meant);
  const all = allNamed(crew, names) ?? (isCrew(meant, person.id) ? null : allNamed(await around(heard, meant), names));
  const who = all?.filter(({ id }) => !isPresent(meant, id)) ?? [];
  if (who.length === 0 || !(await mayInShift(work, meant, person, 'gear_taken'))) return false;
  const locked = await work.tx.shifts.lock(meant.shift.id);
  if (locked === null) return false;
  const { result } = await muster(work, locked, who, 'leader');
  await answerShift(heard, meant.shift.id, result);
  return true;
}

/** Everybody whom a list names, 东01、东02 or 东01东02; null: one of them is nobody of these. */
function allNamed(people: readonly Person[], names: string): Person[] | null {
  const parts = names
    .replaceAll(/(\d)(?=\p{Script=Han})/gu, '$1 ')
    .split(/[\s,，、;；和及跟]+/u)
    .filter((part) => part !== '');
  const found = parts.map((part) => (part.length > longestName ? null : namedPerson(people, part)));
  const known = found.filter((one) => one !== null);
  return parts.length > 0 && known.length === parts.length ? known : null;
}

/** 晚10分钟 by somebody who is expected; to a rescuer's order it means something else. */
async function comingLater(heard: Heard): Promise<boolean> {
  const { work, person, orders, reading } = heard;
  const minutes = reading.fields.delayMinutes ?? reading.fields.etaMinutes;
  if (minutes === undefined || orders.some(({ answer: said }) => said === 'accepted' || said === 'open')) return false;
  const awaited = ({ people }: ShiftView): boolean =>
    people.some(({ personId, state }) => personId === person.id && state === 'expected');
  const meant = shiftComeTo(heard, (view) => takesPeople(view) && awaited(view));
  const locked = meant === null ? null : await work.tx.shifts.lock(meant.shift.id);
  if (locked === null) return false;
  await answerShift(heard, locked.shift.id, await comeLater(work, locked, person, minutes));
  return true;
}

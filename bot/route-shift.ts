import type { ShiftView } from '../core/ports/shifts.ts';
import { isCrew, isPresent, isThere } from '../core/shift-choice.ts';
import { read } from '../core/reading/read.ts';
import type { Reading } from '../core/reading/reading.ts';
import { readLogCorrection, readLogLine } from '../core/shift-log.ts';
import { endShift } from '../handlers/patrol/end-shift.ts';
import { correctLog, keepLog } from '../handlers/patrol/keep-log.ts';
import { goHome } from '../handlers/patrol/muster.ts';
import { mayInShift } from '../handlers/patrol/may-in-shift.ts';
import { returnGear } from '../handlers/patrol/take-gear.ts';
import { takeShiftTap } from '../handlers/patrol/take-shift-tap.ts';
import { answer, type Heard } from './heard.ts';
import { askWhich, ledShifts } from './led-shifts.ts';
import { offerRemark } from './offer-remark.ts';
import { routeCheckIn } from './route-check-in.ts';
import { gearSaid, giveBack, routeGear, takeOver } from './route-gear.ts';
import { routeMate } from './route-mate.ts';
import { musterInWords, routeMuster } from './route-muster.ts';
import { answerShift, shiftCoded, shiftJustEnded, shiftMeant, sureToAct } from './shift-heard.ts';
import { isOfUnreported, routeUnreported } from './route-unreported.ts';
import { readPatrolWord, type PatrolWord } from './texts/patrol-words.ts';

const isOn = ({ shift }: ShiftView): boolean => shift.state === 'running' || shift.state === 'closing';

/**
 * What a crew says of its shift, before it and while it lasts, besides its check-ins: who is there, gear, hand-over, that all is
 * well, that it is done, and a desk's log. True: dealt with.
 */
export async function routeShift(heard: Heard): Promise<boolean> {
  if (heard.message.edited || heard.message.text.trim() === '') return false;
  await countPicture(heard);
  return (
    (await byWord(heard)) ||
    (await byLog(heard)) ||
    (await routeMate(heard)) ||
    (await routeGear(heard)) ||
    (await leaveEarly(heard)) ||
    (await endInWords(heard)) ||
    routeMuster(heard)
  );
}

/** 渡口 正常 收队, under a picture: the last point is seen before the shift ends. Only a point that the words name is. */
async function countPicture(heard: Heard): Promise<void> {
  const { intent } = heard.reading;
  if (intent === 'check_in' && saysTheEnd(heard)) return countLast(heard);
  const ofShift = intent === 'shift_end' || intent === 'shift_start' || intent === 'handover';
  if (heard.message.attachments.length === 0 || !ofShift) return;
  const named: Heard = { ...heard, reading: { ...heard.reading, intent: 'unknown' } };
  await routeCheckIn(named);
  if (named.filesKept === true) heard.filesKept = true;
}

/** 2号 正常 收队 reads as a check-in first, and is both. */
const theEnd = /(?:^|[\s,，。;；])(?:收队|收工)(?:了|啦)?[。.!！~\s]*$|[,.]? we are done[.!\s]*$/iu;

function saysTheEnd({ reading, message }: Heard): boolean {
  return reading.intent === 'shift_end' || (reading.intent === 'check_in' && theEnd.test(message.text));
}

async function countLast(heard: Heard): Promise<void> {
  const last: Heard = { ...heard };
  await routeCheckIn(last);
  if (last.filesKept === true) heard.filesKept = true;
}

/** A word that a card offers in place of a button, or one that says the same, and nothing more. */
async function byWord(heard: Heard): Promise<boolean> {
  const word = readPatrolWord(heard.message.text);
  if (word === null || heard.message.attachments.length > 0) return false;
  if (word.code !== null) return byCode(heard, word, word.code);
  if (isRescuers(heard, word)) return false;
  if (word.verb === 'log') return showLog(heard);
  if (word.verb === 'handover_take' && (await takeOver(heard))) return true;
  if (word.verb === 'handover_give' && (await giveBack(heard))) return true;
  if (word.verb === 'shift_here') return hereInWords(heard);
  if (isOfUnreported(word.verb)) return routeUnreported(heard, word.verb);
  if (word.verb === 'shift_end' && (await askOwn(heard))) return true;
  const view = shiftMeant(heard, fitting(heard, word)) ?? (await endedFor(heard, word));
  return view === null ? tellNone(heard, word) : tapInWords(heard, view, word);
}

/** Somebody on the way to an incident, or not back from it, means that by 收队 and 平安, unless this is their patrol's group. */
function isRescuers({ orders, room }: Heard, { verb }: PatrolWord): boolean {
  if (verb !== 'shift_end' && verb !== 'shift_safe') return false;
  return room.purpose !== 'patrol' && orders.some(({ acceptedAt, safeAt }) => acceptedAt !== null && safeAt === null);
}

/** Which shifts a word can mean. */
function fitting({ person }: Heard, { verb }: PatrolWord): (view: ShiftView) => boolean {
  const own = (view: ShiftView): boolean => isCrew(view, person.id);
  if (verb === 'shift_leave') return (view) => own(view) && view.shift.state !== 'closing';
  if (verb === 'gear_taken') return (view) => view.shift.state !== 'closing';
  return isOn;
}

async function endedFor(heard: Heard, { verb }: PatrolWord): Promise<ShiftView | null> {
  return verb === 'gear_back' || verb === 'handover_give' || verb === 'shift_safe' ? shiftJustEnded(heard) : null;
}

/** 到岗; 我到了 of somebody who is there already is about a point. */
async function hereInWords(heard: Heard): Promise<boolean> {
  const there = heard.shifts.some((view) => isOn(view) && isPresent(view, heard.person.id));
  const awaited = heard.shifts.some((view) => isCrew(view, heard.person.id) && !isPresent(view, heard.person.id));
  if (there && !awaited && /到了|here|^\s*已?到\W*$/iu.test(heard.message.text)) return false;
  return (await musterInWords(heard)) || tellNone(heard, { verb: 'shift_here', value: '', code: null });
}

/** In a patrol's own group such a word is meant for the bot, so it is not met with silence. */
async function tellNone(heard: Heard, { verb }: PatrolWord): Promise<boolean> {
  const plainly = /^(?:签到|到岗|报到|收队|sign in|we are done)/iu.test(heard.message.text.trim());
  if (heard.room.purpose !== 'patrol' || !plainly || (verb !== 'shift_here' && verb !== 'shift_end')) return false;
  await answerShift(heard, null, { kind: 'shift_none' });
  return true;
}

async function byCode(heard: Heard, word: PatrolWord, code: string): Promise<boolean> {
  const view = await shiftCoded(heard, code);
  return view !== null && word.verb !== 'log' && tapInWords(heard, view, word);
}

async function tapInWords(heard: Heard, view: ShiftView, { verb, value }: PatrolWord): Promise<boolean> {
  if (verb === 'log' || (verb === 'shift_safe' && !isOn(view) && view.shift.welfare === null)) return false;
  const result = await takeShiftTap(heard.work, view, heard.person, verb, value);
  // 没事 and 收工 are said by many who are on no shift; a group is not told so.
  if (result.kind === 'shift_not_yours' && heard.room.kind === 'group') return false;
  await answerShift(heard, view.shift.id, result);
  return true;
}

async function showLog(heard: Heard): Promise<boolean> {
  const view =
    shiftMeant(heard, (one) => one.shift.kind === 'desk' && isOn(one)) ??
    shiftMeant(heard, ({ shift }) => shift.kind === 'desk');
  if (view === null) return false;
  await answer(heard.work, heard.room, heard.message, { kind: 'shift_log', shiftId: view.shift.id });
  return true;
}

/** A line of a desk's log: 接 0930 西塘来电. */
async function byLog(heard: Heard): Promise<boolean> {
  const { work, person, message } = heard;
  const said = readLogLine(message.text);
  const right = said === null ? readLogCorrection(message.text) : null;
  if (said === null && right === null) return false;
  const meant = shiftMeant(heard, (view) => view.shift.kind === 'desk' && isOn(view) && isCrew(view, person.id));
  const locked = meant === null ? null : await work.tx.shifts.lock(meant.shift.id);
  if (locked === null) return false;
  if (said !== null) await answerShift(heard, locked.shift.id, await keepLog(work, locked, person, said));
  if (right !== null) await answerShift(heard, locked.shift.id, await correctLog(work, locked, person, right));
  return true;
}

/** Why one goes home: never that there is something to be looked at somewhere. */
const whyHome =
  '(?:[,，。\\s]+(?!.*(?:前面|那边|这边|看看|去看|\\d号|路口|下一))[^?？]{0,8}(?:孩子|小孩|娃|家里|老婆|老公|老人|[爸妈]|发烧|舒服|生病|[疼痛]|有事|急事|上班|加班|早班|夜班|累|困|医院|单位|明天|你们|大家|辛苦|再见|拜拜|晚安)[^?？]{0,12})?';
const whyHomeEnglish =
  "(?:[,.;:]? (?:because |as |since )?(?:my |the |i |i'm |feeling |got |not )*(?:kids?|child|son|daughter|wife|husband|mum|mom|dad|mother|father|family|fever|sick|ill|unwell|well|hurts?|headache|tired|work|shift|hospital|emergency at home|good night|sorry)\\b[^?]{0,30})?";
/** One goes home and others stay: that is no 收队. */
const goingHome = new RegExp(
  `^(?:[^,，。]{0,12}[,，。\\s]+)?(?:我(?:得|要|就)?(?:先)?(?:回(?:去|家)|撤|下班)|我?先(?:回(?:去|家)?|撤|走))(?:了|一步|啦|吧|咯|哈)*${whyHome}[。.!！~\\s]*$|^(?:sorry,? )?(?:i(?:'m| am| have to| need to| must)? ?(?:go(?:ing)? home|leav(?:e|ing)(?: early)?|head(?:ing)? home)|(?:leaving|have to leave) early|(?:going|heading) home)(?: now| early)?${whyHomeEnglish}[.!\\s]*$`,
  'iu',
);

async function leaveEarly(heard: Heard): Promise<boolean> {
  const { work, person, message } = heard;
  if (message.attachments.length > 0 || !goingHome.test(message.text.trim())) return false;
  const meant = shiftMeant(heard, (view) => isOn(view) && isPresent(view, person.id));
  const view = meant === null ? null : await work.tx.shifts.lock(meant.shift.id);
  const othersStay = view?.people.some((one) => one.personId !== person.id && isThere(one)) === true;
  if (view === null || !othersStay) return false;
  await answerShift(heard, view.shift.id, await goHome(work, view, person));
  return true;
}

/** 巡完了 收队 里程8.6公里: with what else is worth remembering, and gear that is said to be back. */
async function endInWords(heard: Heard): Promise<boolean> {
  const { work, person, message } = heard;
  const atHome = isAtHome(heard);
  const reading = atHome ? readOnShift(heard) : heard.reading;
  const plainly = atHome && readPatrolWord(message.text)?.verb === 'shift_end';
  if (!plainly && (!saysTheEnd({ ...heard, reading }) || reading.confidence < sureToAct)) return false;
  if (isRescuers(heard, { verb: 'shift_end', value: '', code: null })) return false;
  if (await askOwn(heard)) return true;
  const own = shiftMeant(heard, isOn);
  const led = own === null ? await ledShifts(heard) : null;
  if (led !== null && led.length !== 1) return endWhich(heard, led);
  const meant = own ?? led?.[0] ?? null;
  if (meant === null || !(await mayInShift(work, meant, person, 'shift_end'))) return false;
  const locked = await work.tx.shifts.lock(meant.shift.id);
  if (locked === null) return false;
  const gear = gearSaid(heard);
  const isBack = /还|归|交|back|return/iu.test(message.text) && (gear.all || gear.named.length > 0);
  const view = isBack ? (await returnGear(work, locked, person, gear)).view : locked;
  const distanceKm = reading.fields.distanceKm ?? null;
  const remarks = remarksIn(message.text);
  const result = await endShift(work, view, person, { distanceKm, remarks });
  await answerShift(heard, view.shift.id, result);
  await offerRemark(heard, remarks);
  return true;
}

/** 收队 alone with the bot of somebody who is out on two duties at once: which? */
async function askOwn(heard: Heard): Promise<boolean> {
  const { room, quoted, question, person, shifts } = heard;
  if (room.kind !== 'direct' || quoted !== null || question?.kind === 'shift_words') return false;
  const own = shifts.filter((view) => view.shift.state === 'running' && isPresent(view, person.id));
  if (own.length < 2) return false;
  await askWhich(heard, 'shift_end', own);
  return true;
}

/** 收队 written to the bot alone by somebody on no shift, who may lead one. */
function isAtHome({ room, message, shifts }: Heard): boolean {
  return room.kind === 'direct' && shifts.length === 0 && /收队|收工|下岗|done/iu.test(message.text);
}

/** 收队 里程3公里, read as from one of the crew. */
function readOnShift({ work, message: { text } }: Heard): Reading {
  const about = { text, photos: 0, location: false, room: 'patrol', openOrder: false, openCase: false } as const;
  return read({ ...about, openShift: true, openQuestion: null, quote: null }, { places: work.zone.places });
}

/** 收队 of a leader alone with the bot, whose teams have several shifts out, or none. */
async function endWhich(heard: Heard, led: readonly ShiftView[]): Promise<boolean> {
  if (led.length > 0) await askWhich(heard, 'shift_end', led);
  else await answerShift(heard, null, { kind: 'shift_none' });
  return true;
}

const ritual =
  /(?:共|里程|全程|走了|巡了|约)*\s*[\d.]+\s*(?:公里|千米|km|里)|收(?:队|工|班)|(?:巡逻?|走|全部|都)*(?:巡|走)(?:完|好)(?:了|毕)?|(?:器材|装备)?都?(?:已经?)?还了|结束了?|大家|各位|辛苦了?|晚安|回家睡觉|[\s\p{P}\p{S}]/giu;

/** The same in English, where it is several words. */
const englishRitual =
  /\b(?:we(?:['’]re| are) |all )?done\b(?: for (?:tonight|today|now))?|\b[\d.]+ ?(?:km|kilomet(?:er|re)s?)\b|\b(?:good night|thanks|thank you)\b/giu;

/** What is said besides that it is done; a good night and a distance are no remark. */
function remarksIn(text: string): string {
  const parts = text
    .replaceAll(englishRitual, ' ')
    .split(/[\s,，。;；!！]+/u)
    .filter((part) => part.replaceAll(ritual, '').length >= 2);
  const words = parts.join(' ');
  return words.length >= 4 ? words : '';
}

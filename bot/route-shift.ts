import type { ShiftView } from '../core/ports/shifts.ts';
import { saysCome } from '../core/muster-words.ts';
import { isCrew, isPresent, speaksForCrew } from '../core/shift-choice.ts';
import { takeShiftTap } from '../handlers/patrol/take-shift-tap.ts';
import { answer, type Heard } from './heard.ts';
import { atLastPoint } from './last-point.ts';
import { routeCheckIn } from './route-check-in.ts';
import { askOwn, endInWords, isRescuers, saysTheEnd } from './route-end.ts';
import { giveBack, routeGear, takeOver } from './route-gear.ts';
import { routeGoingHome } from './route-going-home.ts';
import { routeMate } from './route-mate.ts';
import { musterInWords, routeMuster } from './route-muster.ts';
import { answerShift, shiftCoded, shiftEnded, shiftJustEnded, shiftMeant } from './shift-heard.ts';
import { isOfUnreported, routeUnreported } from './route-unreported.ts';
import { readPatrolWord, type PatrolWord } from './texts/patrol-words.ts';

const isOn = ({ shift }: ShiftView): boolean => shift.state === 'running' || shift.state === 'closing';

/**
 * What a crew says of its shift, before it and while it lasts, besides its check-ins: who is there, gear, hand-over, that all is
 * well, and that it is done. True: dealt with.
 */
export async function routeShift(heard: Heard): Promise<boolean> {
  if (heard.message.edited || heard.message.text.trim() === '') return false;
  const last = atLastPoint(heard);
  if (last === null) await countPicture(heard);
  else if ((await countLast(heard, last)) && !saysTheEnd(heard)) return true;
  return (
    (await byWord(heard)) ||
    (await routeMate(heard)) ||
    (await routeGear(heard)) ||
    (await routeGoingHome(heard)) ||
    (await endInWords(heard)) ||
    routeMuster(heard)
  );
}

/** 渡口 正常 收队, under a picture: the last point is seen before the shift ends. Only a point that the words name is. */
async function countPicture(heard: Heard): Promise<void> {
  const { intent } = heard.reading;
  const ofShift = intent === 'shift_end' || intent === 'shift_start' || intent === 'handover';
  if (intent === 'check_in' && saysTheEnd(heard)) await countLast(heard, heard);
  else if (heard.message.attachments.length > 0 && ofShift)
    await countLast(heard, { ...heard, reading: { ...heard.reading, intent: 'unknown' } });
}

/** Takes it for a check-in besides, read as `as`; answers whether it was one. */
async function countLast(heard: Heard, as: Heard): Promise<boolean> {
  const last: Heard = { ...as };
  const counted = await routeCheckIn(last);
  if (last.filesKept === true) heard.filesKept = true;
  return counted;
}

const here = { verb: 'shift_here', value: '', code: null } as const;

/** A word that a card offers in place of a button, or one that says the same, and nothing more. */
async function byWord(heard: Heard): Promise<boolean> {
  const { text } = heard.message;
  const word = readPatrolWord(text) ?? (saysCome(text) && heard.orders.length === 0 ? here : null);
  if (word === null || heard.message.attachments.length > 0) return false;
  if (word.code !== null) return byCode(heard, word, word.code);
  if (isRescuers(heard, word.verb)) return false;
  if (word.verb === 'log') return showLog(heard);
  if (word.verb === 'handover_take' && (await takeOver(heard))) return true;
  if (word.verb === 'handover_give' && (await giveBack(heard))) return true;
  if (word.verb === 'shift_here') return hereInWords(heard);
  if (isOfUnreported(word.verb)) return routeUnreported(heard, word.verb);
  if (word.verb === 'shift_end' && ((await routeGoingHome(heard)) || (await askOwn(heard)))) return true;
  const meant = word.verb === 'shift_end' ? shiftEnded : shiftMeant;
  const view = meant(heard, fitting(heard, word)) ?? (await endedFor(heard, word));
  return view === null ? tellNone(heard, word) : tapInWords(heard, view, word);
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
  if (there && !awaited && /到[了咯啦喽嘞哈啊]|here|^\s*已?到\W*$/iu.test(heard.message.text)) return false;
  return (await musterInWords(heard)) || tellNone(heard, here);
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
  if (verb === 'shift_safe' && isCourtesyFromHome(heard, view)) return false;
  const result = await takeShiftTap(heard.work, view, heard.person, verb, value);
  // 没事 and 收工 are said by many who are on no shift; a group is not told so.
  if (result.kind === 'shift_not_yours' && heard.room.kind === 'group') return false;
  await answerShift(heard, view.shift.id, result);
  return true;
}

/** 没事 in a group, of whoever is not out there, is said to anything; 平安 is said of them. */
function isCourtesyFromHome({ room, person, message: { text } }: Heard, view: ShiftView): boolean {
  return room.kind === 'group' && !speaksForCrew(view, person.id) && !/平安|安全|safe|well/iu.test(text);
}

async function showLog(heard: Heard): Promise<boolean> {
  const view =
    shiftMeant(heard, (one) => one.shift.kind === 'desk' && isOn(one)) ??
    shiftMeant(heard, ({ shift }) => shift.kind === 'desk');
  if (view === null) return false;
  await answer(heard.work, heard.room, heard.message, { kind: 'shift_log', shiftId: view.shift.id });
  return true;
}

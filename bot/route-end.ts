import { isEndToCome } from '../core/end-to-come.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import { read } from '../core/reading/read.ts';
import type { Reading } from '../core/reading/reading.ts';
import { isPresent } from '../core/shift-choice.ts';
import { isOut } from '../core/shift.ts';
import { endShift } from '../handlers/patrol/end-shift.ts';
import { mayInShift } from '../handlers/patrol/may-in-shift.ts';
import { returnGear } from '../handlers/patrol/take-gear.ts';
import { endRemarks } from './end-remarks.ts';
import type { Heard } from './heard.ts';
import { askWhich, ledShifts } from './led-shifts.ts';
import { offerRemark } from './offer-remark.ts';
import { gearSaid } from './route-gear.ts';
import { excuseAtEnd } from './route-missing-answer.ts';
import { answerShift, shiftEnded, sureToAct } from './shift-heard.ts';
import { readPatrolWord, type PatrolWord } from './texts/patrol-words.ts';

const isOn = ({ shift }: ShiftView): boolean => isOut(shift);

/** 2号 正常 收队 reads as a check-in first, and is both. */
const theEnd = /(?:^|[\s,，。;；])(?:收队|收工)(?:了|啦)?[。.!！~\s]*$|[,.]? we are done[.!\s]*$/iu;

/** Whether the words say that the shift is over, whatever else they are. */
export function saysTheEnd({ reading, message }: Heard): boolean {
  return reading.intent === 'shift_end' || (reading.intent === 'check_in' && theEnd.test(message.text));
}

/** Somebody on the way to an incident, or not back from it, means that by 收队 and 平安, unless this is their patrol's group. */
export function isRescuers({ orders, room }: Heard, verb: PatrolWord['verb']): boolean {
  if (verb !== 'shift_end' && verb !== 'shift_safe') return false;
  return room.purpose !== 'patrol' && orders.some(({ acceptedAt, safeAt }) => acceptedAt !== null && safeAt === null);
}

/** 巡完了 收队 里程8.6公里: with what else is worth remembering, and gear that is said to be back. */
export async function endInWords(heard: Heard): Promise<boolean> {
  const { message } = heard;
  const atHome = isAtHome(heard);
  const reading = atHome ? readOnShift(heard) : heard.reading;
  const plainly = atHome && readPatrolWord(message.text)?.verb === 'shift_end';
  if (!plainly && (!saysTheEnd({ ...heard, reading }) || reading.confidence < sureToAct)) return false;
  if (isRescuers(heard, 'shift_end')) return false;
  if (await askOwn(heard)) return true;
  const own = shiftEnded(heard, isOn);
  const led = own === null ? await ledShifts(heard) : null;
  if (led !== null && led.length !== 1) return endWhich(heard, led);
  const meant = own ?? led?.[0] ?? null;
  if (meant === null || isToCome(heard, reading, meant) || (await isOfAnother(heard, meant))) return false;
  if (!(await endMeant(heard, reading, meant))) return false;
  await offerRemark(heard, endRemarks(message.text));
  return true;
}

/** 收队 路上有老人摔倒 扶起来了: danger is told of first, and the end that was said with it is not lost. */
export async function endBesideDanger(heard: Heard): Promise<void> {
  const { message } = heard;
  if (message.edited || !/^\s*(?:收队|收工)(?:了|啦)?(?=[\s,，。!！])/u.test(message.text)) return;
  const meant = shiftEnded(heard, isOn);
  if (meant !== null) await endMeant(heard, heard.reading, meant);
}

async function endMeant(heard: Heard, { fields }: Reading, meant: ShiftView): Promise<boolean> {
  const { work, person, message } = heard;
  if (!(await mayInShift(work, meant, person, 'shift_end'))) return false;
  const found = await work.tx.shifts.lock(meant.shift.id);
  if (found === null) return false;
  const excused = await excuseAtEnd(heard, found);
  const locked = excused ?? found;
  const gear = gearSaid(heard);
  const isBack = /还|归|交|back|return/iu.test(message.text) && (gear.all || gear.named.length > 0);
  const view = isBack ? (await returnGear(work, locked, person, gear)).view : locked;
  const distanceKm = fields.distanceKm ?? null;
  // What is the reason of a point is told there.
  const remarks = excused === null ? endRemarks(message.text) : '';
  const result = await endShift(work, view, person, { distanceKm, remarks });
  await answerShift(heard, view.shift.id, result);
  return true;
}

/** 12点收队 at nine in the evening is a plan. */
function isToCome({ work, message: { text } }: Heard, { fields, because }: Reading, { shift }: ShiftView): boolean {
  const timeWords = because.find(({ field }) => field === 'time')?.words ?? '';
  return isEndToCome({ text, time: fields.time ?? null, timeWords }, shift, work.now, work.zone.timeZone);
}

/** 西片收队了, in the group of a team that is not called so. */
async function isOfAnother({ work, room, message: { text } }: Heard, { shift }: ShiftView): Promise<boolean> {
  const named = /^\s*([^\s,，。]{2,8}?)(?:队|组|那边)?(?:都|也|已经|先)*(?:收队|收工|下班|结束|撤)/u.exec(text)?.[1];
  if (room.kind !== 'group' || named === undefined) return false;
  const called = (await work.tx.people.teams()).filter(({ name }) => name.replace(/队$/u, '') === named);
  return called.length > 0 && !called.some(({ id }) => shift.teamIds.includes(id));
}

/** 收队 alone with the bot of somebody who is out on two duties at once: which? */
export async function askOwn(heard: Heard): Promise<boolean> {
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

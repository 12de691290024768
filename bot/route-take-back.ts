import type { CheckIn } from '../core/check-in.ts';
import { answerMs } from '../core/same-check-in.ts';
import type { PatrolResult, Refusal } from '../core/tap-result.ts';
import { takeBackWords, type TakeBack } from '../core/take-back-words.ts';
import { takeCheckInTap } from '../handlers/patrol/take-check-in-tap.ts';
import { answer, type Heard } from './heard.ts';
import { answerShift } from './shift-heard.ts';

/**
 * 刚才那张不算, 8号不算 没去, 刚才7号发错了: whoever sent a check-in takes it back, the quoted one or the last, or all of theirs of one
 * point. Where they only said that it was wrong they read which one it was. True: dealt with.
 */
export async function routeTakeBack(heard: Heard): Promise<boolean> {
  const { work, person, message, shifts } = heard;
  if (message.edited || message.attachments.length > 0 || shifts.length === 0) return false;
  const said = takeBackWords(message.text, message.quote !== undefined);
  if (said === null) return false;
  const [first, ...others] = await meant(heard, said);
  // 3号不算 of somebody who was not there is no visit to it.
  if (first === undefined) return said.n !== null;
  let result: PatrolResult | Refusal = await takeCheckInTap(work, first, person, 'check_in_void', '');
  for (const other of others) result = await takeCheckInTap(work, other, person, 'check_in_void', '');
  if (said.mistaken) await answer(work, heard.room, message, { kind: 'shift_answer', shiftId: first.shiftId, result });
  else await answerShift(heard, first.shiftId, result);
  return true;
}

/** Several points of one message are one sending. */
async function meant(heard: Heard, { n, mistaken }: TakeBack): Promise<CheckIn[]> {
  const { room, message, work } = heard;
  const own = await ownCheckIns(heard);
  if (n !== null) return own.filter((one) => one.n === n);
  const quotedId = message.quote?.messageId;
  const of =
    quotedId === undefined
      ? own.at(-1)
      : own.find(({ roomId, messageId }) => roomId === room.id && messageId === quotedId);
  if (of === undefined) return [];
  // What was wrong just now may be some other message than a check-in of an hour ago.
  if (mistaken && quotedId === undefined && work.now - of.receivedAt > answerMs) return [];
  return own.filter(({ id, roomId, messageId }) =>
    of.messageId === null ? id === of.id : roomId === of.roomId && messageId === of.messageId,
  );
}

/** What this person sent, for themselves or another, and has not taken back; the newest last. */
async function ownCheckIns({ work, person, shifts }: Heard): Promise<CheckIn[]> {
  const all: CheckIn[] = [];
  for (const { shift } of shifts) all.push(...(await work.tx.shifts.checkIns(shift.id)));
  const own = all.filter(
    ({ personId, byId, state }) =>
      (byId === person.id || personId === person.id) && state !== 'void' && state !== 'replaced',
  );
  return own.toSorted((a, b) => a.receivedAt - b.receivedAt);
}

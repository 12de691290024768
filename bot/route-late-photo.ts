import { keepLatePhoto } from '../handlers/patrol/keep-late-photo.ts';
import { patrolRules } from '../handlers/patrol/rules.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import { acknowledge } from '../handlers/incident/acknowledge.ts';
import { checkInTold, picturesOf } from './check-in-heard.ts';
import { answer, type Heard } from './heard.ts';
import { keepNow } from './keep-now.ts';
import { shiftJustEnded } from './shift-heard.ts';

const late = /补|忘了?(?:发|拍|打)|漏(?:发|拍|了)|没发(?:出|上)?去?|late|forgot/iu;

/** A picture of somebody whose shift was just summed up, of a point that it missed or that the words name. True: dealt with. */
export async function routeLatePhoto(heard: Heard): Promise<boolean> {
  const { message, room, reading, question, work, quoted } = heard;
  if (message.edited || picturesOf(heard) === 0 || quoted !== null || question !== null) return false;
  if (room.kind === 'group' && room.teamId === null) return false;
  const view = await shiftJustEnded(heard);
  if (view === null || view.shift.kind === 'desk') return false;
  if (room.teamId !== null && !view.shift.teamIds.includes(room.teamId)) return false;
  const wordless = message.text.trim() === '';
  const meant = wordless ? missed(view) : reading.intent === 'check_in' || late.test(message.text);
  if (!meant || reading.intent === 'hazard_report') return false;
  await keepNow(heard);
  const result = await keepLatePhoto(work, view.shift.id, checkInTold(heard, 'any'));
  if (result === null) return false;
  const words = { kind: 'shift_answer', shiftId: view.shift.id, result } as const;
  const inWords = room.kind === 'direct' || patrolRules(work).answers === 'line';
  if (room.kind === 'direct') await answer(work, room, message, words);
  else if (inWords || work.can(room.platform).react) await acknowledge(work, room, message.messageId, words);
  return true;
}

const missed = ({ points }: ShiftView): boolean => points.some(({ state }) => state === 'missed');

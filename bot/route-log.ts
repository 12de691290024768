import { isOthersLeave } from '../core/leave-subject.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import { isCrew } from '../core/shift-choice.ts';
import { readLogCorrection, readLogLine, type LogSaid } from '../core/shift-log.ts';
import { correctLog, keepLog } from '../handlers/patrol/keep-log.ts';
import type { Heard } from './heard.ts';
import { answerShift, shiftMeant } from './shift-heard.ts';

const forLeave = /[请告].{0,3}假|\bleave\b/iu;
const isOn = ({ shift }: ShiftView): boolean => shift.state === 'running' || shift.state === 'closing';

/**
 * A line of a desk's log by somebody on duty there: 接 0930 西塘来电. Whatever it tells of is told, and not meant: 跟1 电工来不了 is
 * nobody's leave. True: dealt with.
 */
export async function routeLog(heard: Heard): Promise<boolean> {
  const { work, person, message } = heard;
  if (message.edited) return false;
  const said = readLogLine(message.text);
  const right = said === null ? readLogCorrection(message.text) : null;
  if ((said === null && right === null) || (said !== null && isOwnWish(heard, said))) return false;
  const meant = shiftMeant(heard, (view) => view.shift.kind === 'desk' && isOn(view) && isCrew(view, person.id));
  const locked = meant === null ? null : await work.tx.shifts.lock(meant.shift.id);
  if (locked === null) return false;
  if (said !== null) await answerShift(heard, locked.shift.id, await keepLog(work, locked, person, said));
  if (right !== null) await answerShift(heard, locked.shift.id, await correctLog(work, locked, person, right));
  return true;
}

/** 跟 东02 换班, 报告 今晚请假: begun like a line, and meant for the roster. */
function isOwnWish({ reading }: Heard, { kind, about, words }: LogSaid): boolean {
  if (reading.intent !== 'leave_request') return false;
  if (kind === 'followed_up') return about === null && reading.fields.request === 'swap';
  return kind === 'reported' && forLeave.test(words) && !isOthersLeave(words);
}

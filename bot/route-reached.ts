import type { ShiftView } from '../core/ports/shifts.ts';
import { reachedWords } from '../core/reached-words.ts';
import { mayInShift } from '../handlers/patrol/may-in-shift.ts';
import { takeShiftTap } from '../handlers/patrol/take-shift-tap.ts';
import type { Heard } from './heard.ts';
import { askWhich, running } from './led-shifts.ts';
import { answerShift } from './shift-heard.ts';
import { readPatrolWord } from './texts/patrol-words.ts';

/**
 * 联系上了，平安 without a code, of an officer who was given the numbers of a silent crew, or of who leads it: with one such crew it is
 * that one, of several it is asked which. Whoever says only that they got through is asked how they are. True: dealt with.
 */
export async function routeReached(heard: Heard): Promise<boolean> {
  const { work, person, message, room, quoted } = heard;
  if (message.edited || message.attachments.length > 0 || (room.kind === 'group' && room.purpose !== 'command'))
    return false;
  // Somebody may have been rung about an incident or a hazard as well.
  if (quoted !== null && !('shiftId' in quoted)) return false;
  const said = isBare(heard) ? 'well' : reachedWords(message.text);
  if (said === null) return false;
  const silent = await silentShifts(heard);
  const [view, ...others] = silent;
  if (view === undefined) return false;
  if (others.length > 0 || said === 'reached') await askWhich(heard, 'shift_safe', silent);
  else await answerShift(heard, view.shift.id, await takeShiftTap(work, view, person, 'shift_safe', ''));
  return true;
}

/** 平安 and no more, of an officer who is out with nobody. */
function isBare({ person, shifts, message, room }: Heard): boolean {
  if (shifts.length > 0 || !person.roles.some((role) => role === 'duty_officer' || role === 'admin')) return false;
  const word = readPatrolWord(message.text);
  // 没事 among officers is said to anything.
  const plainly = room.kind === 'direct' || !/^\s*没事/u.test(message.text);
  return word?.verb === 'shift_safe' && word.code === null && plainly;
}

/** Those whose silence was put before an officer, and of which this person may say that they are well; the quoted one alone. */
async function silentShifts(heard: Heard): Promise<ShiftView[]> {
  const { work, person, quoted } = heard;
  const silent = await running(heard, ({ welfare }) => welfare?.step === 'officer');
  const theirs: ShiftView[] = [];
  for (const view of silent) if (await mayInShift(work, view, person, 'shift_safe')) theirs.push(view);
  const named = theirs.filter(({ shift }) => quoted !== null && 'shiftId' in quoted && shift.id === quoted.shiftId);
  return named.length > 0 ? named : theirs;
}

import type { ShiftView } from '../core/ports/shifts.ts';
import { mayMiss } from '../core/reading/patrol/missing-mate.ts';
import { sayOver } from '../core/reading/patrol/trouble-over.ts';
import { welfareAnswer } from '../core/reading/patrol/welfare-answer.ts';
import { tellersOf, type Welfare } from '../core/shift.ts';
import { answerWelfare } from '../handlers/patrol/answer-welfare.ts';
import { mayInShift } from '../handlers/patrol/may-in-shift.ts';
import { tellTrouble } from '../handlers/patrol/tell-trouble.ts';
import { answer, type Heard } from './heard.ts';
import { answerShift } from './shift-heard.ts';

/**
 * 没事了 of whoever told of trouble, or 我们都平安 of a mate: it is over. Where the words tell something else besides it goes on, and they
 * are asked, in a group too. True: dealt with.
 */
export async function routeOver(
  heard: Heard,
  view: ShiftView,
  trouble: NonNullable<Welfare['trouble']>,
): Promise<boolean> {
  const { work, person, message, room, reading } = heard;
  const said = sayOver(message.text, await namesOf(heard, trouble));
  const isOther = said === 'unclear' && (reading.intent === 'emergency' || mayMiss(message.text));
  if (said === 'nothing' || isOther) return false;
  const locked = await work.tx.shifts.lock(view.shift.id);
  if (locked === null || !(await mayInShift(work, locked, person, 'shift_safe'))) return false;
  if (said !== 'unclear') {
    await answerShift(heard, locked.shift.id, await answerWelfare(work, locked, person, said === 'all'));
    return true;
  }
  if (welfareAnswer(message.text) === 'trouble') await tellTrouble(work, locked, person, message.text);
  await answer(work, room, message, { kind: 'welfare_check', shiftId: locked.shift.id, step: 'again' });
  return true;
}

/** What the one mate who told of it is called; of several their names alone say nothing of all. */
async function namesOf({ work, person }: Heard, trouble: NonNullable<Welfare['trouble']>): Promise<string[]> {
  const tellers = tellersOf(trouble);
  const [teller] = tellers.length > 1 || tellers.includes(person.id) ? [] : await work.tx.people.byIds(tellers);
  return teller === undefined ? [] : [teller.name, teller.callSign ?? teller.name];
}

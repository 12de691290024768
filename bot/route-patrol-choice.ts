import type { CheckIn, Find } from '../core/check-in.ts';
import type { CheckInId } from '../core/ids.ts';
import type { Notice } from '../core/notice.ts';
import type { TapResult } from '../core/tap-result.ts';
import { patrolCode } from '../core/patrol-code.ts';
import { takeFindTap } from '../handlers/patrol/decide-find.ts';
import { patrolRules } from '../handlers/patrol/rules.ts';
import { takeCheckInTap } from '../handlers/patrol/take-check-in-tap.ts';
import { toRooms } from '../handlers/say.ts';
import { answer, type Heard } from './heard.ts';
import { readFindWord, readPointWord, type FindWord } from './texts/patrol-choice-words.ts';

/** No more than these are looked through, the newest first. */
const manyFinds = 100;

/**
 * The words in place of the buttons of a check-in's question (点位 5, 都不是) and of what a patrol came across (转为警情 7K3Q), by the
 * same door as a tap. True: dealt with.
 */
export async function routePatrolChoice(heard: Heard): Promise<boolean> {
  return (await choosePoint(heard)) || decideFind(heard);
}

async function choosePoint(heard: Heard): Promise<boolean> {
  const said = readPointWord(heard.message.text);
  const checkIn = said === null ? null : await askedAbout(heard);
  if (said === null || checkIn === null) return false;
  const { work, person } = heard;
  await answerPoint(heard, checkIn, await takeCheckInTap(work, checkIn, person, 'check_in_point', String(said)));
  return true;
}

/** The check-in whose question is quoted, or that this person was asked about in this room. */
async function askedAbout({ work, quoted, question }: Heard): Promise<CheckIn | null> {
  if (quoted?.kind === 'check_in_which') return work.tx.shifts.checkIn(quoted.checkInId);
  if (question?.kind !== 'which_point') return null;
  return work.tx.shifts.checkIn(question.subject as CheckInId);
}

/** Results that are just what was said: a reaction is enough, and in a group without reactions nothing. */
const asSaid: ReadonlySet<TapResult['kind']> = new Set<TapResult['kind']>([
  'checked_in',
  'checked_in_again',
  'checked_in_extra',
  'check_in_moved',
  'check_in_void',
]);

async function answerPoint(heard: Heard, { shiftId }: CheckIn, result: TapResult): Promise<void> {
  const { work, room, message } = heard;
  const words: Notice = { kind: 'shift_answer', shiftId, result };
  if (room.kind === 'direct' || !asSaid.has(result.kind)) return answer(work, room, message, words);
  if (work.can(room.platform).react) {
    const reaction: Notice = { kind: 'reaction', messageId: message.messageId, emoji: '👌' };
    return toRooms(work, [room.id], reaction, { priority: 'answer', replyTo: message.messageId });
  }
  if (patrolRules(work).answers === 'line') await answer(work, room, message, words);
}

async function decideFind(heard: Heard): Promise<boolean> {
  const said = readFindWord(heard.message.text);
  const find = said === null ? null : await findMeant(heard, said);
  if (said === null || find === null) return false;
  const { work, room, person, message } = heard;
  const result = await takeFindTap(work, find, person, said.verb);
  await answer(work, room, message, { kind: 'shift_answer', shiftId: find.shiftId, result });
  return true;
}

/** The one whose card is quoted, else the one that the code names. */
async function findMeant({ work, quoted }: Heard, { code }: FindWord): Promise<Find | null> {
  if (quoted?.kind === 'patrol_find') return work.tx.shifts.find(quoted.findId);
  if (code === null) return null;
  const named = (await work.tx.shifts.undecidedFinds(manyFinds)).filter((find) => patrolCode(find) === code);
  return named.length === 1 ? (named[0] ?? null) : null;
}

import type { CheckIn, Find } from '../core/check-in.ts';
import type { CheckInId } from '../core/ids.ts';
import type { Notice } from '../core/notice.ts';
import type { TapResult } from '../core/tap-result.ts';
import { patrolCode } from '../core/patrol-code.ts';
import { mayDecideFind, takeFindTap } from '../handlers/patrol/decide-find.ts';
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
  const [find, ...more] = said === null ? [] : await findsMeant(heard, said);
  if (said === null || find === undefined) return false;
  const { work, room, person, message } = heard;
  const one = more.length === 0;
  const result = one ? await takeFindTap(work, find, person, said.verb) : whichOf(said, [find, ...more]);
  await answer(work, room, message, { kind: 'shift_answer', shiftId: one ? find.shiftId : null, result });
  return true;
}

/** So many are named, each by so much of its words. */
const named = 5;
const wordsShown = 16;

function whichOf({ verb }: FindWord, finds: readonly Find[]): TapResult {
  const shown = finds
    .slice(0, named)
    .map((find) => ({ words: Array.from(find.words).slice(0, wordsShown).join(''), code: patrolCode(find) }));
  return { kind: 'find_which', verb, finds: shown };
}

/** Older ones are not decided on by a word that does not name them. */
const recentMs = 24 * 3_600_000;

/** The one whose card is quoted or that the code names; else, where cards of finds are shown, all that wait for this person. */
async function findsMeant(heard: Heard, { code, verb }: FindWord): Promise<Find[]> {
  const { work, quoted, room, person } = heard;
  if (quoted?.kind === 'patrol_find') return [await work.tx.shifts.find(quoted.findId)].filter((find) => find !== null);
  if (code === null && room.purpose !== 'command' && room.kind !== 'direct') return [];
  const undecided = await work.tx.shifts.undecidedFinds(manyFinds);
  if (code !== null) {
    const coded = undecided.filter((find) => patrolCode(find) === code);
    return coded.length === 1 ? coded : [];
  }
  const waiting: Find[] = [];
  for (const find of undecided)
    if (work.now - find.at <= recentMs && (await mayDecideFind(work, find, person, verb))) waiting.push(find);
  return waiting;
}

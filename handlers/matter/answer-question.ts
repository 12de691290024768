import { readLegalAnswer } from '../../core/legal-answer.ts';
import type { RoomId } from '../../core/ids.ts';
import type { Matter } from '../../core/matter.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import type { Person } from '../../core/people.ts';
import { endMatter } from '../dispute/end-matter.ts';
import type { Work } from '../work.ts';
import { askWords } from './ask-words.ts';
import { sayPrivately } from './say-privately.ts';

/**
 * Its owner answers a legal question. Without the article and its edition it is asked for again: an answer that nobody can look
 * up is none. It is shown with the line that it is no legal advice.
 */
export async function answerQuestion(
  work: Work,
  matter: Matter,
  { person, words, roomId }: { person: Person; words: string; roomId: RoomId | null },
): Promise<MatterResult> {
  if (matter.kind !== 'legal_question' || matter.state !== 'accepted')
    return { kind: 'matter_already', state: matter.state };
  const read = readLegalAnswer(words);
  if ('missing' in read) return askWords(work, matter, person, roomId, 'answer');
  const answer = { ...read, byId: person.id, at: work.now };
  const answered: Matter = { ...matter, changedAt: work.now, body: { ...matter.body, answer } };
  await work.tx.matters.put(answered);
  if (matter.tellerId !== null) {
    const notice = { kind: 'matter_answered', matterId: matter.id } as const;
    await sayPrivately(work, matter.tellerId, notice, { priority: 'answer' }, matter.roomId);
  }
  await endMatter(work, answered, 'answered', '');
  return { kind: 'matter_done' };
}

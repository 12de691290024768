import type { MatterId, RoomId } from '../../core/ids.ts';
import type { Matter } from '../../core/matter.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import type { Person } from '../../core/people.ts';
import type { OpenQuestion } from '../../core/ports/rooms.ts';
import type { Work } from '../work.ts';

/**
 * What the next words of somebody are for: times of a session, its record, the terms of a written or an oral agreement, the
 * reason of an end, a rest or an opening, the answer to a question.
 */
export type WordsFor =
  | 'times'
  | 'record'
  | 'terms_written'
  | 'terms_oral'
  | 'fail_reason'
  | 'rest_reason'
  | 'opening_reason'
  | 'answer'
  | 'visit';

/** How long the next words are taken for it: mediators write slowly, and are called away. */
const openMs = 6 * 3_600_000;

const wanted: Readonly<Record<WordsFor, Extract<MatterResult, { kind: 'matter_words_wanted' }>['what'] | null>> = {
  times: null,
  record: 'record',
  terms_written: 'terms',
  terms_oral: 'terms',
  fail_reason: 'reason',
  rest_reason: 'reason',
  opening_reason: 'reason',
  answer: 'answer',
  visit: 'note',
};

/** Asks for the words of a step in this person's direct room; what the tap is answered with. Without a room they write later. */
export async function askWords(
  work: Work,
  matter: Pick<Matter, 'id'>,
  person: Pick<Person, 'id'>,
  roomId: RoomId | null,
  words: WordsFor,
): Promise<MatterResult> {
  if (roomId !== null) {
    const subject = `${matter.id}:${words}`;
    const expiresAt = work.now + openMs;
    await work.tx.rooms.ask({ roomId, personId: person.id, kind: 'matter_words', subject, expiresAt });
  }
  const what = wanted[words];
  return what === null ? { kind: 'matter_times_wanted' } : { kind: 'matter_words_wanted', what };
}

/** Which matter and which step an open question asks words for; null: it is another question. */
export function wordsAskedFor(
  question: Pick<OpenQuestion, 'kind' | 'subject'> | null,
): { id: MatterId; words: WordsFor } | null {
  if (question?.kind !== 'matter_words') return null;
  const [id = '', words = ''] = question.subject.split(':');
  return Object.hasOwn(wanted, words) ? { id: id as MatterId, words: words as WordsFor } : null;
}

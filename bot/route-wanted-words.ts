import { answerQuestion } from '../handlers/matter/answer-question.ts';
import { wordsAskedFor, type WordsFor } from '../handlers/matter/ask-words.ts';
import { rightsOf } from '../handlers/matter/look-at-matter.ts';
import { askOpening } from '../handlers/matter/open-glass.ts';
import type { Heard } from './heard.ts';
import { tellResult } from './tell-result.ts';

/** What is asked for here; the words of mediations and appointments have their own flow (bot/route-mediator.ts). */
const wanted: ReadonlySet<WordsFor> = new Set<WordsFor>(['answer', 'opening_reason']);

/**
 * The words that were asked for by a tap: the answer to a question, the reason to look. True: dealt with.
 */
export async function routeWantedWords(heard: Heard): Promise<boolean> {
  const { work, room, person, message } = heard;
  const asked = wordsAskedFor(heard.question);
  if (asked === null || message.text === '' || !wanted.has(asked.words)) return false;
  const matter = await work.tx.matters.lock(asked.id);
  work.keepPrivate();
  if (matter === null) return tellResult(heard, null, { kind: 'matter_none' });
  if (asked.words !== 'opening_reason' && !(await rightsOf(work, matter, person)).has('owner'))
    return tellResult(heard, matter.id, { kind: 'matter_not_yours' });
  await work.tx.rooms.answered(room.id, person.id);
  const given = { person, words: message.text, roomId: room.id };
  const result =
    asked.words === 'answer'
      ? await answerQuestion(work, matter, given)
      : await askOpening(work, matter, person, message.text);
  return tellResult(heard, matter.id, result);
}

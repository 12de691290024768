import { namesArticle } from '../core/legal-answer.ts';
import type { Matter } from '../core/matter.ts';
import { numberIn } from '../core/mediator-words.ts';
import { answerQuestion } from '../handlers/matter/answer-question.ts';
import { wordsAskedFor, type WordsFor } from '../handlers/matter/ask-words.ts';
import { rightsOf } from '../handlers/matter/look-at-matter.ts';
import { askOpening } from '../handlers/matter/open-glass.ts';
import type { Heard } from './heard.ts';
import { answerPrivately, tellResult } from './tell-result.ts';

/** What is asked for here; the words of mediations and appointments have their own flow (bot/route-mediator.ts). */
const wanted: ReadonlySet<WordsFor> = new Set<WordsFor>(['answer', 'opening_reason']);
/** At most so many are told apart by asking which one. */
const several = 5;

/**
 * The words that were asked for by a tap: the answer to a question, the reason to look; and an answer that was just written, as
 * the card says one can. True: dealt with.
 */
export async function routeWantedWords(heard: Heard): Promise<boolean> {
  const { work, room, person, message } = heard;
  const asked = wordsAskedFor(heard.question);
  if (message.text === '') return false;
  const named = numberIn(message.text).number !== null;
  if (asked === null || (asked.words === 'answer' && named)) return unaskedAnswer(heard);
  if (!wanted.has(asked.words)) return false;
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

/** An article, a number or a quote beside it says that words answer a legal question which this person has. */
async function unaskedAnswer(heard: Heard): Promise<boolean> {
  const { work, room, person, message, quoted } = heard;
  const { number, rest } = numberIn(message.text);
  const quotedId = quoted !== null && 'matterId' in quoted ? quoted.matterId : null;
  if (room.kind !== 'direct' || message.edited) return false;
  if (number === null && quotedId === null && !namesArticle(message.text)) return false;
  if (!(await work.tx.matters.concerns(person.id))) return false;
  const open = await work.tx.matters.ofPerson(person.id, ['owner'], { over: false, limit: several });
  const fits = (matter: Matter): boolean =>
    number === null ? quotedId === null || matter.id === quotedId : matter.number.endsWith(number);
  const meant = open.filter((matter) => matter.kind === 'legal_question' && fits(matter));
  const [one] = meant;
  if (one === undefined) return false;
  work.keepPrivate();
  if (meant.length > 1)
    return answerPrivately(heard, { kind: 'matter_which', matterIds: meant.map(({ id }) => id), about: 'words' });
  const matter = await work.tx.matters.lock(one.id);
  if (matter === null) return false;
  if (wordsAskedFor(heard.question)?.words === 'answer') await work.tx.rooms.answered(room.id, person.id);
  return tellResult(heard, matter.id, await answerQuestion(work, matter, { person, words: rest, roomId: room.id }));
}

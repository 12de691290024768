import { meetsApart } from '../core/dispute.ts';
import type { Matter, MatterKind } from '../core/matter.ts';
import { saidTimes } from '../core/session-times.ts';
import { proposeTimes } from '../handlers/dispute/propose-times.ts';
import { answerQuestion } from '../handlers/matter/answer-question.ts';
import { wordsAskedFor, type WordsFor } from '../handlers/matter/ask-words.ts';
import { rightsOf } from '../handlers/matter/look-at-matter.ts';
import { askOpening } from '../handlers/matter/open-glass.ts';
import type { Heard } from './heard.ts';
import { tellResult } from './tell-result.ts';

/** What is asked for here; the words of a mediation have their own flow (bot/route-mediator.ts). */
const wanted: ReadonlySet<WordsFor> = new Set<WordsFor>(['answer', 'opening_reason', 'times']);
/** Kinds for which somebody is seen at a time that suits both; disputes find theirs among all sides. */
const byAppointment: ReadonlySet<MatterKind> = new Set<MatterKind>(['counselling', 'women_adviser', 'service_order']);

/**
 * The words that were asked for by a tap: the answer to a question, the reason to look, the times at which an adviser can see
 * somebody. True: dealt with.
 */
export async function routeWantedWords(heard: Heard): Promise<boolean> {
  const { work, room, person, message } = heard;
  const asked = wordsAskedFor(heard.question);
  if (asked === null || message.text === '' || !wanted.has(asked.words)) return false;
  const matter = await work.tx.matters.lock(asked.id);
  if (asked.words === 'times' && (matter === null || !byAppointment.has(matter.kind))) return false;
  work.keepPrivate();
  if (matter === null) return tellResult(heard, null, { kind: 'matter_none' });
  if (asked.words !== 'opening_reason' && !(await rightsOf(work, matter, person)).has('owner'))
    return tellResult(heard, matter.id, { kind: 'matter_not_yours' });
  if (asked.words === 'times') return appoint(heard, matter);
  await work.tx.rooms.answered(room.id, person.id);
  const given = { person, words: message.text, roomId: room.id };
  const result =
    asked.words === 'answer'
      ? await answerQuestion(work, matter, given)
      : await askOpening(work, matter, person, message.text);
  return tellResult(heard, matter.id, result);
}

/** Whoever told chooses one of the times by a tap. */
async function appoint(heard: Heard, matter: Matter): Promise<boolean> {
  const { work, room, person, message } = heard;
  const { times } = saidTimes(message.text, work.now, work.zone.timeZone);
  if (times.length === 0) return tellResult(heard, matter.id, { kind: 'matter_times_wanted' });
  await work.tx.rooms.answered(room.id, person.id);
  const side = meetsApart(matter.body) ? { side: 'a' } : {};
  const result = await proposeTimes(work, matter, person, { times: times.slice(0, 3), ...side });
  // Of a time that is booked its own message tells.
  return result.kind === 'matter_booked' ? true : tellResult(heard, matter.id, result);
}

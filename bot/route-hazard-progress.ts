import type { HazardId } from '../core/ids.ts';
import { tellProgress } from '../handlers/hazard/tell-progress.ts';
import type { Heard } from './heard.ts';
import { answerHazard, quotedHazard } from './route-hazard-which.ts';
import { isCourtesy } from './texts/courtesy-words.ts';

/** Above this it is a report of something else. */
const byRule = 0.8;

/**
 * A sentence of an owner on how far a hazard is: the bot asked for it, or they quote its card. Surer meanings (done, more time, not
 * mine) were tried before. True: dealt with.
 */
export async function routeHazardProgress(heard: Heard): Promise<boolean> {
  const { work, person, room, message, question, reading } = heard;
  const words = message.text.trim();
  if (room.kind !== 'direct' || words === '' || isCourtesy(words) || reading.intent === 'question') return false;
  if (reading.intent === 'hazard_report' && reading.confidence >= byRule && message.quote === undefined) return false;
  const asked = question?.kind === 'hazard_progress' ? (question.subject as HazardId) : null;
  const id = (message.quote === undefined ? null : (await quotedHazard(heard))?.id) ?? asked;
  if (id === null) return false;
  const told = await tellProgress(work, id, person, words);
  if (told === null) return false;
  if (asked !== null) await work.tx.rooms.answered(room.id, person.id);
  await answerHazard(heard, { id }, told);
  return true;
}

import type { HazardVerb } from '../../core/hazard-verb.ts';
import type { FileId, HazardId, RoomId } from '../../core/ids.ts';
import type { HazardResult, Refusal } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import { mayOnHazard } from '../../core/hazard-permission.ts';
import type { OpenQuestion } from '../../core/ports/rooms.ts';
import type { Work } from '../work.ts';
import { reportFixed } from './report-fixed.ts';
import { actOnHazard } from './take-hazard-tap.ts';

/** The words and pictures that follow a question about a hazard. */
export interface QuestionAnswer {
  person: Person;
  roomId: RoomId;
  words: string;
  fileIds: readonly FileId[];
}

/**
 * Takes the answer to what the bot asked about a hazard: the after-photo, or a reason. Null: the question is none of these, or
 * this is no answer to it (words where a photo was asked for).
 */
export async function answerQuestion(
  work: Work,
  question: Pick<OpenQuestion, 'kind' | 'subject'>,
  answer: QuestionAnswer,
): Promise<{ hazardId: HazardId; result: HazardResult | Refusal } | null> {
  const [hazardId = '', verb = '', value = ''] = question.subject.split(':');
  const hazard = await work.tx.hazards.byId(hazardId as HazardId);
  if (hazard === null) return null;
  const { person, roomId, words, fileIds } = answer;
  if (question.kind === 'hazard_photo') {
    if (fileIds.length === 0) return null;
    const reports = await work.tx.hazards.reports(hazard.id);
    if (!mayOnHazard(person, 'hazard_fixed', hazard, reports)) return null;
    return { hazardId: hazard.id, result: await reportFixed(work, hazard.id, answer) };
  }
  if (question.kind !== 'hazard_reason' || words.trim() === '') return null;
  await work.tx.rooms.answered(roomId, person.id);
  const act = { person, verb: verb as HazardVerb, value, words: words.trim(), roomId };
  return { hazardId: hazard.id, result: await actOnHazard(work, hazard, act) };
}

import { isOver, type Matter } from '../../core/matter.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import type { Person } from '../../core/people.ts';
import { endMatter } from '../dispute/end-matter.ts';
import type { RoomId } from '../../core/ids.ts';
import type { Work } from '../work.ts';
import { askWords } from './ask-words.ts';

/**
 * The owner of anything but a dispute says that it is done; its return visits come by themselves. A question is done when it is
 * answered.
 */
export async function finishMatter(
  work: Work,
  matter: Matter,
  { person, words, roomId }: { person: Person; words: string; roomId: RoomId | null },
): Promise<MatterResult> {
  if (isOver(matter)) return { kind: 'matter_already', state: matter.state };
  if (matter.kind === 'dispute' && matter.door !== 'police') return { kind: 'matter_not_yet', need: 'terms' };
  if (matter.kind === 'legal_question') return askWords(work, matter, person, roomId, 'answer');
  await endMatter(work, matter, matter.kind === 'crime_clue' ? 'handed_on' : 'done', words);
  return { kind: 'matter_done' };
}

import { withSideNamed } from '../../core/matter-sides.ts';
import { isOver, type Matter } from '../../core/matter.ts';
import type { PartyKey } from '../../core/party.ts';
import type { Person } from '../../core/people.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import { traceMatter, type Work } from '../work.ts';
import { keepCourse } from './keep-course.ts';
import { showWork } from './show-work.ts';

/** Whoever has the matter found out who a side is, or its number, which its teller could not say. */
export async function nameSide(
  work: Work,
  matter: Matter,
  person: Person,
  side: PartyKey,
  words: string,
): Promise<MatterResult> {
  const body = withSideNamed(matter.body, side, words);
  if (body === null) return { kind: 'matter_words_wanted', what: 'note' };
  if (isOver(matter)) return { kind: 'matter_already', state: matter.state };
  const named = await keepCourse(work, { ...matter, body });
  await traceMatter(work, matter, 'matter_noted', person.id, { side, what: 'named' });
  await showWork(work, named);
  return { kind: 'matter_noted' };
}

import type { Matter } from '../../core/matter.ts';
import type { Person } from '../../core/people.ts';
import { matterSight } from '../../core/matter-permission.ts';
import { traceMatter, type Work } from '../work.ts';
import { rightsOf } from './look-at-matter.ts';

/**
 * Somebody is about to see a matter on its page: what they may see, and that they looked is kept in its trace for good. Who may see
 * nothing leaves nothing there.
 */
export async function noteLook(
  work: Work,
  matter: Pick<Matter, 'id' | 'body'>,
  person: Person,
): Promise<ReturnType<typeof matterSight>> {
  const sight = matterSight(await rightsOf(work, matter, person));
  if (sight !== 'none') await traceMatter(work, matter, 'matter_looked', person.id, { sight, page: true });
  return sight;
}

import type { RoomId } from '../../core/ids.ts';
import type { Matter } from '../../core/matter.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import type { Person } from '../../core/people.ts';
import { type MatterRight, matterRights, matterSight } from '../../core/matter-permission.ts';
import { traceMatter, type Work } from '../work.ts';
import { sayPrivately } from './say-privately.ts';

/** Everything that this person is to this matter now. */
export async function rightsOf(
  work: Work,
  matter: Pick<Matter, 'id' | 'body'>,
  person: Person,
): Promise<ReadonlySet<MatterRight>> {
  const people = await work.tx.matters.people(matter.id);
  const openings = await work.tx.matters.openings(matter.id);
  return matterRights(person, people, openings, work.now, matter.body.parties);
}

/** Shows somebody what they may see of a matter, in their direct chat. That they looked is kept in its trace for good. */
export async function lookAtMatter(
  work: Work,
  matter: Matter,
  person: Person,
  roomId: RoomId | null,
): Promise<MatterResult> {
  const sight = matterSight(await rightsOf(work, matter, person));
  if (sight === 'none') return { kind: 'matter_not_yours' };
  await traceMatter(work, matter, 'matter_looked', person.id, { sight });
  await sayPrivately(work, person.id, { kind: 'matter_facts', matterId: matter.id }, { priority: 'answer' }, roomId);
  return { kind: 'matter_shown' };
}

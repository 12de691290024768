import type { PersonId } from '../../core/ids.ts';
import type { Matter } from '../../core/matter.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import { isOver } from '../../core/matter.ts';
import { traceMatter, type Work } from '../work.ts';
import { roomNamed } from './matter-room.ts';
import { setStandings, showGivenAway } from './matter-standings.ts';
import { offerMatter } from './offer-matter.ts';

/**
 * Its owner, or the desk, says that it needs a higher room: the next one on its way is asked, and whoever had it is free of it.
 * At the end of the way there is none.
 */
export async function stepUp(work: Work, matter: Matter, actorId: PersonId): Promise<MatterResult> {
  // A police matter has not come to any room yet.
  const next = matter.roomCode === '' ? 0 : matter.stop + 1;
  if (isOver(matter) || next >= matter.body.route.length) return { kind: 'matter_already', state: matter.state };
  await setStandings(work, matter, { owner: [] });
  const { ownerId } = matter;
  const passes =
    ownerId === null
      ? matter.body.passes
      : [...matter.body.passes, { personId: ownerId, why: 'left', at: work.now } as const];
  await traceMatter(work, matter, 'matter_stepped_up', actorId, { from: matter.roomCode });
  const moved = await offerMatter(work, { ...matter, ownerId: null, stop: next, body: { ...matter.body, passes } });
  if (ownerId !== null) await showGivenAway(work, matter, ownerId);
  return { kind: 'matter_stepped_up', room: roomNamed(work, moved.roomCode)?.name ?? moved.roomCode };
}

import { canAccept } from '../../core/dispute.ts';
import type { PersonId } from '../../core/ids.ts';
import type { Matter } from '../../core/matter.ts';
import { traceMatter, type Work } from '../work.ts';
import { planDeadline } from './extend-mediation.ts';
import { keepCourse } from './keep-course.ts';
import { showWork } from './show-work.ts';
import { planSession } from './plan-session.ts';
import { tellSides } from './tell-sides.ts';

/**
 * Accepts a dispute 受理 when it can be: somebody has it and every side agrees. The month runs from the first time; a mediator who
 * takes over goes on where the last one stopped, with the sessions that were arranged. Else it is unchanged.
 * @param by whose yes was the last one; the owner, who then needs no telling, when it is left out
 */
export async function acceptMatter(work: Work, matter: Matter, by: PersonId | null = matter.ownerId): Promise<Matter> {
  if (!canAccept(matter)) return matter;
  const first = matter.acceptedAt === null;
  const { sessions } = matter.body;
  const begun = sessions.some(({ state }) => state !== 'proposed' && state !== 'cancelled');
  const kept = await keepCourse(work, {
    ...matter,
    state: begun ? 'mediating' : 'accepted',
    acceptedAt: matter.acceptedAt ?? work.now,
  });
  await work.tx.timers.cancel('matter_consent', matter.id);
  await traceMatter(work, matter, 'matter_accepted', null, { again: !first });
  await planDeadline(work, kept);
  await planSession(work, kept);
  // Whose yes it was reads so in the answer to it.
  const turn = { kind: 'matter_turn', matterId: matter.id, turn: 'accepted' } as const;
  if (first) await tellSides(work, kept, () => turn, 'answer', { except: by });
  await showWork(work, kept, { loud: by !== kept.ownerId, moved: true });
  return kept;
}

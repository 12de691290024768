import { canAccept } from '../../core/dispute.ts';
import type { PersonId } from '../../core/ids.ts';
import type { Matter } from '../../core/matter.ts';
import type { Clash } from '../../core/session-clash.ts';
import { isOpen, withSession } from '../../core/session-steps.ts';
import { sayPrivately } from '../matter/say-privately.ts';
import { traceMatter, type Work } from '../work.ts';
import { planDeadline } from './extend-mediation.ts';
import { findClashes, timesTaken } from './find-clashes.ts';
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
    body: withMediator(matter),
  });
  await work.tx.timers.cancel('matter_consent', matter.id);
  await traceMatter(work, matter, 'matter_accepted', null, { again: !first });
  await planDeadline(work, kept);
  await planSession(work, kept);
  if (first) await tellSides(work, kept, () => ({ kind: 'matter_turn', matterId: matter.id, turn: 'accepted' }));
  await showWork(work, kept, { loud: by !== kept.ownerId, moved: true });
  await tellTaken(work, kept);
  return kept;
}

/** What was booked with another mediator may stand where whoever has it now sees somebody else. */
async function tellTaken(work: Work, matter: Matter): Promise<void> {
  const booked = matter.body.sessions.filter(({ state, anyway }) => state === 'booked' && anyway !== true);
  const found: Clash[] = [];
  for (const session of booked)
    if (session.startsAt !== null && session.startsAt > work.now)
      found.push(...(await findClashes(work, matter, session, [session.startsAt])));
  if (found.length === 0 || matter.ownerId === null) return;
  const notice = { kind: 'matter_result', matterId: matter.id, result: timesTaken(work, found, 0) } as const;
  await sayPrivately(work, matter.ownerId, notice, { priority: 'answer' });
}

/** Whoever has it now holds what is to come; whoever has an invitation gets a newer one. */
function withMediator({ body, ownerId }: Matter): Matter['body'] {
  const stale = body.sessions.filter((session) => isOpen(session) && session.mediatorId !== ownerId);
  if (ownerId === null) return body;
  return stale.reduce(
    (sum, session) => withSession(sum, { ...session, mediatorId: ownerId, sequence: session.sequence + 1 }),
    body,
  );
}

import type { Matter } from '../../core/matter.ts';
import type { Clash } from '../../core/session-clash.ts';
import { isOpen, withSession } from '../../core/session-steps.ts';
import { sayPrivately } from '../matter/say-privately.ts';
import type { Work } from '../work.ts';
import { findClashes, timesTaken } from './find-clashes.ts';

/** Whoever has it now holds what is to come; whoever has an invitation gets a newer one. */
export function withMediator({ body, ownerId }: Matter): Matter['body'] {
  if (ownerId === null) return body;
  return body.sessions
    .filter((session) => isOpen(session) && session.mediatorId !== ownerId)
    .reduce(
      (sum, session) => withSession(sum, { ...session, mediatorId: ownerId, sequence: session.sequence + 1 }),
      body,
    );
}

/** What was booked with another may stand where whoever has it now sees somebody else: they hear which, and move one of them. */
export async function tellTaken(work: Work, matter: Matter): Promise<void> {
  const found: Clash[] = [];
  for (const session of matter.body.sessions) {
    const { state, startsAt, anyway } = session;
    if (state === 'booked' && anyway !== true && startsAt !== null && startsAt > work.now)
      found.push(...(await findClashes(work, matter, session, [startsAt])));
  }
  if (found.length === 0 || matter.ownerId === null) return;
  const notice = { kind: 'matter_result', matterId: matter.id, result: timesTaken(work, found, 0) } as const;
  await sayPrivately(work, matter.ownerId, notice, { priority: 'answer' });
}

import { meetsApart, sideOf } from '../../core/dispute.ts';
import type { PersonId } from '../../core/ids.ts';
import type { Matter } from '../../core/matter.ts';
import { calledOff, isOpen, withSession } from '../../core/session-steps.ts';
import { sayPrivately } from '../matter/say-privately.ts';
import { traceMatter, type Work } from '../work.ts';
import { keepCourse } from './keep-course.ts';
import { planSession } from './plan-session.ts';
import { showWork } from './show-work.ts';
import { showSessions } from './tell-session.ts';

/**
 * Danger has come to light while a meeting was arranged: nobody is to sit at one table any more. Whoever told of it hears that it is
 * off, and whoever has the matter, loudly. The other side is told by a person, when it is safe: a message at this very moment would
 * give away who has just written. Talks apart stay.
 * @param matter locked
 * @param toldById who told of the danger; the one who is feared may be the other
 */
export async function callOffMeetings(
  work: Work,
  matter: Matter,
  toldById: PersonId | null = matter.tellerId,
): Promise<Matter> {
  const meetings = matter.body.sessions.filter((session) => isOpen(session) && session.side === undefined);
  if (!meetsApart(matter.body) || meetings.length === 0) return matter;
  const body = meetings.map(calledOff).reduce(withSession, matter.body);
  const met = body.sessions.some(({ state }) => state === 'booked' || state === 'held' || state === 'missed');
  const state = matter.state === 'mediating' && !met ? 'accepted' : matter.state;
  const kept = await keepCourse(work, { ...matter, state, body });
  for (const { n, state: was } of meetings) {
    await traceMatter(work, matter, 'session_changed', null, { session: n, said: 'danger' });
    const notice = { kind: 'matter_session', matterId: matter.id, session: n, step: 'off' } as const;
    if (was === 'booked' && toldById !== null)
      await sayPrivately(work, toldById, notice, { priority: 'answer' }, matter.roomId);
  }
  // With the other side everything stays as it stands: a message that changes just now says as much as a new one.
  const side = toldById === null ? null : sideOf(kept, toldById);
  await showSessions(work, kept, meetings.map(calledOff), side === null ? [] : [side]);
  await planSession(work, kept);
  await showWork(work, kept, { loud: true });
  return kept;
}

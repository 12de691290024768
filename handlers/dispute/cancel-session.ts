import { stepRefusal } from '../../core/dispute.ts';
import type { PersonId } from '../../core/ids.ts';
import type { Matter } from '../../core/matter.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import { calledOff, openSession, withSession } from '../../core/session-steps.ts';
import { traceMatter, type Work } from '../work.ts';
import { keepCourse } from './keep-course.ts';
import { planSession } from './plan-session.ts';
import { showWork } from './show-work.ts';
import { showSessions, tellOff } from './tell-session.ts';

/** The session that was arranged last is off. Who was invited hears it, and their calendars can too. */
export async function cancelSession(work: Work, matter: Matter, by: PersonId | null): Promise<MatterResult> {
  const refusal = stepRefusal(matter, 'cancel');
  if (refusal !== null) return refusal;
  const session = openSession(matter.body);
  if (session === null) return { kind: 'matter_not_yet', need: 'session' };
  const body = withSession(matter.body, calledOff(session));
  const met = body.sessions.some(({ state }) => state === 'booked' || state === 'held' || state === 'missed');
  const state = met && matter.kind === 'dispute' ? 'mediating' : 'accepted';
  const kept = await keepCourse(work, { ...matter, state, body });
  await traceMatter(work, matter, 'session_changed', by, { session: session.n, said: 'off' });
  await showSessions(work, kept, [calledOff(session)]);
  if (session.state === 'booked') await tellOff(work, kept, session);
  await planSession(work, kept);
  await showWork(work, kept);
  return { kind: 'matter_session_off' };
}

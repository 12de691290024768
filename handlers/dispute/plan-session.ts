import type { Matter } from '../../core/matter.ts';
import { sessionDue } from '../../core/session-steps.ts';
import { setTimer } from '../set-timer.ts';
import type { Work } from '../work.ts';

/** Sets the timer for whatever comes next of its sessions; when nothing does, takes it away. */
export async function planSession(work: Work, matter: Matter): Promise<void> {
  const nexts = matter.body.sessions.flatMap((session) => {
    const { reminder, lapsed, nextAt } = sessionDue(session, work.now);
    return reminder !== null || lapsed ? work.now : (nextAt ?? []);
  });
  if (nexts.length === 0) await work.tx.timers.cancel('matter_session', matter.id);
  else await setTimer(work, 'matter_session', matter.id, Math.min(...nexts));
}

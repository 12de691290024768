import { invited } from '../../core/dispute.ts';
import type { MatterId } from '../../core/ids.ts';
import { isOver, type Matter } from '../../core/matter.ts';
import type { PrivateNotice } from '../../core/private-notice.ts';
import type { Session, SessionReminder } from '../../core/session.ts';
import { calledOff, overlap, sessionDue, withSession } from '../../core/session-steps.ts';
import { sayPrivately } from '../matter/say-privately.ts';
import { questionSlot } from '../matter/show-questions.ts';
import { traceMatter, type Work } from '../work.ts';
import { keepCourse } from './keep-course.ts';
import { planSession } from './plan-session.ts';
import { showWork } from './show-work.ts';
import { askTimes, bookedSlot, showSessions } from './tell-session.ts';
import { tellSides } from './tell-sides.ts';

/**
 * A session is tomorrow or in an hour: sides and owner hear it. Its times were sent out and a side says nothing: it is asked once
 * more. It is over and nothing was recorded: the owner is asked how it went, and once more the next day.
 */
export async function remindSession(work: Work, subject: string): Promise<void> {
  const found = await work.tx.matters.lock(subject as MatterId);
  if (found === null || isOver(found) || found.state === 'suspended') return;
  let matter = found;
  for (const session of found.body.sessions) matter = await remindOf(work, matter, session);
  await planSession(work, matter);
}

async function remindOf(work: Work, matter: Matter, session: Session): Promise<Matter> {
  const { reminder, passed, lapsed } = sessionDue(session, work.now);
  if (lapsed) return lapse(work, matter, session);
  if (passed.length === 0) return matter;
  const reminded = [...new Set([...session.reminded, ...passed])];
  const kept = await keepCourse(work, { ...matter, body: withSession(matter.body, { ...session, reminded }) });
  if (reminder !== null) await remind(work, kept, session, reminder);
  return kept;
}

async function remind(work: Work, matter: Matter, session: Session, reminder: SessionReminder): Promise<void> {
  const about = { matterId: matter.id, session: session.n };
  const sides = invited(session, matter.body.parties).map(({ key }) => key);
  if (reminder === 'asked') {
    const open = overlap(session, matter.body.parties, work.now);
    if (open.kind === 'waiting') await askTimes(work, matter, session, open.sides, true);
    return toOwner(work, matter, { kind: 'matter_times_answered', ...about });
  }
  if (reminder === 'over' || reminder === 'again')
    return toOwner(work, matter, { kind: 'matter_session_over', ...about });
  const notice = { kind: 'matter_session', ...about, step: reminder } as const;
  const slot = reminder === 'day' ? { slot: bookedSlot(matter, session, 'day') } : {};
  await tellSides(work, matter, () => notice, 'reminder', { sides, ...slot });
  await toOwner(work, matter, notice);
}

async function toOwner(work: Work, matter: Matter, notice: PrivateNotice): Promise<void> {
  const slot = notice.kind === 'matter_session' ? {} : { slot: questionSlot(work, matter) };
  if (matter.ownerId !== null) await sayPrivately(work, matter.ownerId, notice, { priority: 'reminder', ...slot });
}

/** The last of the proposed times is over and nothing was booked: other times are wanted. */
async function lapse(work: Work, matter: Matter, session: Session): Promise<Matter> {
  const kept = await keepCourse(work, { ...matter, body: withSession(matter.body, calledOff(session)) });
  await traceMatter(work, matter, 'session_changed', null, { session: session.n, said: 'lapsed' });
  await showSessions(work, kept, [calledOff(session)]);
  await showWork(work, kept, { loud: true });
  return kept;
}

import { stepRefusal } from '../../core/dispute.ts';
import type { Matter } from '../../core/matter.ts';
import type { Person } from '../../core/people.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import { calledOff, isOpen, withSession } from '../../core/session-steps.ts';
import { traceMatter, type Work } from '../work.ts';
import { planDeadline } from './extend-mediation.ts';
import { deadlineOf, keepCourse } from './keep-course.ts';
import { showWork } from './show-work.ts';
import { showSessions } from './tell-session.ts';
import { tellSides } from './tell-sides.ts';

/** It rests for a while, such as for an expert's opinion: nothing is arranged, nobody is reminded, and its time stands still. */
export async function suspendMatter(work: Work, matter: Matter, person: Person, words: string): Promise<MatterResult> {
  const refusal = stepRefusal(matter, 'suspend');
  if (refusal !== null) return refusal;
  const off = matter.body.sessions.filter(isOpen).map(calledOff);
  const body = off.reduce(withSession, matter.body);
  const suspended = { from: matter.state, words, at: work.now };
  const kept = await keepCourse(work, { ...matter, state: 'suspended', body: { ...body, suspended } });
  for (const kind of ['matter_session', 'matter_deadline', 'matter_consent'] as const)
    await work.tx.timers.cancel(kind, matter.id);
  await traceMatter(work, matter, 'matter_suspended', person.id);
  await showSessions(work, kept, off);
  await tellSides(work, kept, () => ({ kind: 'matter_turn', matterId: matter.id, turn: 'suspended' }));
  await showWork(work, kept, { moved: true });
  return { kind: 'matter_moved', state: 'suspended' };
}

/** It goes on where it stood, with as much time left as there was. */
export async function goOn(work: Work, matter: Matter, person: Person): Promise<MatterResult> {
  const refusal = stepRefusal(matter, 'go_on');
  if (refusal !== null) return refusal;
  const { suspended, extension, sessions } = matter.body;
  const ends = deadlineOf(work, matter);
  const untilAt = ends === null ? null : ends + work.now - (suspended?.at ?? work.now);
  const met = sessions.some(({ state }) => state === 'held' || state === 'missed');
  const from = suspended?.from ?? 'assigned';
  const kept = await keepCourse(work, {
    ...matter,
    // What was booked is off.
    state: from === 'mediating' && !met ? 'accepted' : from,
    body: {
      ...matter.body,
      suspended: null,
      extension: untilAt === null ? extension : { askedDays: 0, agreed: [], ...extension, untilAt },
    },
  });
  await traceMatter(work, matter, 'matter_resumed', person.id);
  await planDeadline(work, kept);
  await tellSides(work, kept, () => ({ kind: 'matter_turn', matterId: matter.id, turn: 'goes_on' }));
  await showWork(work, kept, { moved: true });
  return { kind: 'matter_moved', state: kept.state };
}

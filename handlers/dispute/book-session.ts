import type { Instant } from '../../core/clock.ts';
import { invited, stepRefusal } from '../../core/dispute.ts';
import type { PersonId } from '../../core/ids.ts';
import type { Matter } from '../../core/matter.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import type { Session } from '../../core/session.ts';
import { bookedAt, withSession } from '../../core/session-steps.ts';
import { sayPrivately } from '../matter/say-privately.ts';
import { traceMatter, type Work } from '../work.ts';
import { findClashes, timesTaken } from './find-clashes.ts';
import { keepCourse } from './keep-course.ts';
import { planSession } from './plan-session.ts';
import { showWork } from './show-work.ts';
import { bookedSlot, showSessions } from './tell-session.ts';
import { tellSides } from './tell-sides.ts';

/** Books a session at a time that suits all, or moves it there: sides and owner hear it, with an invitation for their calendars. */
export async function bookSession(
  work: Work,
  matter: Matter,
  session: Session,
  at: Instant,
  by: PersonId | null,
): Promise<MatterResult> {
  const moved = session.state === 'booked';
  const booked = bookedAt(session, at, work.now);
  // An appointment of any other kind is part of the work that has begun.
  const state = matter.kind === 'dispute' ? 'mediating' : matter.state;
  const kept = await keepCourse(work, { ...matter, state, body: withSession(matter.body, booked) });
  await traceMatter(work, matter, moved ? 'session_changed' : 'session_booked', by, { session: session.n, at });
  const step = moved ? 'changed' : 'booked';
  const notice = { kind: 'matter_session', matterId: matter.id, session: session.n, step } as const;
  const parties = invited(session, matter.body.parties);
  await showSessions(work, kept, [booked]);
  const sides = parties.map(({ key }) => key);
  await tellSides(work, kept, () => notice, 'answer', { sides, slot: bookedSlot(matter, booked, 'booked') });
  if (kept.ownerId !== null) await sayPrivately(work, kept.ownerId, notice, { priority: 'answer' });
  await planSession(work, kept);
  // Moved to another time it has the steps that it had.
  await showWork(work, kept, { moved: !moved });
  return { kind: 'matter_booked', at };
}

/**
 * Its owner moves a booked session to another time, having spoken with the sides; whoever cannot then says so. Not to a time that is
 * given away already, unless `anyway`.
 */
export async function moveSession(
  work: Work,
  matter: Matter,
  session: Session,
  at: Instant,
  by: PersonId,
  anyway = false,
): Promise<MatterResult> {
  const refusal = stepRefusal(matter, 'propose');
  if (refusal !== null) return refusal;
  if (at <= work.now) return { kind: 'matter_times_wanted' };
  if (session.state === 'booked' && session.startsAt === at) return { kind: 'matter_booked', at };
  const clashes = anyway ? [] : await findClashes(work, matter, session, [at]);
  if (clashes.length > 0) return timesTaken(work, clashes, 0);
  return bookSession(work, matter, { ...session, answers: {}, anyway }, at, by);
}

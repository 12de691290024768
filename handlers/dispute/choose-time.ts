import { readTimeValue, type TimeSaid } from '../../core/course-tap.ts';
import { invited, sideOf, stepRefusal } from '../../core/dispute.ts';
import type { Matter } from '../../core/matter.ts';
import { partyOf, type PartyKey } from '../../core/party.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import type { Session } from '../../core/session.ts';
import { overlap, stillSuiting, withAnswer, withSession } from '../../core/session-steps.ts';
import type { MatterAct } from '../matter/matter-act.ts';
import { sayPrivately } from '../matter/say-privately.ts';
import { questionSlot } from '../matter/show-questions.ts';
import type { Work } from '../work.ts';
import { bookSession } from './book-session.ts';
import { findClashes, timesTaken } from './find-clashes.ts';
import { keepCourse } from './keep-course.ts';
import { showWork } from './show-work.ts';
import { sessionSlot } from './tell-session.ts';
import { redrawSide } from './tell-sides.ts';

/**
 * A side says which of the times suits it, or none; or its owner for a side that was rung. As soon as one suits all it is booked.
 * After that, "none" says that the side cannot come, and the owner hears it.
 */
export async function chooseTime(work: Work, matter: Matter, act: MatterAct): Promise<MatterResult> {
  const answer = readTimeValue(act.value);
  const session = answer === null ? undefined : matter.body.sessions.find(({ n }) => n === answer.session);
  if (answer === null || session === undefined) return { kind: 'matter_already', state: matter.state };
  const side = answer.side === null ? sideOf(matter, act.person.id) : act.rights.has('owner') ? answer.side : null;
  const party = side === null ? undefined : partyOf(invited(session, matter.body.parties), side);
  if (party === undefined) return { kind: 'matter_not_yours' };
  const refusal = stepRefusal(matter, 'choose');
  if (refusal !== null) return refusal;
  if (session.state === 'booked') return afterBooking(work, matter, session, party.key, { ...answer, by: act });
  const past = typeof answer.said === 'number' && (session.times[answer.said] ?? 0) <= work.now;
  if (session.state !== 'proposed' || past) return { kind: 'matter_already', state: matter.state };
  return answered(work, matter, session, party.key, { ...answer, by: act });
}

async function answered(
  work: Work,
  matter: Matter,
  session: Session,
  side: PartyKey,
  { said, by }: TimeSaid & { by: MatterAct },
): Promise<MatterResult> {
  const { parties } = matter.body;
  const before = overlap(session, parties, work.now);
  const now = withAnswer(session, side, said);
  const found = overlap(now, parties, work.now);
  const open: Matter = { ...matter, body: withSession(matter.body, now) };
  const suits = stillSuiting(now, parties, work.now);
  const clashes = found.kind === 'found' && now.anyway !== true ? await findClashes(work, open, now, suits) : [];
  const free = suits.find((at) => !clashes.some((clash) => clash.at === at));
  if (found.kind === 'found' && free !== undefined) return bookSession(work, open, now, free, by.person.id);
  const kept = await keepCourse(work, open);
  const party = partyOf(parties, side);
  if (party !== undefined) {
    const notice = { kind: 'matter_times', matterId: matter.id, session: session.n, side } as const;
    await redrawSide(work, kept, party, { notice, slot: sessionSlot(matter, session) });
  }
  await showWork(work, kept);
  if (found.kind === 'none' && before.kind !== 'none') await tellOwner(work, kept, session);
  if (found.kind !== 'found') return { kind: 'matter_time_noted' };
  // What suited all was given away meanwhile: whoever gave it away has to find another.
  const result = timesTaken(work, clashes, 0);
  if (by.rights.has('owner')) return result;
  const notice = { kind: 'matter_result', matterId: matter.id, result } as const;
  if (before.kind !== 'found' && matter.ownerId !== null)
    await sayPrivately(work, matter.ownerId, notice, { priority: 'answer' });
  return { kind: 'matter_time_noted' };
}

/** It is booked: a side that cannot come then says so, and the owner sees to it. */
async function afterBooking(
  work: Work,
  matter: Matter,
  session: Session,
  side: PartyKey,
  { said, by }: TimeSaid & { by: MatterAct },
): Promise<MatterResult> {
  if (said !== 'none') return tellAgain(work, matter, session, by);
  const known = session.answers[side]?.length === 0;
  const kept = await keepCourse(work, { ...matter, body: withSession(matter.body, withAnswer(session, side, 'none')) });
  if (!known) await tellOwner(work, kept, session);
  return { kind: 'matter_time_noted' };
}

/** Whoever still chooses hears when it is. */
async function tellAgain(work: Work, matter: Matter, session: Session, by: MatterAct): Promise<MatterResult> {
  const notice = { kind: 'matter_session', matterId: matter.id, session: session.n, step: 'booked' } as const;
  const manner = { priority: 'answer', slot: questionSlot(work, matter) } as const;
  await sayPrivately(work, by.person.id, notice, manner, by.roomId);
  return { kind: 'matter_booked', at: session.startsAt ?? work.now };
}

async function tellOwner(work: Work, matter: Matter, { n }: Session): Promise<void> {
  const notice = { kind: 'matter_times_answered', matterId: matter.id, session: n } as const;
  if (matter.ownerId !== null)
    await sayPrivately(work, matter.ownerId, notice, { priority: 'answer', slot: questionSlot(work, matter) });
}

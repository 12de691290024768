import type { Instant } from '../../core/clock.ts';
import { invited, meetsApart, stepRefusal } from '../../core/dispute.ts';
import type { Matter } from '../../core/matter.ts';
import { partyOf, type PartyKey } from '../../core/party.ts';
import type { Person } from '../../core/people.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import type { Session } from '../../core/session.ts';
import { calledOff, isOpen, proposedSession, usualMinutes, withAnswer, withSession } from '../../core/session-steps.ts';
import { privateRules } from '../matter/rules.ts';
import { traceMatter, type Work } from '../work.ts';
import { bookSession } from './book-session.ts';
import { findClashes, timesTaken } from './find-clashes.ts';
import { keepCourse } from './keep-course.ts';
import { planSession } from './plan-session.ts';
import { showWork } from './show-work.ts';
import { askTimes, showSessions, tellOff } from './tell-session.ts';

/** Times that its owner offers, or has settled with everybody by phone. */
export interface Times {
  times: readonly Instant[];
  /** Missing or null: as long as usual. */
  minutes?: number | null;
  /** A talk with this side alone. */
  side?: PartyKey;
  /** Nobody is asked any more: the first of the times is it. */
  settled?: boolean;
  /** This side asked for them: they suit it, and it is not asked. */
  suits?: PartyKey;
  /** Though something else stands there: two tables, two matters of the same people. */
  anyway?: boolean;
}

/**
 * Offers two or three times, which the sides answer privately. What was arranged before is off. Where somebody was in danger there
 * is no meeting: a time is for one side alone. Times that are over are left out; without any, they are asked for. Nor is a time
 * offered that the mediator, or the room, has given away: it is said what stands there, and nothing is called off for it.
 */
export async function proposeTimes(work: Work, matter: Matter, person: Person, asked: Times): Promise<MatterResult> {
  const refusal = stepRefusal(matter, 'propose');
  if (refusal !== null) return refusal;
  const toCome = asked.times.filter((at) => at > work.now);
  if (toCome.length === 0) return { kind: 'matter_times_wanted' };
  const { side } = asked;
  if (side !== undefined && partyOf(matter.body.parties, side) === undefined) return { kind: 'matter_none' };
  if (side === undefined && meetsApart(matter.body)) return { kind: 'matter_no_meeting' };
  const before = earlier(matter, side);
  const planned = { n: before?.n ?? 0, minutes: asked.minutes ?? usualMinutes, mediatorId: person.id };
  const clashes = asked.anyway === true ? [] : await findClashes(work, matter, planned, toCome);
  const times = toCome.filter((at) => !clashes.some((clash) => clash.at === at));
  const [first] = times;
  if (first === undefined) return timesTaken(work, clashes, 0);
  const open = before === undefined ? matter : await callOffEarlier(work, matter, before);
  const session = sessionOf(work, open, person, { ...asked, times });
  if (asked.settled === true) return bookSession(work, open, session, first, person.id);
  const kept = await keepCourse(work, { ...open, body: withSession(open.body, session) });
  await traceMatter(work, kept, 'session_proposed', person.id, { session: session.n, times: session.times.length });
  const others = invited(session, kept.body.parties).filter(({ key }) => key !== asked.suits);
  await askTimes(
    work,
    kept,
    session,
    others.map(({ key }) => key),
  );
  await planSession(work, kept);
  await showWork(work, kept);
  const sent = session.times.length;
  return clashes.length > 0 ? timesTaken(work, clashes, sent) : { kind: 'matter_times_sent', times: sent };
}

function sessionOf(
  work: Work,
  { roomCode, body }: Matter,
  { id }: Person,
  { side, times, minutes, suits, anyway = false }: Times,
): Session {
  const room = privateRules(work).rooms.find(({ code }) => code === roomCode);
  const session = proposedSession({
    n: Math.max(0, ...body.sessions.map(({ n }) => n)) + 1,
    times,
    minutes: minutes ?? usualMinutes,
    placeWords: room?.place ?? room?.name ?? '',
    form: side === undefined ? 'joint' : 'apart',
    ...(side === undefined ? {} : { side }),
    ...(anyway ? { anyway } : {}),
    mediatorId: id,
    askedAt: work.now,
  });
  return suits === undefined ? session : withAnswer(session, suits, 'all');
}

/** What was arranged before, with this side or with all. */
function earlier({ body }: Matter, side: PartyKey | undefined): Session | undefined {
  return body.sessions.findLast((session) => isOpen(session) && session.side === side);
}

/** It gives way; who counted on a booked one hears that it is off. */
async function callOffEarlier(work: Work, matter: Matter, before: Session): Promise<Matter> {
  const off = calledOff(before);
  const open = { ...matter, body: withSession(matter.body, off) };
  await showSessions(work, open, [off]);
  if (before.state === 'booked') await tellOff(work, open, before);
  return open;
}

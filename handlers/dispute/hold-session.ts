import { meetsApart, stepRefusal } from '../../core/dispute.ts';
import type { Matter } from '../../core/matter.ts';
import type { Person } from '../../core/people.ts';
import type { PartyKey } from '../../core/party.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import type { Session } from '../../core/session.ts';
import { proposedSession, usualMinutes, withSession } from '../../core/session-steps.ts';
import { traceMatter, type Work } from '../work.ts';
import { keepCourse } from './keep-course.ts';
import { planSession } from './plan-session.ts';
import { showWork } from './show-work.ts';
import { showSessions } from './tell-session.ts';

/** More than a record of one session is no record any more. */
const longestRecord = 8_000;

/**
 * A session took place; the words are its record (People's Mediation Act, Art. 27). The one that is meant is the booked one that
 * began last, or without any that has begun the next one; people also meet without an appointment, and that is recorded too. What
 * is said of one that is recorded already is added to it.
 * @param side of talks apart: with whom
 */
export async function holdSession(
  work: Work,
  matter: Matter,
  person: Person,
  words: string,
  side?: PartyKey,
): Promise<MatterResult> {
  const refusal = stepRefusal(matter, 'hold');
  if (refusal !== null) return refusal;
  const session = sessionMeant(matter, work.now, side) ?? unarranged(work, matter, person, side);
  const first = session.state !== 'held';
  const record = [session.record, words.trim()].filter((part) => part !== '').join('\n');
  const dispute = matter.kind === 'dispute';
  const held: Session = {
    ...session,
    state: 'held',
    record: record.slice(0, longestRecord),
    // A record is a mediation's: what somebody tells their counsellor is not asked for.
    ...(dispute ? {} : { reminded: [...session.reminded, 'over', 'again'] }),
  };
  const state = dispute ? 'mediating' : matter.state;
  const kept = await keepCourse(work, { ...matter, state, body: withSession(matter.body, held) });
  if (first) await traceMatter(work, matter, 'session_held', person.id, { session: session.n });
  if (first) await showSessions(work, kept, [held]);
  await planSession(work, kept);
  await showWork(work, kept);
  return held.record === '' && dispute ? { kind: 'matter_words_wanted', what: 'record' } : { kind: 'matter_noted' };
}

/** The session that somebody speaks of who says how it went. */
function sessionMeant({ body }: Matter, now: number, side?: PartyKey): Session | undefined {
  const own = body.sessions.filter((session) => side === undefined || session.side === side);
  const booked = own.filter(({ state }) => state === 'booked');
  const byTime = booked.toSorted((a, b) => (a.startsAt ?? 0) - (b.startsAt ?? 0));
  const begun = byTime.findLast(({ startsAt }) => (startsAt ?? 0) <= now);
  return begun ?? byTime[0] ?? own.findLast(({ state }) => state === 'held');
}

/** They met without an appointment, now. */
function unarranged(work: Work, { body }: Matter, { id }: Person, side?: PartyKey): Session {
  const n = Math.max(0, ...body.sessions.map((one) => one.n)) + 1;
  const form = side !== undefined || meetsApart(body) ? 'apart' : 'joint';
  const place = { minutes: usualMinutes, placeWords: '', mediatorId: id, ...(side === undefined ? {} : { side }) };
  return { ...proposedSession({ n, times: [], form, ...place }), state: 'booked', startsAt: work.now };
}

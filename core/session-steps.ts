import type { Instant } from './clock.ts';
import { invited } from './dispute.ts';
import type { MatterBody } from './matter.ts';
import type { Party, PartyKey } from './party.ts';
import type { Session, SessionReminder } from './session.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** More choices than that nobody compares on a phone. */
export const mostTimes = 3;
/** How long a session is planned for when nobody says. */
export const usualMinutes = 90;
/** Whoever held it is asked how it went so long after its planned end: talks run over. */
const afterEnd = hour / 2;
/** Sides that have not answered which times suit are asked once more after so long, or when half of the wait is over. */
const askAgain = day;

/** The session that is being arranged or is to come; null: there is none. There is one at most for each side. */
export function openSession(body: Pick<MatterBody, 'sessions'>, side?: PartyKey): Session | null {
  return body.sessions.findLast((session) => isOpen(session) && (side === undefined || session.side === side)) ?? null;
}

/** Whether it is proposed or booked. */
export function isOpen({ state }: Pick<Session, 'state'>): boolean {
  return state === 'proposed' || state === 'booked';
}

/** The same body with this session in its place, or added. */
export function withSession(body: MatterBody, session: Session): MatterBody {
  const known = body.sessions.some(({ n }) => n === session.n);
  const sessions = known
    ? body.sessions.map((one) => (one.n === session.n ? session : one))
    : [...body.sessions, session];
  return { ...body, sessions };
}

/** What makes a new session. */
export type Proposal = Pick<Session, 'n' | 'times' | 'minutes' | 'placeWords' | 'form' | 'mediatorId'> & {
  side?: PartyKey;
  anyway?: boolean;
  askedAt?: Instant;
};

/** A session with some times to choose from, which nobody has answered yet. */
export function proposedSession(proposal: Proposal): Session {
  return {
    ...proposal,
    times: [...new Set(proposal.times)].toSorted((a, b) => a - b).slice(0, mostTimes),
    state: 'proposed',
    answers: {},
    startsAt: null,
    absent: [],
    record: '',
    reminded: [],
    sequence: 0,
  };
}

/**
 * The same session with what a side said of its times: one more that suits, all, or none. A time once said to suit stays one until
 * `none` is said: tapping twice takes nothing back.
 */
export function withAnswer(session: Session, key: PartyKey, said: number | 'none' | 'all'): Session {
  const all = session.times.map((_, i) => i);
  const before = session.answers[key] ?? [];
  const suits = said === 'none' ? [] : said === 'all' ? all : all.filter((i) => i === said || before.includes(i));
  return { ...session, answers: { ...session.answers, [key]: suits } };
}

/** What the answers come to: the earliest time that suits everybody and is still to come; no such time; or who has not said. */
export type Overlap =
  { kind: 'found'; at: Instant } | { kind: 'none' } | { kind: 'waiting'; sides: readonly PartyKey[] };

/** Compares the answers of the sides that are asked; see {@link Overlap}. */
export function overlap(session: Session, parties: readonly Party[], now: Instant): Overlap {
  const sides = invited(session, parties).flatMap(({ key }) => (session.answers[key] === undefined ? [key] : []));
  const [first] = stillSuiting(session, parties, now);
  // When no time is left that can suit all, nobody has to be waited for.
  if (first === undefined) return { kind: 'none' };
  return sides.length > 0 ? { kind: 'waiting', sides } : { kind: 'found', at: first };
}

/** The times to come that nobody who is asked has left out, in their order. */
export function stillSuiting(session: Session, parties: readonly Party[], now: Instant): Instant[] {
  const keys = invited(session, parties).map(({ key }) => key);
  return session.times.filter((at, i) => at > now && keys.every((key) => session.answers[key]?.includes(i) ?? true));
}

/** The same session at a fixed time. Moved or booked anew, its reminders come again and its invitation replaces the earlier one. */
export function bookedAt(session: Session, startsAt: Instant, now: Instant): Session {
  const moved = session.startsAt !== null;
  // What people hear now needs no reminder for what is about to be.
  const told: SessionReminder[] = startsAt - now <= hour ? ['day', 'hour'] : startsAt - now <= day ? ['day'] : [];
  return {
    ...session,
    state: 'booked',
    startsAt,
    reminded: told,
    sequence: moved ? session.sequence + 1 : session.sequence,
  };
}

/** The same session called off; whoever has its invitation gets one that says so. */
export function calledOff(session: Session): Session {
  return { ...session, state: 'cancelled', sequence: session.sequence + 1 };
}

/** A reminder and from when on it is due; `reminder` null: the proposed times are all over, and nobody chose. */
interface Due {
  reminder: SessionReminder | null;
  at: Instant;
  /** After that it says nothing any more. */
  until: Instant;
}

function duesOf({ state, startsAt, times, minutes, record, askedAt: proposedAt }: Session): Due[] {
  const [first] = times;
  if (state === 'proposed' && first !== undefined && proposedAt !== undefined) {
    const half = proposedAt + Math.max(hour, Math.floor((first - proposedAt) / 2));
    const last = times.at(-1) ?? first;
    return [
      { reminder: 'asked', at: Math.min(proposedAt + askAgain, half), until: first },
      { reminder: null, at: last, until: Infinity },
    ];
  }
  if (startsAt === null) return [];
  const over = startsAt + minutes * 60_000 + afterEnd;
  // It took place, and the record that the law wants is still missing (People's Mediation Act, Art. 27).
  if (state === 'held' && record === '') return [{ reminder: 'again', at: over + day, until: Infinity }];
  if (state !== 'booked') return [];
  return [
    { reminder: 'day', at: startsAt - day, until: startsAt - 2 * hour },
    { reminder: 'hour', at: startsAt - hour, until: startsAt },
    { reminder: 'over', at: over, until: Infinity },
    { reminder: 'again', at: over + day, until: Infinity },
  ];
}

/** What a session's timer has to do now. */
export interface SessionDue {
  /** To be sent now; null: nothing. */
  reminder: SessionReminder | null;
  /** Those that are sent now or too late to be sent, so that none comes after a later one. */
  passed: readonly SessionReminder[];
  /** Nobody chose in time. */
  lapsed: boolean;
  /** When to look again; null: never. */
  nextAt: Instant | null;
}

/**
 * Which reminder of a session is due now, and when the next one is. One whose time was over before it could be sent is left out: a
 * session booked for today has no reminder of the day before.
 */
export function sessionDue(session: Session, now: Instant): SessionDue {
  const open = duesOf(session).filter(
    ({ reminder, until }) => until > now && (reminder === null || !session.reminded.includes(reminder)),
  );
  const due = open.findLast(({ at }) => at <= now);
  const next = open.find(({ at }) => at > now);
  return {
    reminder: due?.reminder ?? null,
    passed: open.flatMap(({ at, reminder }) => (at <= now && reminder !== null ? [reminder] : [])),
    lapsed: due !== undefined && due.reminder === null,
    nextAt: next?.at ?? null,
  };
}

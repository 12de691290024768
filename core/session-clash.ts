import type { Instant } from './clock.ts';
import type { Matter } from './matter.ts';
import type { Session } from './session.ts';

/** A session that takes up its mediator's time, and its room. */
export interface Occupied {
  number: string;
  startsAt: Instant;
  minutes: number;
  why: 'mediator' | 'room';
}

/** A time that cannot be had, and what stands there already. */
export interface Clash {
  at: Instant;
  number: string;
  why: Occupied['why'];
}

/** For whom and how long a time is wanted. */
export interface Wanted {
  matter: Pick<Matter, 'id' | 'kind' | 'roomCode'>;
  session: Pick<Session, 'n' | 'minutes' | 'mediatorId'>;
}

/**
 * What the booked sessions of these matters take up for a session that is wanted: the time of its mediator, and of a dispute the room
 * in which all of its committee mediate. Other kinds are seen by several people at once, or at their door.
 */
export function occupiedBy({ matter, session }: Wanted, others: readonly Matter[]): Occupied[] {
  return others.flatMap(({ id, kind, number, roomCode, body }) => {
    const sameRoom = kind === 'dispute' && matter.kind === 'dispute' && roomCode !== '' && roomCode === matter.roomCode;
    return body.sessions.flatMap(({ n, state, startsAt, minutes, mediatorId }): Occupied[] => {
      if (state !== 'booked' || startsAt === null || (id === matter.id && n === session.n)) return [];
      if (mediatorId === session.mediatorId) return [{ number, startsAt, minutes, why: 'mediator' }];
      return sameRoom ? [{ number, startsAt, minutes, why: 'room' }] : [];
    });
  });
}

/** Which of the times meet something, each once; one session may begin at the minute in which another ends. */
export function clashesOf(times: readonly Instant[], minutes: number, occupied: readonly Occupied[]): Clash[] {
  return times.flatMap((at) => {
    const met = occupied.find(
      (one) => at < one.startsAt + one.minutes * 60_000 && one.startsAt < at + minutes * 60_000,
    );
    return met === undefined ? [] : [{ at, number: met.number, why: met.why }];
  });
}

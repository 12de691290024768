import type { Instant } from './clock.ts';
import type { PersonId } from './ids.ts';
import type { PartyKey } from './party.ts';

/**
 * One meeting, or one talk of the mediator with each side where nobody is to meet. `proposed`: two or three times, and both
 * sides answer privately. `booked`: a time that suits all. `held`: with a record. `missed`: a side did not come. `cancelled`.
 */
export type SessionState = 'proposed' | 'booked' | 'held' | 'missed' | 'cancelled';

/** What is said of a session unasked; each once. */
export type SessionReminder = 'asked' | 'day' | 'hour' | 'over' | 'again';

export interface Session {
  /** From 1. */
  n: number;
  state: SessionState;
  /** Two or three, in order. */
  times: readonly Instant[];
  /** Which of the times suit a side, by index; an empty list: none of them. Missing: no answer yet. */
  answers: Readonly<Record<PartyKey, readonly number[]>>;
  /** When its times were sent out; missing: nobody was asked, it was booked at once. */
  askedAt?: Instant;
  /** Null until booked. */
  startsAt: Instant | null;
  minutes: number;
  /** The room's name and where it is, as people are told. */
  placeWords: string;
  /** `joint`: all at one table. `apart`: the mediator with each side; the only form where there was violence. */
  form: 'joint' | 'apart';
  /** Apart: whose talk it is; a time and an invitation of its own for each side, so that nobody meets at the door. */
  side?: PartyKey;
  mediatorId: PersonId;
  /** Its times stand though something else stands there too; missing: not if it does. */
  anyway?: boolean;
  /** Sides that did not come. */
  absent: readonly PartyKey[];
  /** What was said and agreed, by the mediator (Art. 27: a record is kept). */
  record: string;
  /** Which went out: `asked`: which times suit, once more; `day`, `hour` before; `over`: how did it go, a day later `again`. */
  reminded: readonly SessionReminder[];
  /** Raised with each change, for the calendar invitation's SEQUENCE (RFC 5545, 3.8.7.4). */
  sequence: number;
}

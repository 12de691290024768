import type { Instant } from './clock.ts';
import type { PersonId } from './ids.ts';

/** What a deadline is made of: kept whole, so that its sum can be told and checked at any time. */
export interface DeadlineTerms {
  /** From when it counts. */
  startAt: Instant;
  given: { unit: 'working_days' | 'hours'; count: number };
  extensions: readonly Extension[];
  /** In order, never overlapping; only the last can be open. */
  pauses: readonly Pause[];
}

/** Working days more. `rework`: by itself, so that a hazard that comes back leaves time for the work. */
export interface Extension {
  why: 'granted' | 'rework';
  days: number;
  reason: string;
  byId: PersonId | null;
  at: Instant;
}

/** A time in which the clock stands: somebody stopped it, or the owner can do nothing (awaiting the check, closed). */
export interface Pause {
  why: 'asked' | 'recheck' | 'closed';
  from: Instant;
  to: Instant | null;
  reason: string;
}

/** One calendar day that does not count, or counts although it is a weekend. ISO date in the zone's time. */
export interface CountedDay {
  date: string;
  why: 'weekend' | 'holiday' | 'makeup' | 'paused';
  /** The holiday's name; '' for the others. */
  name: string;
}

/** The terms added up, with the arithmetic: a text says it without reckoning anything again. */
export interface DeadlineSum {
  unit: 'working_days' | 'hours';
  startAt: Instant;
  /** ISO dates in the zone's time. The day of the start does not count (民法典 Art. 201). */
  startDate: string;
  given: number;
  /** Working days added by extensions. */
  extended: number;
  /** Working days (or, for hours, whole minutes) in which the clock stood. */
  paused: number;
  /** Days between start and due date that did not count, and weekends that did 调休. */
  notable: readonly CountedDay[];
  /** Null while the clock stands. */
  dueDate: string | null;
  dueAt: Instant | null;
}

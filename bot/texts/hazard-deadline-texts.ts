import type { DueTime } from '../../core/tap-result.ts';
import type { Span } from '../../core/zone-time.ts';

/** How a deadline stands now. Days are working days. */
export type Standing =
  | { kind: 'days_late'; days: number }
  /** Past it, and no working day has gone by yet. */
  | { kind: 'late' }
  | { kind: 'today' }
  | { kind: 'days_left'; days: number }
  | { kind: 'span_late' | 'span_left'; span: Span };

/** Days that did not count, or counted although they are a weekend; ISO dates, in order. */
export interface PassedDays {
  why: 'weekend' | 'holiday' | 'makeup' | 'paused';
  /** The holiday's name; '' for the others. */
  name: string;
  dates: readonly string[];
}

/** A deadline as it is made up, for a text to say without reckoning anything. */
export interface DeadlineParts {
  unit: 'working_days' | 'hours';
  start: DueTime;
  given: number;
  /** Working days that somebody granted. */
  granted: number;
  /** Working days that came by themselves, so that what came back leaves time for the work. */
  rework: number;
  /** For hours: how long the clock stood. */
  paused: Span | null;
  passed: readonly PassedDays[];
  /** Null while the clock stands. */
  due: DueTime | null;
  /** Why the clock stands, with the reason that was given; null: it runs. */
  stands: { why: 'asked' | 'recheck' | 'closed'; reason: string } | null;
  /** Null where nothing is awaited any more. */
  standing: Standing | null;
}

/** Deadlines in words, with their arithmetic. */
export interface DeadlineTexts {
  standing(standing: Standing): string;
  /** The whole sum in one sentence. */
  sum(parts: DeadlineParts): string;
  /** Without the arithmetic, for lists. */
  short(due: DueTime): string;
  readonly stopped: string;
}

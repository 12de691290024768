import { emptyPlaces } from './call-out.ts';
import type { Skill } from './catalogue.ts';
import type { IncidentView } from './ports/incidents.ts';
import type { TraceEntry } from './ports/trace.ts';

/**
 * What an ended incident leaves to think about, each with the fact behind it. The program points; people judge, and nobody is
 * named.
 */
export type Lesson =
  /** From the first report to the officer's word it took long. */
  | { kind: 'slow_decision'; milliseconds: number }
  /** Seats that stayed empty to the end. */
  | { kind: 'seats_empty'; seats: readonly { skill: Skill | null; count: number }[] }
  /** Nobody was left to ask for a seat. */
  | { kind: 'nobody_left' }
  /** Orders that no channel could deliver, and such as nobody answered. */
  | { kind: 'undelivered'; count: number }
  | { kind: 'unanswered'; count: number }
  /** People who came later than they had said. */
  | { kind: 'late'; count: number }
  /** What the scene had to ask for besides the plan. */
  | { kind: 'added'; skill: Skill | null; count: number };

/** An officer's decision within this is quick: two taps and a look. Milliseconds. */
const quickDecisionMs = 60_000;
/** So much later than said is not yet late. Milliseconds. */
const graceMs = 120_000;

/** The lessons of an incident in which people were called; none of one that was not. */
export function lessonsOf({ incident, seats, orders }: IncidentView, trace: readonly TraceEntry[]): Lesson[] {
  if (incident.calledOutAt === null) return [];
  const count = (kind: 'undelivered' | 'unanswered' | 'late', fits: (order: (typeof orders)[number]) => boolean) => {
    const found = orders.filter(fits).length;
    return found === 0 ? [] : [{ kind, count: found }];
  };
  const decisionMs = (incident.confirmedAt ?? incident.reportedAt) - incident.reportedAt;
  const short = seats
    .filter((seat) => seat.origin === 'plan' && emptyPlaces(seat) > 0)
    .map((seat) => ({ skill: seat.skill, count: emptyPlaces(seat) }));
  return [
    ...(decisionMs > quickDecisionMs ? [{ kind: 'slow_decision', milliseconds: decisionMs } as const] : []),
    ...(short.length > 0 ? [{ kind: 'seats_empty', seats: short } as const] : []),
    ...(trace.some(({ what }) => what === 'nobody_left') ? [{ kind: 'nobody_left' } as const] : []),
    ...count('undelivered', ({ answer }) => answer === 'unreachable'),
    ...count('unanswered', ({ answer }) => answer === 'open' || answer === 'lapsed'),
    ...count('late', ({ etaAt, onSceneAt }) => etaAt !== null && onSceneAt !== null && onSceneAt > etaAt + graceMs),
    ...seats
      .filter(({ origin }) => origin === 'need')
      .map(({ skill, needed }) => ({ kind: 'added', skill, count: needed }) as const),
  ];
}

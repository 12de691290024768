import type { CheckIn, PointSource } from './check-in.ts';
import type { Instant } from './clock.ts';
import type { CheckInId, PersonId, PlaceId } from './ids.ts';
import type { Position } from './message.ts';
import { nextPoints } from './next-point.ts';
import type { Place } from './people.ts';
import { namedPoints, type NamedPoint } from './point-names.ts';
import type { DutyKind, ShiftPoint } from './shift.ts';

/** What a message says about where its sender was. */
export interface PointClues {
  /** All of its words. */
  words: string;
  /** Points as they were read: `5`, `QY-0217` or the words that name them. */
  points: readonly string[];
  /** Words that name a place, of a patrol or not; '' none. */
  place: string;
  /** Code of a place; null: none. `scanned`: read from the sign at the place itself, and not told. */
  code: string | null;
  scanned: boolean;
  /** The same point as before: 同上. */
  again: boolean;
  /** Passed before and told of only now: 补一张. */
  late: boolean;
  /** The time that the words name; null: none. */
  saidAt: Instant | null;
  position: (Position & { accuracyMetres?: number }) | null;
  personId: PersonId;
  at: Instant;
}

/** What is known of the shift until now. */
export interface PointsSoFar {
  kind: DutyKind;
  points: readonly ShiftPoint[];
  checkIns: readonly CheckIn[];
  /** Every active place of the zone. */
  places: readonly Place[];
  /** A position so near to a point is at it. */
  radiusMetres: number;
}

/** How a point was found: the words say it, something speaks for it, or it is only the one that was expected. */
export type Sureness = 'said' | 'likely' | 'guessed';

/** Which points somebody was at. */
export type WhichPoint =
  | { kind: 'points'; ns: readonly number[]; source: PointSource; sure: Sureness }
  /** A place that is not on the route, or, all points being seen, none in particular. */
  | { kind: 'off_route'; placeId: PlaceId | null; source: PointSource }
  /** More of what is not settled yet itself. */
  | { kind: 'same'; checkInId: CheckInId }
  /** Somebody has to say: these are the likeliest, best first. */
  | { kind: 'unclear'; choices: readonly number[] }
  /** It has nothing to do with the shift. */
  | { kind: 'not_ours' };

/** More than these nobody chooses from on a small screen. */
const mostChoices = 6;

/** The shift until now, its points with their names, and which of them are expected next. */
export interface Walk extends PointsSoFar {
  route: readonly NamedPoint[];
  expected: readonly ShiftPoint[];
}

/** The shift as it is looked at for a message of this instant. */
export function walkAt(known: PointsSoFar, at: Instant): Walk {
  return {
    ...known,
    route: namedPoints(known.points, known.places),
    expected: nextPoints(known.points, known.checkIns, at),
  };
}

/** These points. */
export function these(ns: readonly number[], source: PointSource, sure: Sureness): WhichPoint {
  return { kind: 'points', ns, source, sure };
}

/** So many places are kept for points that were left out long before. */
const leftOutBefore = 2;

/**
 * Somebody has to say: these first, then what is expected, then what is nearest to it; and last, on a long walk, the first points
 * that were passed over, because people do go back for them.
 */
export function unclear(walk: Walk, ns: readonly number[]): WhichPoint {
  const first = ns.filter((n) => walk.points.some((point) => point.n === n));
  const next = walk.expected.map(({ n }) => n);
  const open = walk.points.filter(({ state }) => state === 'open').map(({ n }) => n);
  const near = open.toSorted((a, b) => apart(a, next) - apart(b, next));
  const likely = [...new Set([...first, ...next, ...near])];
  const nearest = likely.slice(0, mostChoices);
  const before = open.filter((n) => n < (next[0] ?? 0) && !nearest.includes(n)).slice(0, leftOutBefore);
  return { kind: 'unclear', choices: [...nearest.slice(0, mostChoices - before.length), ...before] };
}

/** How far a point is from the one that is expected, in points. */
export const apart = (n: number, [next]: readonly number[]): number => Math.abs(n - (next ?? 1));

import type { Instant } from './clock.ts';
import type { PlaceId, ShiftId } from './ids.ts';
import type { ShiftPoint } from './shift.ts';
import type { Route } from './zone/patrol-rules.ts';

/** The shift that a route is laid out for. */
export interface RouteShift {
  id: ShiftId;
  startsAt: Instant;
  endsAt: Instant;
}

/** A place as a route needs it. `id` null: no longer there; the name is kept. */
export interface RoutePlace {
  id: PlaceId | null;
  name: string;
}

type RoutePoint = Route['points'][number];

/** A point with its window in a shift. */
interface Windowed {
  point: RoutePoint;
  notBeforeAt: Instant | null;
  dueAt: Instant;
}

/**
 * A route's points for one shift. Times of day are the first such time from the shift's beginning on, so those before it are
 * the next day's; a window that would end after the shift ends with it.
 *
 * Where the order is random it is drawn from the seed alone: laid out again for the same shift it stays as it was. Each point is
 * given a moment within its window, and they are walked by these, so that one that is due early comes early.
 * @param places by their codes; one that is missing keeps its code for a name
 * @param seed any text that belongs to this shift alone, and that nobody can guess
 */
export function layOutPoints(
  route: Route,
  shift: RouteShift,
  places: ReadonlyMap<string, RoutePlace>,
  timeZone: string,
  seed: string,
): ShiftPoint[] {
  const windowed = route.points.map((point) => windowOf(point, shift, timeZone));
  const ordered = route.order === 'random' ? byChance(windowed, shift, seed) : windowed;
  return ordered.map(({ point, notBeforeAt, dueAt }, i) => ({
    shiftId: shift.id,
    n: i + 1,
    placeId: places.get(point.place)?.id ?? null,
    name: places.get(point.place)?.name ?? point.place,
    state: 'open',
    notBeforeAt,
    dueAt,
    proof: point.proof,
    task: point.task,
    askedAt: null,
    toldAt: null,
    why: '',
  }));
}

function windowOf(point: RoutePoint, { startsAt, endsAt }: RouteShift, timeZone: string): Windowed {
  const early = point.notBefore === undefined ? null : clockFrom(startsAt, point.notBefore, timeZone);
  // A time that never comes in this shift keeps nobody from the point.
  const notBeforeAt = early !== null && early < endsAt ? early : null;
  const late = point.by === undefined ? endsAt : clockFrom(notBeforeAt ?? startsAt, point.by, timeZone);
  return { point, notBeforeAt, dueAt: Math.min(late, endsAt) };
}

/** The first time of day at `clock` from an instant on. */
function clockFrom(from: Instant, clock: string, timeZone: string): Instant {
  const begin = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone);
  const plainTime = Temporal.PlainTime.from(clock);
  const sameDay = begin.toPlainDate().toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
  if (sameDay >= from) return sameDay;
  return begin.toPlainDate().add({ days: 1 }).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
}

function byChance(points: readonly Windowed[], { startsAt }: RouteShift, seed: string): readonly Windowed[] {
  return points
    .map((one, i) => {
      const begin = one.notBeforeAt ?? startsAt;
      return { one, moment: begin + share(`${seed} ${i}`) * (one.dueAt - begin) };
    })
    .sort((a, b) => a.moment - b.moment)
    .map(({ one }) => one);
}

/** A number from 0 to below 1 that follows from a text: FNV-1a, stirred so that like texts give unlike numbers. */
function share(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

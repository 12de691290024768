import type { CheckIn } from './check-in.ts';
import type { Instant } from './clock.ts';
import type { ShiftPoint } from './shift.ts';

/** Check-ins that were somewhere: neither taken back nor replaced, nor still without a point. */
export function standing(checkIns: readonly CheckIn[]): CheckIn[] {
  return checkIns.filter(({ state }) => state === 'counted' || state === 'repeat' || state === 'extra');
}

/** The counted ones by the time at which somebody was there, the last at the end. */
function walked(checkIns: readonly CheckIn[]): (CheckIn & { n: number })[] {
  const counted = checkIns.filter((one): one is CheckIn & { n: number } => one.state === 'counted' && one.n !== null);
  return counted.toSorted((a, b) => a.at - b.at);
}

/** The number of the point where the walk is: the last one that was seen in its turn; 0 before the first. */
export function lastSeen(checkIns: readonly CheckIn[]): number {
  const inTurn = walked(checkIns).filter(({ afterwards }) => !afterwards);
  return (inTurn.at(-1) ?? walked(checkIns).at(-1))?.n ?? 0;
}

const isOpen = ({ state }: ShiftPoint): boolean => state === 'open';

/**
 * Which points are expected next: the first open one after the last that was seen (before it, where the route is walked from
 * its end), and counts at `at`; when the end has been reached, those that were passed over, to be gone back to. Nothing: all
 * were seen.
 */
export function nextPoints(points: readonly ShiftPoint[], checkIns: readonly CheckIn[], at: Instant): ShiftPoint[] {
  const open = points.filter(isOpen);
  const last = lastSeen(checkIns);
  const back = open.find(({ n }) => n === last - 1);
  if (back !== undefined && walksBack(checkIns)) return [back];
  const ahead = open.filter(({ n }) => n > last);
  const [next] = ahead.filter(({ notBeforeAt }) => notBeforeAt === null || notBeforeAt <= at);
  if (next !== undefined) return [next];
  const behind = open.filter((point) => !ahead.includes(point));
  return behind.length > 0 ? behind : ahead.slice(0, 1);
}

/** The last step was to the point before. */
function walksBack(checkIns: readonly CheckIn[]): boolean {
  const [last, before] = walked(checkIns)
    .filter(({ afterwards }) => !afterwards)
    .toReversed();
  return last !== undefined && before !== undefined && last.n === before.n - 1;
}

/** Open points that were passed over: before the last that was seen. */
export function passedOver(points: readonly ShiftPoint[], checkIns: readonly CheckIn[]): ShiftPoint[] {
  const last = lastSeen(checkIns);
  return points.filter((point) => isOpen(point) && point.n < last);
}

/** What is nearer in time by this factor and by so much is clearly nearer. */
const clearly = { factor: 0.6, ms: 3 * 60_000 };

/**
 * The points that somebody can have been at then, the likeliest first: open ones between the point that was seen before and the
 * one seen after, each at its share of the time between. One alone is sure enough.
 */
export function pointsAtTime(points: readonly ShiftPoint[], checkIns: readonly CheckIn[], at: Instant): ShiftPoint[] {
  const seen = walked(checkIns);
  const before = seen.findLast((one) => one.at <= at);
  const after = seen.find((one) => one.at > at);
  const open = points.filter(isOpen);
  if (before === undefined) return open.filter(({ n }) => n < (after?.n ?? 2)).toReversed();
  if (after === undefined) return nextPoints(points, checkIns, at).slice(0, 1);
  const [low, high] = [Math.min(before.n, after.n), Math.max(before.n, after.n)];
  const share = (n: number): number => before.at + ((n - before.n) / (after.n - before.n)) * (after.at - before.at);
  const off = ({ n }: ShiftPoint): number => Math.abs(share(n) - at);
  const byFit = open.filter(({ n }) => n > low && n < high).toSorted((a, b) => off(a) - off(b));
  const [first, second] = byFit.map(off);
  const apart = (first ?? 0) < (second ?? 0) * clearly.factor && (second ?? 0) - (first ?? 0) >= clearly.ms;
  return second === undefined || apart ? byFit.slice(0, 1) : byFit;
}

import type { CheckIn } from './check-in.ts';
import { countedFromEnd } from './counted-from-end.ts';
import { findPlace } from './find-place.ts';
import { passedOver, pointsAtTime, standing } from './next-point.ts';
import { isElsewhere, pointByPosition } from './point-by-position.ts';
import { pointsByWords } from './point-by-words.ts';
import {
  these,
  unclear,
  walkAt,
  type PointClues,
  type PointsSoFar,
  type Walk,
  type WhichPoint,
} from './point-clues.ts';
import { pointsMeant } from './point-names.ts';
import type { ShiftPoint } from './shift.ts';
import { similarPoints } from './similar-name.ts';

/** Whoever names a time so near to now speaks of now. */
const nowMs = 15 * 60_000;
/** How long somebody else's last point is what 同上 means. */
const othersMs = 15 * 60_000;

/**
 * Which points of the shift a message is about, the surest clue first: the sign at the point, the words, 最后一个, 同上, a position,
 * a time, and else the one that was expected. Where a duty has no order (a round, a desk), only what is named counts.
 */
export function whichPoint(clues: PointClues, known: PointsSoFar): WhichPoint {
  const walk = walkAt(known, clues.at);
  const named = bySign(clues, walk) ?? pointsByWords(clues, walk);
  const strict = known.kind === 'round' || known.kind === 'desk';
  if (strict) return named?.kind === 'points' || named?.kind === 'unclear' ? named : { kind: 'not_ours' };
  return (
    named ??
    byEnd(clues, walk) ??
    byRepeat(clues, walk) ??
    pointByPosition(clues, walk, null) ??
    byTime(clues, walk) ??
    byUnknownWords(clues, walk) ??
    byOrder(clues, walk)
  );
}

/** The code at the point itself. */
function bySign({ code, scanned }: PointClues, { route, places }: Walk): WhichPoint | null {
  if (code === null || !scanned) return null;
  const meant = pointsMeant(code, route);
  const [point] = meant.kind === 'points' && meant.how === 'name' ? meant.points : [];
  if (point !== undefined) return these([point.n], 'code', 'said');
  const place = findPlace(places, { code, text: '' });
  return place === null ? null : { kind: 'off_route', placeId: place.id, source: 'code' };
}

/** 最后一个点, 倒数第二个. */
function byEnd({ words, points: named }: PointClues, { points }: Walk): WhichPoint | null {
  const n = named.length > 0 ? null : countedFromEnd(words, points.length);
  const point = n === null ? undefined : points[n - 1];
  return point === undefined ? null : these([point.n], 'caption', 'said');
}

/** 同上: where this person was last, else where anybody of the crew was just now. */
function byRepeat(clues: PointClues, { checkIns }: Walk): WhichPoint | null {
  if (!clues.again) return null;
  const kept = checkIns.filter((one) => one.state === 'asked' || standing([one]).length > 0);
  const own = kept.findLast(({ personId, byId }) => personId === clues.personId || byId === clues.personId);
  const last = own ?? kept.findLast(({ receivedAt }) => clues.at - receivedAt <= othersMs);
  if (last === undefined) return null;
  if (last.state === 'asked') return { kind: 'same', checkInId: last.id };
  if (last.n === null) return { kind: 'off_route', placeId: last.placeId, source: 'again' };
  return these([last.n], 'again', own === undefined ? 'likely' : 'said');
}

/** 刚才忘拍了 9点15那个点; 补一张: one that was passed over. */
function byTime(clues: PointClues, walk: Walk): WhichPoint | null {
  const { saidAt, late } = clues;
  const past = saidAt !== null && (late || clues.at - saidAt > nowMs);
  if (!past && !late) return null;
  const wordsOnly = unproved(clues, walk);
  const then = past ? oneOf(walk, pointsAtTime(walk.points, walk.checkIns, saidAt)) : null;
  const told = past ? wordsOnly.find((one) => Math.abs(one.at - saidAt) <= nowMs) : undefined;
  const last = wordsOnly.at(-1);
  return then ?? atSame(told) ?? oneOf(walk, passedOver(walk.points, walk.checkIns)) ?? atSame(last);
}

/** The only one of these; of several somebody has to say. */
function oneOf(walk: Walk, points: readonly ShiftPoint[]): WhichPoint | null {
  const ns = points.map(({ n }) => n);
  if (ns.length === 0) return null;
  return ns.length === 1 ? these(ns, 'time', 'likely') : unclear(walk, ns);
}

function atSame(told: CheckIn | undefined): WhichPoint | null {
  return told?.n == null ? null : these([told.n], 'time', 'likely');
}

/** What this person told of without a photo, which may follow now. */
function unproved({ personId }: PointClues, { checkIns }: Walk): CheckIn[] {
  return checkIns.filter((one) => one.state === 'counted' && one.photos === 0 && one.personId === personId);
}

/** A place that nobody knows may be a name for the point that nobody has told us; 路边 in passing is none. */
function byUnknownWords({ points, code }: PointClues, walk: Walk): WhichPoint | null {
  if ((points.length === 0 && code === null) || walk.points.length === 0) return null;
  const like = points.flatMap((words) => similarPoints(words, walk.route));
  const likest = like.filter(({ score }) => score >= worthOffering).toSorted((a, b) => b.score - a.score);
  return unclear(walk, [...new Set(likest.map(({ n }) => n))].slice(0, mostOffered));
}

/** Points that share two letters with what was said are offered first, the likest before the others. */
const worthOffering = 1.8;
const mostOffered = 3;

/** Nothing was said: the one that was expected. */
function byOrder({ position }: PointClues, walk: Walk): WhichPoint {
  const [next, ...others] = walk.expected;
  if (next === undefined) return { kind: 'off_route', placeId: null, source: 'next' };
  if (others.length > 0) return unclear(walk, []);
  if (position !== null && isElsewhere(position, next, walk)) return unclear(walk, []);
  return these([next.n], 'next', 'guessed');
}

import { findPlace } from './find-place.ts';
import type { Place } from './people.ts';
import { pointByPosition } from './point-by-position.ts';
import { apart, these, unclear, type PointClues, type Sureness, type Walk, type WhichPoint } from './point-clues.ts';
import { leadingNumber, ordinalOf, ownNumberOf, pointsInWords, pointsMeant, type NamedPoint } from './point-names.ts';

/** The points that the words name; several, where they name several. */
export function pointsByWords(clues: PointClues, walk: Walk): WhichPoint | null {
  const said = saidPoints(clues, walk);
  const told = said.map((words) => choose(words, clues, walk));
  const spoken =
    said.length > 0 ? [] : pointsInWords(clues.words, walk.route).map((points) => only(points, clues, walk));
  const one = [...told, ...spoken].flatMap((chosen) => (chosen.kind === 'one' ? [chosen] : []));
  if (one.length > 0) {
    const sure = spoken.length === 0 && one.every((chosen) => chosen.sure === 'said') ? 'said' : 'likely';
    return these([...new Set(one.map(({ n }) => n))], 'caption', sure);
  }
  const several = [...told, ...spoken].flatMap((chosen) => (chosen.kind === 'several' ? chosen.ns : []));
  if (several.length > 0) return unclear(walk, several);
  const place = offRoute(clues, said, walk);
  return place === null ? null : { kind: 'off_route', placeId: place.id, source: 'caption' };
}

/** What is said to be a point: as read, a range taken apart, else the code or the place that is named. */
function saidPoints({ points, place, code, words }: PointClues, walk: Walk): string[] {
  const ranged = points.flatMap((point) => rangeOf(point) ?? [point]);
  if (ranged.length > 0) return ranged;
  if (code !== null) return [code];
  if (place !== '') return [place];
  const bare = bareRange.test(words.normalize('NFKC').trim()) ? (rangeOf(words.trim()) ?? []) : [];
  return bare.every((n) => walk.points.some((point) => point.n === Number(n))) ? bare : [];
}

/** 3-5都看了, whose numbers are no times, people or lengths. */
const bareRange = /^\d{1,3}\s*[-~—–至到]\s*\d{1,3}(?!\d|\s*(?:[:：.%人分米月日天岁度]|点(?!位)|个|小时|公里|次))/u;

/** All numbers from the first to the last; null: it begins with no range. */
function rangeOf(words: string): string[] | null {
  const range = /^(\d{1,3})\s*[-~—–至到]\s*(\d{1,3})/u.exec(words.normalize('NFKC'));
  const [from, to] = [Number(range?.[1]), Number(range?.[2])];
  if (range === null || to <= from || to - from > 30) return null;
  return Array.from({ length: to - from + 1 }, (_, step) => String(from + step));
}

type Chosen =
  { kind: 'one'; n: number; sure: Sureness } | { kind: 'several'; ns: readonly number[] } | { kind: 'none' };

function choose(words: string, clues: PointClues, walk: Walk): Chosen {
  const own = byOwnNumber(words, walk);
  if (own !== null) return own;
  const meant = pointsMeant(words, walk.route);
  if (meant.kind === 'unknown') return byNumberInName(words, walk);
  if (meant.how !== 'part') return only(meant.points, clues, walk);
  const [n, ...others] =
    meant.points.length === 1 ? meant.points.map((point) => point.n) : expectedOf(meant.points, walk);
  if (n !== undefined && others.length === 0) return { kind: 'one', n, sure: 'likely' };
  return { kind: 'several', ns: meant.points.map((point) => point.n) };
}

/**
 * 5号杆 of a round of numbered things is the one that bears a 5, and not the fifth of a list that nobody walks by. Null: these words
 * bear no number, or most of the points none.
 */
function byOwnNumber(words: string, { kind, points }: Walk): Chosen | null {
  const n = kind !== 'round' || /^\s*第/u.test(words) ? null : (leadingNumber(words) ?? ordinalOf(words));
  if (n === null) return null;
  const owned = points.flatMap((point) => {
    const own = ownNumberOf(point.name);
    return own === null ? [] : [{ n: point.n, own }];
  });
  if (owned.length * 2 < points.length) return null;
  const ns = owned.filter(({ own }) => own === n).map((point) => point.n);
  const [one, ...more] = ns;
  if (one !== undefined && more.length === 0) return { kind: 'one', n: one, sure: 'said' };
  return ns.length > 0 ? { kind: 'several', ns } : { kind: 'several', ns: [n] };
}

/** 13号厂, which no list knows, is the 13th where that is the one expected; else somebody has to say. */
function byNumberInName(words: string, walk: Walk): Chosen {
  const n = leadingNumber(words);
  if (n === null || !walk.points.some((point) => point.n === n)) return { kind: 'none' };
  const next = walk.expected.length === 1 && walk.expected[0]?.n === n;
  return next ? { kind: 'one', n, sure: 'likely' } : { kind: 'several', ns: [n] };
}

/** Of points of the same name the one that the position is at, else the one nearest to what is expected next. */
function only(points: readonly NamedPoint[], clues: PointClues, walk: Walk): Chosen {
  const ns = points.map(({ n }) => n);
  const [one, ...more] = ns;
  if (one !== undefined && more.length === 0) return { kind: 'one', n: one, sure: 'said' };
  const here = pointByPosition(clues, walk, ns);
  if (here?.kind === 'points') return { kind: 'one', n: here.ns[0] ?? 0, sure: 'likely' };
  const open = ns.filter((n) => walk.points.some((point) => point.n === n && point.state === 'open'));
  const next = walk.expected.map(({ n }) => n);
  const [first, second] = (open.length > 0 ? open : ns).toSorted((a, b) => apart(a, next) - apart(b, next));
  const asNear = second !== undefined && first !== undefined && apart(first, next) === apart(second, next);
  return first === undefined || asNear ? { kind: 'several', ns } : { kind: 'one', n: first, sure: 'likely' };
}

/** The one of them that is expected; nothing when none is. */
function expectedOf(points: readonly NamedPoint[], { expected }: Walk): number[] {
  return points.map(({ n }) => n).filter((n) => expected.length === 1 && expected[0]?.n === n);
}

function offRoute({ words, code }: PointClues, said: readonly string[], { places }: Walk): Place | null {
  const text = said.length > 0 ? said.join(' ') : words;
  return findPlace(places, { text, ...(code === null ? {} : { code }) });
}

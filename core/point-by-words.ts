import { findPlace } from './find-place.ts';
import type { Place } from './people.ts';
import { pointByPosition } from './point-by-position.ts';
import { apart, these, unclear, type PointClues, type Sureness, type Walk, type WhichPoint } from './point-clues.ts';
import {
  bareName,
  leadingNumber,
  ordinalOf,
  ownNumberOf,
  pointsInWords,
  pointsMeant,
  stands,
  type NamedPoint,
} from './point-names.ts';
import { saidPoints } from './said-points.ts';
import { isAnother, isCutFrom, similarPoints } from './similar-name.ts';

/** The points that the words name; several, where they name several. */
export function pointsByWords(clues: PointClues, walk: Walk): WhichPoint | null {
  const said = saidPoints(clues, walk);
  const told = said.map((words) => choose(words, clues, walk));
  const spoken =
    said.length > 0 ? [] : pointsInWords(clues.words, walk.route).map((points) => only(points, clues, walk));
  const ns = [...told, ...spoken].flatMap((chosen) =>
    chosen.kind === 'one' ? [chosen.n] : chosen.kind === 'all' ? chosen.ns : [],
  );
  if (ns.length > 0) {
    const sure = spoken.length === 0 && told.every((chosen) => chosen.kind !== 'one' || chosen.sure === 'said');
    return these([...new Set(ns)], 'caption', sure ? 'said' : 'likely');
  }
  const several = [...told, ...spoken].flatMap((chosen) => (chosen.kind === 'several' ? chosen.ns : []));
  if (several.length > 0) return unclear(walk, several);
  const place = offRoute(clues, said, walk);
  if (place !== null) return { kind: 'off_route', placeId: place.id, source: 'caption' };
  const lead = said.length > 0 ? null : byLead(clues, walk);
  return lead === null ? null : these([lead], 'caption', 'likely');
}

/** 三木 老板自己在值夜: a name that a remark stands behind. */
function byLead({ words }: PointClues, walk: Walk): number | null {
  const [lead = ''] = /^[\p{Script=Han}\dA-Z]{2,8}(?=[\s,，。:：])/iu.exec(words) ?? [];
  const meant = lead === '' ? null : pointsMeant(lead, walk.route);
  if (meant?.kind === 'points')
    return meant.points.length === 1 && meant.how !== 'number' ? (meant.points[0]?.n ?? null) : null;
  const similar = lead === '' ? null : bySimilarName(lead, walk);
  return similar?.kind === 'one' ? similar.n : null;
}

type Chosen =
  { kind: 'one'; n: number; sure: Sureness } | { kind: 'all' | 'several'; ns: readonly number[] } | { kind: 'none' };

function choose(words: string, clues: PointClues, walk: Walk): Chosen {
  const own = byOwnNumber(words, walk);
  if (own !== null) return own;
  const meant = pointsMeant(words, walk.route);
  if (isBeside(words, meant.kind === 'points' ? meant.points : [], clues)) return { kind: 'none' };
  if (meant.kind === 'unknown') {
    const similar = bySimilarName(words, walk);
    return similar.kind === 'none' ? byNumberInName(words, walk) : similar;
  }
  // 13站 is 第十三换热站, where there is one.
  if (meant.how === 'number' && ownCounter.test(words)) {
    const similar = bySimilarName(words, walk);
    if (similar.kind === 'one') return similar;
  }
  const joined = meant.how === 'within' ? sideBySide(words, walk) : [];
  if (joined.length > 1) return { kind: 'all', ns: joined };
  const unsure = meant.how === 'within' ? doubtful(words, meant.points, walk) : [];
  if (unsure.length > 0) return { kind: 'several', ns: unsure };
  const longer = meant.how === 'number' ? null : byMoreWords(words, clues, walk);
  if (longer !== null) return { kind: 'one', n: longer, sure: 'likely' };
  if (meant.how !== 'part') return only(meant.points, clues, walk);
  const [n, ...others] =
    meant.points.length === 1 ? meant.points.map((point) => point.n) : expectedOf(meant.points, walk);
  if (n !== undefined && others.length === 0) return { kind: 'one', n, sure: 'likely' };
  return { kind: 'several', ns: meant.points.map((point) => point.n) };
}

/** 一教二教, 体育馆+游泳馆: names of one make side by side, each of one point, and nothing else; 五金厂东门 is none. */
function sideBySide(words: string, { route }: Walk): number[] {
  const said = bareName(words);
  const points = pointsInWords(words, route).map((those) => (those.length === 1 ? those[0] : undefined));
  const names = points.map((point) => point?.names.find((name) => said.includes(name)) ?? '');
  const ends = new Set(names.map((name) => name.at(-1)));
  return names.join('').length === said.length && ends.size === 1 ? points.flatMap((point) => point?.n ?? []) : [];
}

const ownCounter = /^[\d一二三四五六七八九十]{1,3}[站家户处]$/u;

const besideIt =
  /^(?:门口)?的?(?:过[一条个]*马路|[河江]?对岸|斜?对[面过]|隔[壁离]|旁边|后[面头]|前[面头])的?(?:那[家个间]?|嗰间)?[^的]{2}/u;
const besideItThere =
  /^(?:门口)?的?(?:过[一条个]*马路|[河江]对岸|斜?对[面过门]|隔[壁离]|后头|背后)(的|那[家个间]|嗰间)?/u;

/** 邮政支局斜对面五金店 is not the 邮政支局, nor is 祠堂隔离嗰间士多 the 祠堂. */
function isBeside(words: string, points: readonly NamedPoint[], clues: PointClues): boolean {
  const at = clues.words.indexOf(words);
  const behind = at < 0 ? '' : clues.words.slice(at + words.length);
  const [relation = '', joint] = besideItThere.exec(behind) ?? [];
  const other = behind.slice(relation.length);
  // 百草堂药店,卫生站对过: where the one before is.
  const told =
    clues.points.some((one) => one !== words && clues.words.indexOf(one) < at) && /^(?:[,，。;；]|$)/u.test(other);
  if (relation !== '' && (joint !== undefined || told || clues.points.some((one) => other.startsWith(one))))
    return true;
  const said = bareName(words);
  return (
    points.some(({ names }) => names.some((name) => said.includes(name))) &&
    points.every(({ names }) =>
      names.some((name) => said.includes(name) && besideIt.test(said.slice(said.indexOf(name) + name.length))),
    )
  );
}

/** 恒昌家具城南门 is not only 南门, and 翠湖雅苑东门 another one than 翠岭雅苑东门: these points, where somebody has to say. */
function doubtful(words: string, points: readonly NamedPoint[], { route }: Walk): number[] {
  const said = bareName(words);
  const standing = points.flatMap(({ code, names }) => [code, ...names]).filter((name) => said.includes(name));
  const found = Math.max(...standing.map((name) => name.length));
  const left = said.length - found;
  const another =
    points.some(({ names }) => names.some((name) => isAnother(words, name))) ||
    standing.some((name) => isCutFrom(name, said));
  const like = similarPoints(words, route).filter(({ score }) => score >= found);
  const rivals = like.filter(({ n }) => !points.some((point) => point.n === n));
  const likelier = rivals.some(({ score, plain }) => plain && score > found);
  if (!another && !likelier && (left < leastLeft || (found >= left && rivals.length === 0))) return [];
  return [...new Set([...points.map(({ n }) => n), ...like.map(({ n }) => n)])];
}

const leastLeft = 3;

const mostMoreWords = 6;
/** So many letters more must be the name's. */
const more = 1.7;

/** 船厂 of 船厂放样楼, where the words around it name another point of the route by far more letters. */
function byMoreWords(words: string, clues: PointClues, { route }: Walk): number | null {
  if (clues.points.some((other) => other !== words && other.includes(words))) return null;
  const at = clues.words.indexOf(words);
  const [behind = ''] = at < 0 ? [] : (/^[\p{Script=Han}\d]+/u.exec(clues.words.slice(at + words.length)) ?? []);
  const least = bareName(words).length + more;
  const found = Array.from({ length: Math.min(behind.length, mostMoreWords) }, (_, index) => {
    const [first] = similarPoints(words + behind.slice(0, index + 1), route);
    return first?.plain === true && first.score >= least ? [first] : [];
  }).flat();
  return found.toSorted((a, b) => b.score - a.score)[0]?.n ?? null;
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

/**
 * 13号厂, which no list knows, is the 13th where that is the one expected and no point bears a number itself; else somebody has to
 * say.
 */
function byNumberInName(words: string, walk: Walk): Chosen {
  const n = leadingNumber(words);
  if (n === null || !walk.points.some((point) => point.n === n)) return { kind: 'none' };
  const counted = walk.points.some(({ name }) => ownNumberOf(name) !== null);
  const next = !counted && walk.expected.length === 1 && walk.expected[0]?.n === n;
  return next ? { kind: 'one', n, sure: 'likely' } : { kind: 'several', ns: [n] };
}

/** 澜湾府天桥 is 澜湾府人行天桥, where nothing else is like it and no place of the zone is called so. */
function bySimilarName(words: string, walk: Walk): Chosen {
  const [first, ...others] = similarPoints(words, walk.route);
  if (first?.plain !== true || first.score <= lettersOfPlace(words, walk)) return { kind: 'none' };
  const stands = others.every(({ score, plain }) => first.score - score >= (plain ? ahead.ofOneLike : ahead.ofAny));
  return stands ? { kind: 'one', n: first.n, sure: 'likely' } : { kind: 'none' };
}

/** Of how many letters the longest name of a place is that stands in the words; 0: none does. */
function lettersOfPlace(words: string, { places }: Walk): number {
  const place = findPlace(places, { text: words });
  const names = place === null ? [] : [place.name, ...place.aliases].filter((name) => stands(name, words));
  return Math.max(0, ...names.map((name) => bareName(name).length));
}

/** So much of a letter the point that is meant is ahead of the others. */
const ahead = { ofOneLike: 0.75, ofAny: 0.25 };

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

function offRoute({ words, code }: PointClues, said: readonly string[], { places, route }: Walk): Place | null {
  const text = said.length > 0 ? said.join(' ') : words;
  const place = findPlace(places, { text, ...(code === null ? {} : { code }) });
  // What stands beside a point of the route is nothing that anybody knows.
  return route.some(({ placeId }) => placeId === place?.id) ? null : place;
}

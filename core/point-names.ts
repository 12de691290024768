import type { PlaceId } from './ids.ts';
import type { Place } from './people.ts';
import { numberOf } from './reading/numerals.ts';
import type { ShiftPoint } from './shift.ts';

/** A point of a shift with every name that it goes by, as names are compared. */
export interface NamedPoint {
  n: number;
  placeId: PlaceId | null;
  code: string;
  names: readonly string[];
}

/** What some words mean among the points of a shift. `within`: a name stands in them. `unknown`: none of them. */
export type Meant =
  { kind: 'points'; points: readonly NamedPoint[]; how: 'name' | 'number' | 'within' | 'part' } | { kind: 'unknown' };

/** A part of a name shorter than this names too much. */
const shortestPart = 2;

/** What stands in a name: one width, one case, no marks (but within a number, 1-3), spaces, emoji frames (5️⃣) and circles (⑤). */
export function bareName(words: string): string {
  return words
    .normalize('NFKC')
    .replaceAll(/(?!(?<=\d)[-.]\d)[\s\p{P}\p{S}\p{M}\u200b-\u200d]/gu, '')
    .toUpperCase();
}

/** The points of a shift with the names of their places; one whose place is gone keeps the name that it had. */
export function namedPoints(points: readonly ShiftPoint[], places: readonly Place[]): NamedPoint[] {
  const byId = new Map(places.map((place) => [place.id, place]));
  return points.map(({ n, placeId, name }) => {
    const place = placeId === null ? undefined : byId.get(placeId);
    const names = [name, ...(place === undefined ? [] : [place.name, ...place.aliases])].map(bareName);
    return { n, placeId, code: bareName(place?.code ?? ''), names: [...new Set(names)].filter((one) => one !== '') };
  });
}

const digits = '(?:\\d{1,3}|[一二两三四五六七八九十百]{1,4})';
const counted = '(?:号点位?|号|个点位?|个|家|点位?|站|户|处)?';
const ordinal = new RegExp(`^(?:第|点位?|NO|P)?(${digits})${counted}$`, 'u');
const leading = new RegExp(`^第?(${digits})号`, 'u');

/** The number in `5`, `第4家`, `5号点`, `第十二个点`; null: the words are no bare number. */
export function ordinalOf(words: string): number | null {
  const said = ordinal.exec(bareName(words))?.[1];
  return said === undefined ? null : (numberOf(said)?.value ?? null);
}

/** The number that a name begins with, `13` of `13号厂`; null: none. */
export function leadingNumber(words: string): number | null {
  const said = leading.exec(bareName(words))?.[1];
  return said === undefined ? null : (numberOf(said)?.value ?? null);
}

const within = new RegExp(`(${digits})号(?!.*${digits}号)`, 'u');

/** The number that a thing bears itself, 5 of 青竹溪5号救生竿; null: none. */
export function ownNumberOf(name: string): number | null {
  const said = within.exec(bareName(name))?.[1];
  return said === undefined ? null : (numberOf(said)?.value ?? null);
}

/**
 * The points that words for one of them mean: by code, by a whole name or alias, as the n-th of the route, else by the longest
 * name that stands in the words, else by the words as part of a name. Several, where several are called so.
 */
export function pointsMeant(words: string, route: readonly NamedPoint[]): Meant {
  const said = bareName(words);
  if (said === '') return { kind: 'unknown' };
  const exact = route.filter(({ code, names }) => code === said || names.includes(said));
  if (exact.length > 0) return { kind: 'points', points: exact, how: 'name' };
  const n = ordinalOf(words);
  const numbered = n === null ? [] : route.filter((point) => point.n === n);
  if (numbered.length > 0) return { kind: 'points', points: numbered, how: 'number' };
  const within = longestIn(said, route);
  if (within.length > 0) return { kind: 'points', points: within, how: 'within' };
  if (n !== null || said.length < shortestPart) return { kind: 'unknown' };
  const part = route.filter(({ names }) => names.some((name) => stands(said, name)));
  return part.length === 0 ? { kind: 'unknown' } : { kind: 'points', points: part, how: 'part' };
}

/** The points with the longest name, or with a code, that stands in the words. */
function longestIn(said: string, route: readonly NamedPoint[]): NamedPoint[] {
  let length = shortestPart;
  let found: NamedPoint[] = [];
  for (const point of route) {
    const fits = [point.code, ...point.names].filter((name) => name.length >= length && stands(name, said));
    const longest = Math.max(0, ...fits.map((name) => name.length));
    if (longest === 0) continue;
    if (longest > length) found = [];
    length = longest;
    found.push(point);
  }
  return found;
}

/** Whether a name stands in words: 1号厂 does not stand in 11号厂, 三号门 not in 十三号门, Gate 1 not in Gate 1A. */
export function stands(name: string, said: string): boolean {
  for (let at = said.indexOf(name); at >= 0 && name !== ''; at = said.indexOf(name, at + 1)) {
    const [before, after] = [said.slice(0, at), said.slice(at + name.length)];
    const cutBefore = numbers.some((some) => some.begins.test(name) && some.ends.test(before));
    const cutAfter = /\d$/.test(name) && /^(?:\d|[A-Z](?![A-Z]))/i.test(after);
    if (!cutBefore && !cutAfter) return true;
  }
  return false;
}

const numbers = [
  { begins: /^\d/, ends: /\d$/ },
  { begins: /^[一二三四五六七八九十百]/, ends: /[一二三四五六七八九十百]$/ },
];

/** Every point that whole words name, in the order in which they stand, the longest name first: 井头→岗头. */
export function pointsInWords(words: string, route: readonly NamedPoint[]): NamedPoint[][] {
  const found: { at: number; points: NamedPoint[] }[] = [];
  let left = bareName(words);
  for (;;) {
    const points = longestIn(left, route);
    const [first] = points;
    const name =
      first === undefined
        ? undefined
        : [first.code, ...first.names]
            .filter((one) => stands(one, left) && one.length >= shortestPart)
            .toSorted((a, b) => b.length - a.length)[0];
    if (name === undefined) break;
    const at = left.indexOf(name);
    found.push({ at, points: points.filter(({ code, names }) => code === name || names.includes(name)) });
    // As many characters as before, so that the order stays.
    left = left.slice(0, at) + '\u0000'.repeat(name.length) + left.slice(at + name.length);
  }
  return found.toSorted((a, b) => a.at - b.at).map(({ points }) => points);
}

/** Points of one kind that are counted up: 学府花园3、5两幢, 高粱仓1号2号, 一号二号警报点, 3至5幢. */
import type { Walk } from './point-clues.ts';
import { bareName } from './point-names.ts';
import { houses, similarPoints } from './similar-name.ts';

const number = '(?:\\d{1,3}|[一二三四五六七八九十]{1,3}|[A-D])';
const counter = `[号区库口${houses}]`;
const joint = '\\s*[、,，/和跟]\\s*';
const alike = `${number}(?<kind>${counter})(?:${number}\\k<kind>)+`;
const joined = `${number}${counter}?(?:${joint}${number}${counter}?)+`;
const range = `\\d{1,2}\\s*(?:[-~—–]|至|到)\\s*(?<last>\\d{1,2})${counter}?`;
const ofKind = new RegExp(
  `(?<head>\\p{Script=Han}{0,8}?)\\s*(?<numbers>(?<![\\dA-Z.])(?:${alike}|${joined}|${range})(?![\\dA-Z]))\\s*[两三四五六]?个?(?<tail>\\p{Script=Han}{0,5})`,
  'giu',
);

/** The names that are counted up, each of another point of the route; of a range those that the route has. None: nothing is. */
export function countedUp(words: string, { route }: Walk): string[] {
  for (const { groups = {} } of words.normalize('NFKC').matchAll(ofKind)) {
    const { head = '', numbers = '', last, tail = '' } = groups;
    const counted = new RegExp(`${counter}$`, 'u').exec(numbers)?.[0] ?? '';
    const bare = numbers.slice(0, numbers.length - counted.length);
    const each = last === undefined ? (bare.match(new RegExp(number, 'giu')) ?? []) : (rangeOf(bare) ?? []);
    const ends = Array.from(tail, (_, index) => tail.slice(0, tail.length - index));
    const all = [...ends, ...ends.map((end) => `号${end}`), counted, '号'];
    const found = each.map((one) =>
      all
        .map((end) => head + one + end)
        .flatMap((name) => namedOne(name, route))
        .at(0),
    );
    const named = found.filter((one) => one !== undefined);
    const others = new Set(named.map(({ n }) => n)).size;
    const enough = last === undefined ? others === each.length : others > 1 && others === named.length;
    if (head + tail + counted !== '' && enough) return named.map(({ name }) => name);
  }
  return [];
}

/** All numbers of a range that words begin with, 3-5点位; null: they begin with none, or with one of houses, 3-5幢. */
export function rangeOf(words: string): string[] | null {
  const range = /^(\d{1,3})\s*(?:[-~—–]|至|到)\s*(\d{1,3})(?!\s*(?:号?[楼库门口]|[幢栋憧橦座]))/u.exec(
    words.normalize('NFKC'),
  );
  const [from, to] = [Number(range?.[1]), Number(range?.[2])];
  if (range === null || to <= from || to - from > longestRange) return null;
  return Array.from({ length: to - from + 1 }, (_, step) => String(from + step));
}

const longestRange = 30;

/** The name with its point, where it is its very name, or nothing else of the route is like it. */
function namedOne(name: string, route: Walk['route']): { name: string; n: number }[] {
  const [own, ...others] = route.filter(({ names }) => names.includes(bareName(name)));
  if (own !== undefined && others.length === 0) return [{ name, n: own.n }];
  const [first, second] = similarPoints(name, route);
  const stands = first?.plain === true && second?.plain !== true && first.score >= leastOfKind;
  return stands ? [{ name, n: first.n }] : [];
}

/** More than a number and one letter. */
const leastOfKind = 2.5;

/** What a message says to be a point, before it is looked for on the route. */
import { countedUp, rangeOf } from './counted-up.ts';
import { findPlace } from './find-place.ts';
import type { PointClues, Walk } from './point-clues.ts';
import { bareName, ownNumberOf, pointsMeant } from './point-names.ts';
import { houses, similarPoints } from './similar-name.ts';

/**
 * As it was read, with ranges and lists taken apart, else the code or the place that is named. Each is a number, a code or words
 * for one point, in the order of the message; none: it names nothing.
 */
export function saidPoints(clues: PointClues, walk: Walk): string[] {
  const { points, place, code } = clues;
  const words = clues.words.slice(0, longest);
  const ranged = points.flatMap((point) => rangeOf(point) ?? [point]);
  const counted = ranged.length > 0 || place !== '' ? countedUp(words, walk) : [];
  if (counted.length > 0) return withListed(counted, words, walk);
  if (ranged.length > 0)
    return withListed(takenApart(ranged, words), words, walk).map((one) => whole(one, words, walk));
  if (code !== null) return [code];
  if (place !== '') return [place];
  const bare = bareRange.test(words.normalize('NFKC').trim()) ? (rangeOf(words.trim()) ?? []) : [];
  return bare.every((n) => walk.points.some((point) => point.n === Number(n))) ? bare : [];
}

/** Points are told early; what stands behind is a story. */
const longest = 200;

/** 3-5都看了, whose numbers are no times, people or lengths. */
const bareRange = /^\d{1,3}\s*[-~—–至到]\s*\d{1,3}(?!\d|\s*(?:[:：.%人分米月日天岁度]|点(?!位)|个|小时|公里|次))/u;

/** What tells apart points of one kind, before what they have in common; in a list all are of one make. */
const makes = ['\\d{1,3}', '[A-Z]', '[东南西北]', '[一二三四五六七八九十]{1,3}'];

/** 3/5/13号厂房, 东、西门岗: what stands behind the last of them is said of each; 车库1号口、2号口 what stands before the first. */
function takenApart(said: readonly string[], words: string): string[] {
  const found: string[] = [];
  let [, head = ''] = /^\s*(\p{Script=Han}{2,6})[:：]/u.exec(words) ?? [];
  for (const one of said) {
    const make = makes.find((some) => new RegExp(`^${some}(?=\\D)(?!号$)`, 'iu').test(one)) ?? '';
    const tail = make === '' ? '' : one.replace(new RegExp(`^${make}`, 'iu'), '');
    const list = new RegExp(`(?:(?<![\\dA-Z一-龥])${make}[号${houses}]?[ ]*[、/,，和跟][ ]*)+$`, 'iu');
    const [before = ''] = make === '' ? [] : (list.exec(words.slice(0, Math.max(0, words.indexOf(one)))) ?? []);
    const others: string[] = make === '' ? [] : (before.match(new RegExp(make, 'giu')) ?? []);
    const bare = found.filter((other) => !others.includes(other));
    found.splice(0, found.length, ...bare, ...others.map((other) => other + tail));
    found.push(make === '' || head === '' ? one : head + one);
    head = /^(\D{2,})\d{1,3}\D/u.exec(one)?.[1] ?? (make === '' ? '' : head);
  }
  return [...new Set(found)];
}

/** What parts the pieces of a message; between points that are counted up, and between remarks too. */
const between = /(\s*(?:[、→➡+|/]|👉|->|-{1,2}>|—{1,2})\ufe0f?\s*|[\s,，;；]+)/u;
const counting = /[^\s,，;；]/u;

/** 水果行,过磅处,南厕: what stands beside a point in a list and is called as another one is that too. */
function withListed(said: readonly string[], words: string, walk: Walk): string[] {
  const parts = joinedUp(said, words).split(between);
  const pieces = parts.filter((_, at) => at % 2 === 0);
  const closely = parts.filter((_, at) => at % 2 === 1).map((joint) => counting.test(joint));
  const names: (string | undefined)[] = pieces.map((piece) => said.find((one) => piece.includes(one)));
  const all = [...said];
  const take = (at: number, from: number, close: boolean): void => {
    const beside = names[from];
    const [head = ''] = /^\D{2,}(?=[\dA-Z])/iu.exec(beside ?? '') ?? [];
    const free = names[at] === undefined && beside !== undefined;
    const name = free ? nameOf(pieces[at] ?? '', walk, { close, head }) : undefined;
    if (name === undefined || beside === undefined || all.includes(name)) return;
    names[at] = name;
    all.splice(all.indexOf(beside) + (from < at ? 1 : 0), 0, name);
  };
  for (const at of pieces.keys()) take(at, at - 1, closely[at - 1] ?? false);
  for (const at of [...pieces.keys()].reverse()) take(at, at + 1, closely[at] ?? false);
  return all;
}

const leastOfPart = { listed: 2, beside: 3 };
const longestName = 10;

/** 岗贝B1跟B2, 东门和桥头: what 跟 joins to a point is counted up too. */
function joinedUp(said: readonly string[], words: string): string {
  return said.reduce(
    (text, one) =>
      text.replace(new RegExp(`(?<=${RegExp.escape(one)})[跟和与同]|[跟和与同](?=${RegExp.escape(one)})`, 'gu'), '、'),
    words,
  );
}

/**
 * What a piece of a list calls a point: all of it, in a close list also what it begins with.
 * @param head what stands before the number or letter of the point beside it
 */
function nameOf(piece: string, { route }: Walk, { close, head }: { close: boolean; head: string }): string | undefined {
  const letters = Array.from(piece).slice(0, longestName);
  const least = close ? leastOfPart.listed : leastOfPart.beside;
  const begins = letters.map((_, index) => letters.slice(0, letters.length - index).join(''));
  const headed = /^[\dA-Z]/iu.test(piece) && head !== '' ? begins.map((words) => head + words) : [];
  const tries = towards.test(piece) ? [] : close ? [...headed, ...begins] : [piece];
  return tries.find((words) => {
    const meant = pointsMeant(words, route);
    if (meant.kind === 'points') {
      return (
        meant.points.length === 1 && (meant.how === 'name' || (meant.how === 'part' && bareName(words).length >= least))
      );
    }
    const [first, second] = close && bareName(words).length >= least ? similarPoints(words, route) : [];
    return first?.plain === true && second?.plain !== true && first.score >= least;
  });
}

/** 派出所方向走 has not come to the 派出所. */
const towards = /方向|之间|[那这]边走/u;

/** 一号排涝泵房 is no first point where a place of that name is known. */
function whole(said: string, words: string, { places }: Walk): string {
  if (!/^\d{1,3}$/u.test(said)) return said;
  const named = findPlace(places, { text: words });
  const name = [named?.name ?? '', ...(named?.aliases ?? [])].find((one) => one !== '' && words.includes(one)) ?? '';
  return ownNumberOf(name) === Number(said) ? name : said;
}

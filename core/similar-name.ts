/** Which point of a route words mean that are no name of it: shortened, in another order, with letters that only sound alike. */
import sounds from './letter-sounds.json' with { type: 'json' };
import type { NamedPoint } from './point-names.ts';
import { numberOf } from './reading/numerals.ts';

/** A point of the route, and how well its name and the words go together. */
export interface SimilarPoint {
  readonly n: number;
  /** A letter that both have is 1, one that only sounds alike less; letters left out cost. */
  readonly score: number;
  /** Nothing that was said is another word than the name's. */
  readonly plain: boolean;
}

/** The points whose names share something with these words, the likest first. */
export function similarPoints(words: string, route: readonly NamedPoint[]): SimilarPoint[] {
  const bare = words.replace(beside, '');
  const said = lettersOf(bare.length > 1 ? bare : words);
  const sounds = new Set(said.flatMap((letter) => [letter, soundOf.get(letter) ?? letter]));
  const isShared = (letter: string): boolean => sounds.has(letter) || sounds.has(soundOf.get(letter) ?? letter);
  return route
    .flatMap((point): SimilarPoint | [] => {
      const all = point.names.map(lettersOfName);
      const names = all.filter((name) => name.filter(isShared).length >= leastShared);
      const [likest] = names.map((name) => likeness(said, name, all.flat())).toSorted(byPlainness);
      return likest === undefined || likest.score === 0 ? [] : { n: point.n, ...likest };
    })
    .toSorted(byPlainness);
}

/** One letter in common is nothing. */
const leastShared = 2;

/** The letters of names, which stay as they are for years; emptied where there are more names than a county has. */
const namesKnown = new Map<string, readonly string[]>();
const mostKnown = 50_000;

function lettersOfName(name: string): readonly string[] {
  const known = namesKnown.get(name);
  if (known !== undefined) return known;
  if (namesKnown.size >= mostKnown) namesKnown.clear();
  const letters = lettersOf(name);
  namesKnown.set(name, letters);
  return letters;
}

/** 翠湖雅苑东门岗亭 is hardly 翠岭雅苑东门岗亭: nearly the whole name, but for a letter in the middle of it. */
export function isAnother(words: string, name: string): boolean {
  const said = lettersOf(words);
  const laid = best(said, lettersOf(name));
  return laid?.other === true && laid.letters >= enough.ofSaid * said.length;
}

/** 东南门 is no 南门, 悦来宾馆四店 not the 悦来宾馆: another side, or a number, stands right beside the name. */
export function isCutFrom(name: string, said: string): boolean {
  const at = said.indexOf(name);
  const [before, after] = [said[at - 1] ?? '', said.slice(at + name.length)];
  return at >= 0 && (isOther(before, name[0] ?? '') || /^[一二三四五六七八九十\d][店厂铺部]/u.test(after));
}

interface Likeness {
  readonly score: number;
  readonly plain: boolean;
}

const byPlainness = (a: Likeness, b: Likeness): number =>
  a.plain === b.plain ? b.score - a.score : Number(b.plain) - Number(a.plain);

/** Where somebody stands at a place. */
const beside =
  /(?:外面|围墙|院墙|门口|楼下|底下|旁边|跟前|附近|那[块里儿边]|这[里儿边]|里[面头]|[后前]头|一[带圈]|楼道|走廊)+$/u;
/** People say 室 for 房, 屋 for 点. */
const kindOfPlace = /^[房室间站所库仓店铺行厂屋坊馆棚楼点亭厅堂口头台处区场部段]$/u;
const byTheWay = /^[大老小]$/u;
const cheaper = 0.5;

/** @param everyName the letters of all names of the point: 小榕树 is not 榕树广场, which is 大榕树 too */
function likeness(said: readonly string[], named: readonly string[], everyName: readonly string[]): Likeness {
  const inOrder = laidAlong(said, named);
  if (inOrder.plain) return inOrder;
  if (allIn(said, named)) return { score: said.length - cheaper, plain: true };
  const [first = '', last = ''] = [said[0], said.at(-1)];
  if (said.length > 2 && kindOfPlace.test(last) && named.some((letter) => kindOfPlace.test(letter))) {
    const shorter = laidAlong(said.slice(0, -1), named);
    if (shorter.plain) return { ...shorter, score: shorter.score - cheaper };
  }
  if (said.length > 2 && byTheWay.test(first) && !everyName.some((letter) => isOther(first, letter))) {
    const shorter = laidAlong(said.slice(1), named);
    if (shorter.plain) return { ...shorter, score: shorter.score - cheaper };
  }
  return inOrder;
}

/** 1栋公寓 is 员工公寓1栋; 东门西侧 is not 西门东侧, as what parts points must stand beside the same letter in both. */
function allIn(said: readonly string[], name: readonly string[]): boolean {
  const several = name.filter((letter) => count.test(letter)).length > 1;
  const free = (letter: string): boolean => !parts(letter) || (count.test(letter) && !several);
  if (said.length < 3 || !said.every((letter, at) => free(letter) || isBound(said, at, name))) return false;
  const left = [...name];
  return said.every((letter) => {
    const at = left.findIndex((other) => sameness(letter, other) > 0);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function isBound(said: readonly string[], at: number, name: readonly string[]): boolean {
  const side = at + 1 < said.length ? 1 : -1;
  return name.some((letter, index) => letter === said[at] && name[index + side] === said[at + side]);
}

/** What parts 东门 from 西门 and 3幢 from 5幢: of each of these there is one in a name. */
const parting = [/^[东南西北中]$/u, /^[左右]$/u, /^[前后]$/u, /^[上下]$/u, /^[内外]$/u, /^[新旧老]$/u, /^[大小]$/u];
const count = /^[A-Z\d]+$/u;
const parts = (letter: string): boolean => count.test(letter) || parting.some((one) => one.test(letter));
const isOther = (one: string, other: string): boolean =>
  one !== other && parting.some((those) => those.test(one) && those.test(other));

const alike = 0.8;
/** A letter that was said and is not in the name costs much, one that is only in the name little. */
const cost = { said: 0.6, named: 0.05, most: 0.1 };
const mostLeftOut = { said: 2, named: 8 };
/** So much of what was said must be in the name, or so much of a name that long. */
const enough = { ofSaid: 0.7, ofName: 0.6, longName: 4, score: 1.8 };

/** Letters laid along each other up to one of what was said and one of the name. */
interface Laid {
  readonly score: number;
  readonly letters: number;
  readonly saidFrom: number;
  readonly saidTo: number;
  readonly nameFrom: number;
  readonly nameTo: number;
  /** A letter stands where the name has another. */
  readonly other: boolean;
}

/** The best way to lay words along a name, each letter behind the one before it (Smith and Waterman, J. Mol. Biol. 147, 1981). */
function laidAlong(said: readonly string[], name: readonly string[]): Likeness {
  const laid = best(said, name);
  if (laid === null) return { score: 0, plain: false };
  const { score, letters, saidFrom, saidTo, nameFrom, nameTo, other } = laid;
  const otherBefore = saidFrom > 0 && nameFrom > 0;
  const otherBehind = saidTo < said.length && nameTo < name.length;
  const left = [...said.slice(0, saidFrom), ...said.slice(saidTo)];
  const much =
    letters >= enough.ofSaid * said.length || (letters >= enough.longName && letters >= enough.ofName * name.length);
  const cut = numeral.test(said[saidFrom] ?? '') && numeral.test(said[saidFrom - 1] ?? '');
  const whole = letters > 2 || nameTo - nameFrom === letters || nameFrom === 0;
  const plain =
    !other && !otherBefore && !otherBehind && !cut && !left.some(parts) && much && whole && score >= enough.score;
  return { score, plain };
}

function best(said: readonly string[], name: readonly string[]): Laid | null {
  const laid: (Laid | null)[][] = [];
  for (const [at, letter] of said.entries())
    laid.push(
      name.map((other, index) => {
        const same = sameness(letter, other);
        return same === 0 ? null : extended(laid, { at, index, same });
      }),
    );
  return laid
    .flat()
    .reduce((most, one) => (one !== null && (most === null || one.score > most.score) ? one : most), null);
}

/** The best that can stand before these two letters, with them. */
function extended(
  laid: readonly (readonly (Laid | null)[])[],
  { at, index, same }: { at: number; index: number; same: number },
): Laid {
  let chosen: Laid = {
    ...{ score: same, letters: 1, saidFrom: at, saidTo: at + 1, nameFrom: index, nameTo: index + 1 },
    other: false,
  };
  for (let before = at - 1; before >= Math.max(0, at - 1 - mostLeftOut.said); before -= 1) {
    for (let from = index - 1; from >= Math.max(0, index - 1 - mostLeftOut.named); from -= 1) {
      const last = laid[before]?.[from] ?? null;
      if (last === null) continue;
      const [more, less] = [at - before - 1, index - from - 1];
      const score = last.score + same - more * cost.said - Math.min(cost.most, less * cost.named);
      if (score <= chosen.score) continue;
      const other = last.other || more > 0;
      chosen = { ...last, score, letters: last.letters + 1, saidTo: at + 1, nameTo: index + 1, other };
    }
  }
  return chosen;
}

function sameness(one: string, other: string): number {
  if (one === other) return 1;
  if (parts(one) || parts(other) || (numeral.test(one) && numeral.test(other))) return 0;
  const sound = soundOf.get(one);
  return sound !== undefined && sound === soundOf.get(other) ? alike : 0;
}

const numeral = /^[一二三四五六七八九十]$/u;

/** How letters are said, without tones, as many in the south and west say them: zh is z, ing is in, l is n. */
const soundOf = new Map(
  Object.entries(sounds).flatMap(([sound, letters]) => {
    const said = sound
      .replace(/^([zcs])h/u, '$1')
      .replace(/ng$/u, 'n')
      .replace(/^l/u, 'n');
    return Array.from(letters, (letter) => [letter, said] as const);
  }),
);

/** What a house is counted by, as people and their input methods write it. */
export const houses = '幢栋憧橦座';

const pieces = /\p{Script=Han}|\d+|[A-Z]+/gu;
/** What stands in a name or is left out just as well. */
const little = /[第号的那个这边面侧处靠往]/gu;
const numerals = '[零一二三四五六七八九十百]{1,4}';
/** 二号, 第十三, 三栋 and 一中 count; 五金 does not. */
const counted = new RegExp(
  `(?<=第)${numerals}|${numerals}(?=[号栋幢座期层楼巷街站仓库组队连区村闸泵坝井棚炉中小])`,
  'gu',
);

/** 十三 as 13; 二五, which is one of several numbers, as it is. */
function figured(said: string): string {
  const number = numberOf(said);
  return number === undefined || number.approximate ? said : String(number.value);
}

const house = new RegExp(`(?<=\\d)号楼|[${houses}]`, 'gu');

/** Words or a name letter by letter; numbers and words of other scripts whole, 二号 as 2, 13号楼, 13栋 and 13憧 as 13幢. */
function lettersOf(words: string): string[] {
  const even = words
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(counted, figured)
    .replaceAll(house, '幢')
    .replaceAll('大门', '门')
    .replaceAll(little, '');
  return even.match(pieces) ?? [];
}

import { bounds, estates, villages } from './geography.ts';
import type { Chance } from './random.ts';
import type { PlaceRow } from './rows.ts';

/** How many enterprises carry a tag, in the words that are shown. */
const tagCounts: readonly [string, number][] = [
  ['涉氨', 9],
  ['可燃爆粉尘', 21],
  ['危险化学品', 8],
  ['喷涂', 124],
  ['锅炉在用', 25],
  ['锅炉停用', 8],
  ['安全体检会员', 228],
  ['自有调解委员会', 140],
];

const total = 1_700;
const firstSyllables = '恒鑫宏永金旭德天利兴昌泰嘉瑞安盛华达丰锦欧骏豪铭卓星远信鼎弘'.split('');
const secondSyllables = '固达邦凯丰驰捷帆铎岳宸朗奕硕皓睿晟煜淳沃'.split('');
const trades = [
  ['五金', '五金制品厂'],
  ['五金', '五金有限公司'],
  ['门业', '门业有限公司'],
  ['杯业', '杯业有限公司'],
  ['杯业', '保温杯厂'],
  ['工具', '电动工具厂'],
  ['工具', '电动工具有限公司'],
  ['模具', '模具厂'],
] as const;

/** Two-syllable firm names without repeats: every pair of syllables stands for at most three firms in three trades. */
function firmNames(chance: Chance): { name: string; alias: string }[] {
  const pairs = firstSyllables.flatMap((first) => secondSyllables.map((second) => first + second));
  const byTrade = ['五金', '门业', '杯业', '工具', '模具'].flatMap((trade) => pairs.map((pair) => ({ pair, trade })));
  return chance.some(byTrade, total).map(({ pair, trade }) => {
    const [, ending] = chance.pick(trades.filter(([short]) => short === trade));
    return { name: pair + ending, alias: pair + trade };
  });
}

/** Red 2, orange 8, yellow 30, blue 60 %: the gravest tags take the gravest colours. */
function colourOf(rank: number): NonNullable<PlaceRow['colour']> {
  const share = rank / total;
  if (share < 0.02) return 'red';
  if (share < 0.1) return 'orange';
  return share < 0.4 ? 'yellow' : 'blue';
}

/** Which tags each enterprise has, by its number from 0. */
function dealTags(chance: Chance): string[][] {
  const tags: string[][] = Array.from({ length: total }, () => []);
  const numbers = tags.map((_, i) => i);
  // Nobody both cools with ammonia and grinds aluminium; the later tags may meet.
  const grave = chance.some(numbers, 38);
  let dealt = 0;
  for (const [tag, count] of tagCounts) {
    const to = dealt + count <= grave.length ? grave.slice(dealt, dealt + count) : chance.some(numbers, count);
    dealt += count;
    for (const number of to) tags[number]?.push(tag);
  }
  return tags;
}

const [[south, west], [north, east]] = bounds;
const inside = (value: number, min: number, max: number): number =>
  Math.round(Math.min(max - 0.0002, Math.max(min + 0.0002, value)) * 1e5) / 1e5;

/** A position as the file writes it: inside the zone, to the metre. */
export function pairOf({ lat, lon }: { lat: number; lon: number }): [number, number] {
  return [inside(lat, south, north), inside(lon, west, east)];
}

/** 1,700 enterprises, seven of ten in the estates, the others around the villages. */
export function enterprises(chance: Chance): PlaceRow[] {
  const names = firmNames(chance);
  const tags = dealTags(chance);
  const graveFirst = tags
    .map((own, number) => ({
      number,
      weight: own.length + (own.some((tag) => graveTags.has(tag)) ? 10 : chance.next()),
    }))
    .sort((a, b) => b.weight - a.weight);
  const rankOf = new Map(graveFirst.map(({ number }, rank) => [number, rank]));
  return names.map(({ name, alias }, number) => {
    const estate = chance.next() < 0.7 ? chance.pick(estates) : null;
    const village = chance.pick(villages);
    const own = tags[number] ?? [];
    const code = `QY-${String(number + 1).padStart(4, '0')}`;
    return {
      code,
      kind: 'enterprise',
      name,
      aliases: [alias],
      position: pairOf(estate ? chance.near(estate.position, estate.spreadMetres) : chance.near(village.position, 300)),
      area: estate?.name ?? `${village.name}村`,
      contact: own.some((tag) => graveTags.has(tag))
        ? { name: '安全员', phone: `199-0000-${5000 + number}` }
        : undefined,
      colour: colourOf(rankOf.get(number) ?? total),
      tags: own.length === 0 ? undefined : own,
    };
  });
}

const graveTags: ReadonlySet<string> = new Set(['涉氨', '可燃爆粉尘', '危险化学品']);

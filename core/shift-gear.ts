import { gearIn } from './reading/gear.ts';
import { plainText } from './reading/plain-text.ts';
import type { GearItem } from './shift.ts';

/** What somebody says about gear that goes out or comes back. Keys are codes of `Gear` (core/reading/reading.ts). */
export interface GearSaid {
  /** 齐了: all that is not named otherwise is there. */
  all: boolean;
  /** So many are there. */
  counts: Readonly<Record<string, number>>;
  /** Named without a number: there. */
  named: readonly string[];
  /** So many are not. */
  missing: Readonly<Record<string, number>>;
  /** As written, for gear that the zone calls by words of its own. */
  words: string;
}

/** Everything is there. */
export const allGear: GearSaid = { all: true, counts: {}, named: [], missing: {}, words: '' };

/** A thing and how many of it. */
export interface CountedGear {
  item: string;
  count: number;
}

/** The small things that no list of equipment has, under the names that a zone file gives them. */
const smallThings: Readonly<Record<string, RegExp>> = {
  charger: /充电器|充电头|充电座|charger/i,
  battery: /电池|电瓶(?!.?车)|battery|batteries/i,
  key: /钥匙|\bkeys?\b/i,
  helmet: /头盔|安全帽|helmet/i,
  baton: /警棍|橡胶棍|钢叉|baton/i,
  armband: /袖标|袖章|臂章|红袖|armband/i,
  raincoat: /雨衣|雨披|raincoat/i,
  shield: /盾/i,
};

/** Codes of all gear that words name. */
export const codesIn = (words: string): string[] => [
  ...gearIn(plainText(words)).equipment,
  ...Object.keys(smallThings).filter((code) => smallThings[code]?.test(words)),
];

/** Whether an item of a list is what a code of `Gear` means. */
export function isKind(item: string, code: string): boolean {
  if (item === code) return true;
  return smallThings[code]?.test(item) ?? (gearIn(plainText(item)).equipment as readonly string[]).includes(code);
}

/** The number that is said of an item; null: none. */
export function numberFor(item: string, numbers: Readonly<Record<string, number>>): number | null {
  const code = Object.keys(numbers).find((one) => isKind(item, one));
  return code === undefined ? null : (numbers[code] ?? null);
}

function isNamed(item: string, { named, words }: GearSaid): boolean {
  return named.some((code) => isKind(item, code)) || (item.length > 1 && words.includes(item));
}

/** How many of an item are there by these words, of so many that should be; null: they do not speak of it. What is lost is no part of 都还了. */
function countFor(item: string, total: number, said: GearSaid, lost = 0): number | null {
  const counted = numberFor(item, said.counts);
  if (counted !== null) return counted;
  const missing = numberFor(item, said.missing);
  if (missing !== null) return Math.max(0, total - missing);
  return said.all || isNamed(item, said) ? Math.max(0, total - lost) : null;
}

/** What these numbers speak of and is on no list. */
export function unlisted(gear: readonly GearItem[], numbers: Readonly<Record<string, number>>): CountedGear[] {
  return Object.entries(numbers)
    .filter(([code, count]) => count > 0 && !gear.some(({ item }) => isKind(item, code)))
    .map(([item, count]) => ({ item, count }));
}

/** The list once this was taken along; what is missing and was on no list is put on it. */
export function takenGear(gear: readonly GearItem[], said: GearSaid): GearItem[] {
  const listed = gear.map((one) => ({ ...one, taken: countFor(one.item, one.count, said) ?? one.taken }));
  const more = unlisted(gear, said.missing).map(({ item, count }) => ({ item, count, taken: 0, returned: null }));
  return [...listed, ...more];
}

/**
 * The list once this came back; nothing more can be missing than was taken.
 * @param missed what the next shift missed: 都还了 of those who went does not bring it back
 */
export function returnedGear(
  gear: readonly GearItem[],
  said: GearSaid,
  missed: readonly CountedGear[] = [],
): GearItem[] {
  const listed = gear.map((one) => {
    const gone = Math.max(one.lost?.count ?? 0, missed.find(({ item }) => item === one.item)?.count ?? 0);
    return { ...one, returned: countFor(one.item, one.taken ?? one.count, said, gone) ?? one.returned };
  });
  const more = unlisted(gear, said.missing).map(({ item, count }) => ({ item, count, taken: count, returned: 0 }));
  return [...listed, ...more];
}

/** What was not there to be taken; what nobody spoke of is not missing. */
export function missingAtStart(gear: readonly GearItem[]): CountedGear[] {
  return short(gear.map(({ item, count, taken }) => ({ item, count: taken === null ? 0 : count - taken })));
}

/** What was taken and said not to have come back, or to be lost; what nobody spoke of is not missing. */
export function missingAtEnd(gear: readonly GearItem[]): CountedGear[] {
  return short(
    gear.map(({ item, count, taken, returned, lost }) => ({
      item,
      count: returned === null ? (lost?.count ?? 0) : (taken ?? count) - returned,
    })),
  );
}

/** What the side that takes over finds short of what should be there; of what these words do not speak of, as it was known before. */
export function missingAtHandover(
  gear: readonly GearItem[],
  said: GearSaid,
  known: readonly CountedGear[] = [],
): CountedGear[] {
  const listed = gear.map(({ item, count, taken }) => {
    const total = taken ?? count;
    const there = countFor(item, total, said);
    const before = known.find((one) => one.item === item)?.count ?? 0;
    return { item, count: there === null ? before : total - there };
  });
  return [...short(listed), ...unlisted(gear, said.missing)];
}

/** What is short by either side's word, the more of two. */
export function missingByEither(one: readonly CountedGear[], other: readonly CountedGear[]): CountedGear[] {
  const more = other.filter(({ item }) => !one.some((each) => each.item === item));
  const most = ({ item, count }: CountedGear): number =>
    Math.max(count, other.find((each) => each.item === item)?.count ?? 0);
  return [...one.map((each) => ({ ...each, count: most(each) })), ...more];
}

/** Those of which there are any. */
export const short = (counted: readonly CountedGear[]): CountedGear[] => counted.filter(({ count }) => count > 0);

/** How many things these are together. */
export function countOf(counted: readonly CountedGear[]): number {
  return counted.reduce((sum, { count }) => sum + count, 0);
}

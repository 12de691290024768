import type { PersonId } from './ids.ts';
import type { GearItem } from './shift.ts';
import { codesIn, isKind, numberFor, short, unlisted, type CountedGear } from './shift-gear.ts';

/** What happens to gear in the middle of a shift: it is lost on the way, or works no more. */
export type GearTrouble = 'lost' | 'broken';

/**
 * The list once somebody said that so many of these (by code of `Gear`) are lost or broken; the same one who says it again means
 * no more. What was on no list is put on it.
 */
export function troubledGear(
  gear: readonly GearItem[],
  counts: Readonly<Record<string, number>>,
  byId: PersonId,
  trouble: GearTrouble,
): GearItem[] {
  const more = unlisted(gear, counts).map(({ item, count }): GearItem => ({
    item,
    count,
    taken: count,
    returned: null,
  }));
  return [...gear, ...more].map((one) => {
    const count = numberFor(one.item, counts);
    if (count === null) return one;
    const { count: before = 0, byIds = [] } = one[trouble] ?? {};
    const now = byIds.includes(byId) ? Math.max(before, count) : before + count;
    const told = Math.min(one.taken ?? one.count, now);
    return { ...one, [trouble]: { count: told, byIds: [...new Set([...byIds, byId])] } };
  });
}

/**
 * The list once what these words name is found, or works, again; of two that said the same, whoever speaks means theirs. Words that
 * name nothing are of the only thing that the speaker told of. Null: of none.
 */
export function rightedGear(
  gear: readonly GearItem[],
  words: string,
  byId: PersonId,
  trouble: GearTrouble,
): GearItem[] | null {
  const gone = gear.filter((one) => one[trouble] !== undefined);
  const own = codesIn(words).length > 0 ? [] : gone.filter((one) => one[trouble]?.byIds.includes(byId));
  const named = gone.filter(({ item }) => speaksOf(item, words));
  const meant = named.length > 0 ? named : own.length === 1 ? own : [];
  if (meant.length === 0) return null;
  return gear.map((one) => (meant.includes(one) ? rightedItem(one, byId, words.includes('都'), trouble) : one));
}

function rightedItem(one: GearItem, byId: PersonId, all: boolean, trouble: GearTrouble): GearItem {
  const { [trouble]: told, ...rest } = one;
  const others = (told?.byIds ?? []).filter((id) => id !== byId);
  const isOne = !all && told !== undefined && told.count > 1 && others.length > 0 && told.byIds.includes(byId);
  const found = isOne ? 1 : (told?.count ?? 0);
  // What is broken comes back all the same.
  const back = trouble === 'lost' && rest.returned !== null ? { ...rest, returned: rest.returned + found } : rest;
  return isOne ? { ...back, [trouble]: { count: told.count - 1, byIds: others } } : back;
}

/** What is lost, or broken, as far as anybody has said. */
export function inTrouble(gear: readonly GearItem[], trouble: GearTrouble): CountedGear[] {
  return short(gear.map((one) => ({ item: one.item, count: one[trouble]?.count ?? 0 })));
}

function speaksOf(item: string, words: string): boolean {
  return words.includes(item) || codesIn(words).some((code) => isKind(item, code));
}

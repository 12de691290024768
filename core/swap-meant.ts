import type { ShiftView } from './ports/shifts.ts';

/** The own shift that somebody gives, and the other one's that they take for it; null: none fits. */
export interface SwapMeant {
  given: ShiftView | null;
  taken: ShiftView | null;
}

/**
 * Which shifts a wish to swap is about. Of the days that are named the own shift's is the one that is given: 周四周五对换 is the same
 * both ways round. One day alone is the one to give, 明天跟东03换班, or, named after the wish, the one to get: 能换明天吗. No day at all
 * is the next of each.
 * @param own the asker's shifts, by their beginning
 * @param theirs the other one's, without those that the asker is in anyway
 * @param days that are named, in their order
 * @param after whether the first of them is named after the wish
 * @param on the shift of a day that the words mean; of undefined, where no day is named
 */
export function swapMeant(
  own: readonly ShiftView[],
  theirs: readonly ShiftView[],
  { days, after }: { days: readonly string[]; after: boolean },
  on: (views: readonly ShiftView[], day: string | undefined) => ShiftView | null,
): SwapMeant {
  const [only, ...more] = days;
  const isWished =
    after && only !== undefined && more.length === 0 && (on(theirs, only) !== null || on(own, only) === null);
  // 能换明天吗 今天走不开: the day behind the wish is the last to be given.
  const likely = after && only !== undefined ? [...more, only] : days;
  const givenDay = isWished ? undefined : likely.find((day) => on(own, day) !== null);
  const wished = days.filter((day) => day !== givenDay);
  const isMissing = givenDay === undefined && only !== undefined && !after;
  return {
    given: isMissing ? null : on(own, givenDay),
    taken: wished.length === 0 ? (theirs[0] ?? null) : (wished.map((day) => on(theirs, day)).find(Boolean) ?? null),
  };
}

import type { Instant } from './clock.ts';
import type { PartyKey } from './party.ts';

/** What is said of which of the times of which session: an index into them, `none` of them, or `all`. */
export interface TimeSaid {
  session: number;
  said: number | 'none' | 'all';
}

/** Somebody's own side, or the one that whoever has the matter rang; null: their own. */
type ForSide<Said> = Said & { side: PartyKey | null };

const sidePattern = '(?:(?<side>[a-z]):)?';
const time = new RegExp(`^${sidePattern}(?<session>\\d{1,3}):(?<said>\\d|none|all)$`);
const said = new RegExp(`^${sidePattern}(?<said>[a-z_]{2,12})$`);

/** The value of a time's button (`matter_time`): `2:0`, `2:none`; `b:2:0` by the owner for side b, who was rung. */
export function timeValue({ session, said: what, side }: TimeSaid & { side?: PartyKey }): string {
  return `${side === undefined ? '' : `${side}:`}${String(session)}:${String(what)}`;
}

/** Reads {@link timeValue}; null: it is none, such as a forged one. */
export function readTimeValue(value: string): ForSide<TimeSaid> | null {
  const groups = time.exec(value)?.groups;
  if (groups === undefined) return null;
  const what = groups['said'] ?? '';
  return {
    side: groups['side'] ?? null,
    session: Number(groups['session']),
    said: what === 'none' || what === 'all' ? what : Number(what),
  };
}

/** A time that a side asked for: whoever has the matter takes it, or asks the others first. */
export interface WishTaken {
  how: 'take' | 'ask';
  side: PartyKey;
  times: readonly Instant[];
}

const wish = /^(?<how>take|ask):(?<side>[a-z]):(?<times>[0-9a-z]{4,7}(?:-[0-9a-z]{4,7}){0,2})$/;
const minute = 60_000;

/** The value of such a button (`matter_times`): `take:b:hm3k2`, its times as minutes since 1970 in base 36, to be short. */
export function wishValue({ how, side, times }: WishTaken): string {
  return `${how}:${side}:${times.map((at) => Math.floor(at / minute).toString(36)).join('-')}`;
}

/** Reads {@link wishValue}; null: it is none, such as a forged one. */
export function readWishValue(value: string): WishTaken | null {
  const groups = wish.exec(value)?.groups;
  if (groups === undefined) return null;
  return {
    how: groups['how'] === 'take' ? 'take' : 'ask',
    side: groups['side'] ?? '',
    times: (groups['times'] ?? '').split('-').map((said) => Number.parseInt(said, 36) * minute),
  };
}

/** The value of a button that says something for a side: `yes`, `no`; `b:yes`, `b:unreached` by whoever has the matter. */
export function sideValue(what: string, side?: PartyKey): string {
  return side === undefined ? what : `${side}:${what}`;
}

/** Reads {@link sideValue} when it says one of these; null: it says something else. */
export function readSideValue<Said extends string>(
  value: string,
  allowed: readonly Said[],
): ForSide<{ said: Said }> | null {
  const groups = said.exec(value)?.groups;
  const what = allowed.find((one) => one === groups?.['said']);
  return groups === undefined || what === undefined ? null : { side: groups['side'] ?? null, said: what };
}

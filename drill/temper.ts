import type { Chance } from './chance.ts';
import type { Player } from './hand-out-phones.ts';

/**
 * How somebody meets an order.
 * - `quick`: at once, by a button, or a digit where there are none. `says_it`: in one sentence. `by_code`: with the order's code.
 *   `in_group`: in the squad's group. `shares_position`: as `quick`, and the phone tells of the arrival.
 * - `reads_first`: 收到, and half a minute later a yes. `too_late`: a yes when others have been called.
 * - `cannot`: no. `changes_mind`: yes, and then no. `silent`: nothing.
 * - `blocked`: has blocked the bot. `answer_lost`: the platform takes the order and its answer is lost.
 */
export type Temper =
  | 'quick'
  | 'says_it'
  | 'by_code'
  | 'in_group'
  | 'shares_position'
  | 'reads_first'
  | 'too_late'
  | 'cannot'
  | 'changes_mind'
  | 'silent'
  | 'blocked'
  | 'answer_lost';

/** Whom a temper suits: a lost answer shows its way out only with a second channel, a block without one. */
const suits: Partial<Record<Temper, (player: Player) => boolean>> = {
  answer_lost: ({ platforms }) => platforms.length > 1,
  blocked: ({ platforms }) => platforms.length === 1,
  by_code: ({ platforms }) => platforms.length === 1 && platforms[0] === 'wechat',
  in_group: ({ squad, platforms }) => squad !== null && platforms[0] === 'telegram',
  shares_position: ({ platforms }) => platforms.length === 1 && platforms[0] === 'telegram',
};

const fits = (temper: Temper | undefined, player: Player | undefined): boolean =>
  temper === undefined || player === undefined || (suits[temper]?.(player) ?? true);

/**
 * Deals tempers to the people of the first wave, in the order in which they were asked. The first temper stays with the first
 * person, so that somebody says yes soon; the others are shuffled, then swapped until each suits its person as far as it can.
 */
export function dealTempers(tempers: readonly Temper[], players: readonly Player[], chance: Chance): Temper[] {
  const [first, ...others] = tempers.slice(0, players.length);
  const dealt = first === undefined ? [] : [first, ...chance.shuffled(others)];
  for (let i = 1; i < dealt.length; i += 1) {
    if (fits(dealt[i], players[i])) continue;
    const better = dealt.findIndex((other, j) => j > 0 && fits(dealt[i], players[j]) && fits(other, players[i]));
    if (better > 0) [dealt[i], dealt[better]] = [dealt[better] ?? 'quick', dealt[i] ?? 'quick'];
  }
  return dealt;
}

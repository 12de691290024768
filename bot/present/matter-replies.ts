import type { Token } from '../../core/ids.ts';
import type { CardAction } from '../../core/message.ts';
import type { MatterVerb } from '../../core/matter-verb.ts';
import type { MatterTexts } from '../texts/matter-texts.ts';

/** A button of a private matter, of an opening, or of somebody's own data. */
export type MatterAction = CardAction & { verb: MatterVerb };

const prefixes = /^(?:matter|opening|data)_/;

/** Whether a button belongs to private matters. */
export function isMatterAction(action: CardAction): action is MatterAction {
  return prefixes.test(action.verb);
}

/** What to reply where there are no buttons; every action of the card can be done by these lines. */
export function matterReplyLines(
  actions: readonly MatterAction[],
  numbers: ReadonlyMap<Token, string>,
  texts: MatterTexts,
): string[] {
  if (actions.length === 0) return [];
  const replies = actions.map(({ token, verb }) =>
    [texts.word[verb], ...(numbers.has(token) ? [numbers.get(token)] : [])].join(' '),
  );
  return [replies.join(' · ')];
}

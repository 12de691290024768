import type { Token } from '../../core/ids.ts';
import type { CardAction } from '../../core/message.ts';
import type { PatrolVerb } from '../../core/patrol-verb.ts';
import { excuses, type PatrolTexts } from '../texts/patrol-texts.ts';

/** A button of a shift, a check-in, a request or a find. */
export type PatrolAction = CardAction & { verb: PatrolVerb };

const prefixes = /^(?:shift|gear|handover|points|check_in|request|find)_/;

/** Whether a button belongs to patrols. */
export function isPatrolAction(action: CardAction): action is PatrolAction {
  return prefixes.test(action.verb);
}

/** The words that do what this button does. */
export function patrolReplyOf({ verb, value }: Pick<PatrolAction, 'verb' | 'value'>, texts: PatrolTexts): string {
  if (verb === 'check_in_point') {
    return value === 'none' ? texts.choice.check_in_point.none : texts.nth(Number(value ?? 0));
  }
  const excuse = excuses.find((one) => one === value);
  return verb === 'points_excuse' && excuse !== undefined ? texts.choice.points_excuse[excuse] : texts.word[verb];
}

/** Which name stands behind a number, where only the number is replied. */
function pointNames(actions: readonly PatrolAction[]): string[] {
  const points = actions.filter(({ verb, value }) => verb === 'check_in_point' && value !== 'none');
  return points.length === 0 ? [] : [points.map(({ label }) => label).join(' · ')];
}

/** What to reply where there are no buttons; every action of the card can be done by these lines. */
export function patrolReplyLines(
  actions: readonly PatrolAction[],
  codes: ReadonlyMap<Token, string>,
  texts: PatrolTexts,
): string[] {
  if (actions.length === 0) return [];
  const replies = actions.map((action) => {
    const code = codes.get(action.token);
    return `${patrolReplyOf(action, texts)}${code === undefined ? '' : ` ${code}`}`;
  });
  return [...pointNames(actions), texts.reply([...new Set(replies)])];
}

import { readTimeValue } from '../../core/course-tap.ts';
import type { Token } from '../../core/ids.ts';
import type { MatterVerb } from '../../core/matter-verb.ts';
import type { CardAction } from '../../core/message.ts';
import type { MatterTexts } from '../texts/matter-texts.ts';

/** A button of a private matter, of an opening, or of somebody's own data. */
export type MatterAction = CardAction & { verb: MatterVerb };

const prefixes = /^(?:matter|opening|data)_/;

/** Whether a button belongs to private matters. */
export function isMatterAction(action: CardAction): action is MatterAction {
  return prefixes.test(action.verb);
}

/** Answers to the question that is open: there can be but one, so no number is needed. */
const talking: ReadonlySet<MatterVerb> = new Set<MatterVerb>([
  'matter_about',
  'matter_answer',
  'matter_skip',
  'matter_file',
  'matter_drop',
]);

/** Terms are numbered, and the number is what the button carries. */
const numbered: ReadonlySet<MatterVerb> = new Set<MatterVerb>(['matter_paid', 'matter_got', 'matter_not_got']);

/** The words that do what this button does, without its matter's number. */
export function matterReplyOf(
  { verb, value, label }: Pick<MatterAction, 'verb' | 'value' | 'label'>,
  texts: MatterTexts,
): string {
  const word = texts.word[verb];
  if (value === undefined || verb === 'matter_skip' || verb === 'matter_held') return word;
  if (verb === 'matter_time') {
    const time = readTimeValue(value);
    return typeof time?.said === 'number' ? texts.nth(word, time.said + 1) : texts.choice.matter_time.none;
  }
  if (numbered.has(verb)) return texts.nth(word, Number(value));
  // A button that carries a value says all of it on its face.
  return label;
}

/** An answer to the question that is open, in the very words on its button. */
function talkLines(actions: readonly MatterAction[], texts: MatterTexts): string[] {
  const kinds = actions.filter(({ verb }) => verb === 'matter_about' || verb === 'matter_answer');
  const rest = actions.filter((action) => !kinds.includes(action));
  return [
    ...(kinds.length === 0 ? [] : [texts.reply.oneOf(kinds.map(({ label }) => label))]),
    ...(rest.length === 0 ? [] : [texts.reply.whole([...new Set(rest.map((one) => matterReplyOf(one, texts)))])]),
  ];
}

/** With its number, `M-2611-0042 我来接`: what is bare could be said of anything. */
function courseLines(
  actions: readonly MatterAction[],
  numbers: ReadonlyMap<Token, string>,
  texts: MatterTexts,
): string[] {
  const own = actions.filter(({ token }) => !numbers.has(token));
  const named = [...new Set(actions.map(({ token }) => token))].flatMap((token) => {
    const number = numbers.get(token);
    if (number === undefined) return [];
    const words = actions.filter((one) => one.token === token).map((one) => matterReplyOf(one, texts));
    return [texts.reply.withNumber(number, [...new Set(words)])];
  });
  return [...(own.length === 0 ? [] : [texts.reply.whole(own.map((one) => matterReplyOf(one, texts)))]), ...named];
}

/** What to reply where there are no buttons; every action of the card can be done by these lines. */
export function matterReplyLines(
  actions: readonly MatterAction[],
  numbers: ReadonlyMap<Token, string>,
  texts: MatterTexts,
): string[] {
  return [
    ...talkLines(
      actions.filter(({ verb }) => talking.has(verb)),
      texts,
    ),
    ...courseLines(
      actions.filter(({ verb }) => !talking.has(verb)),
      numbers,
      texts,
    ),
  ];
}

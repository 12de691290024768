import type { HazardVerb } from '../../core/hazard-verb.ts';
import type { HazardKind } from '../../core/catalogue.ts';
import { hazardKinds } from '../../core/catalogue.ts';
import type { Token } from '../../core/ids.ts';
import type { CardAction } from '../../core/message.ts';
import type { HazardTexts } from '../texts/hazard-texts.ts';

/** Whose card it is: personal replies may leave the number out. */
export interface ReplyFacts {
  numbers: ReadonlyMap<Token, string>;
  group: boolean;
}

/** Whether a button is one of a hazard or a report that is being told. */
export function isHazardAction({ verb }: Pick<CardAction, 'verb'>): boolean {
  return verb.startsWith('hazard_');
}

function kindNamed(value: string | undefined): HazardKind | null {
  return hazardKinds.find(({ code }) => code === value)?.code ?? null;
}

/** The words that do what this button does. */
export function replyOf(
  { verb, value, label }: Pick<CardAction, 'verb' | 'value' | 'label'>,
  texts: HazardTexts,
): string {
  const word = texts.word[verb as HazardVerb];
  const { choice } = texts;
  switch (verb) {
    case 'hazard_grade':
      return value === 'ordinary' || value === 'major' ? choice.hazard_grade[value] : word;
    case 'hazard_accept':
      return value === 'spot' || value === 'deadline' ? choice.hazard_accept[value] : word;
    case 'hazard_rate':
      return value === 'good' || value === 'fair' || value === 'bad' ? choice.hazard_rate[value] : word;
    case 'hazard_place':
      return value === 'none' ? choice.hazard_place.none : nth(word, value, texts);
    case 'hazard_assign':
      return [word, handleOf(label, texts)].join(' ');
    case 'hazard_ask_more':
      return value === undefined ? word : texts.moreDays(Number(value));
    default:
      return word;
  }
}

function nth(word: string, value: string | undefined, texts: HazardTexts): string {
  return value === undefined ? word : texts.nth(word, Number(value) + 1);
}

function shortNumber(number: string): string {
  return number.split('-').at(-1) ?? number;
}

/** The kind of the example. */
const exampleKind: HazardKind = 'gas';

/** Kinds are named, all of them: without buttons there are no pages to turn. Where none are offered yet, an example does. */
function kindLines(actions: readonly CardAction[], facts: ReplyFacts, texts: HazardTexts): string[] {
  const [first] = actions;
  if (first === undefined) return [];
  const kinds = actions.map(({ value }) => kindNamed(value)).filter((kind) => kind !== null);
  const number = facts.numbers.get(first.token);
  const named = kinds.map((kind) => texts.kindLabel(kind));
  if (kinds.length > 0 && number === undefined) return [texts.reply.personal(named, null)];
  const end = number === undefined ? '' : ` ${shortNumber(number)}`;
  const like = `${texts.word.hazard_kind} ${texts.kindLabel(kinds[0] ?? exampleKind)}${end}`;
  if (kinds.length === 0) return [texts.reply.kindLike(like)];
  const all = hazardKinds.map(({ code }) => texts.kindLabel(code));
  return [texts.reply.kinds(like, all)];
}

/** What an owner is called on the button, and the first of it: the call sign, or of who has none the name. */
const ownerNamed = (label: string, texts: HazardTexts): string => label.slice(texts.giveTo('').length).trim();
const handleOf = (label: string, texts: HazardTexts): string => ownerNamed(label, texts).split(' ')[0] ?? '';

/** Who is behind a call sign: names that stand on buttons elsewhere. */
function ownerLines(actions: readonly CardAction[], texts: HazardTexts): string[] {
  const owners = actions.filter(({ verb, value }) => verb === 'hazard_assign' && value !== undefined);
  return owners.filter(({ label }) => ownerNamed(label, texts) !== handleOf(label, texts)).map(({ label }) => label);
}

/** A reply that says which hazard it is about; the same as another one is said with that one's number. */
function numbered(action: CardAction, number: string | undefined, texts: HazardTexts): string {
  const reply = replyOf(action, texts);
  if (number === undefined) return reply;
  const { verb, value } = action;
  return [reply, number, ...(verb === 'hazard_merge' && value !== undefined ? [`H-${value}`] : [])].join(' ');
}

/** What to reply where there are no buttons; every action of the card can be done by these lines. */
export function hazardReplyLines(actions: readonly CardAction[], facts: ReplyFacts, texts: HazardTexts): string[] {
  const kinds = actions.filter(({ verb }) => verb === 'hazard_kind');
  const others = actions.filter(({ verb }) => verb !== 'hazard_kind');
  return [...ownerLines(others, texts), ...otherLines(others, facts, texts), ...kindLines(kinds, facts, texts)];
}

function otherLines(actions: readonly CardAction[], facts: ReplyFacts, texts: HazardTexts): string[] {
  const [first] = actions;
  if (first === undefined) return [];
  const several = new Set(actions.map(({ token }) => token)).size > 1;
  const number = facts.numbers.get(first.token);
  const unnamed = !facts.group && !several && !actions.some(({ verb }) => verb === 'hazard_merge');
  if (unnamed || number === undefined) {
    const replies = [...new Set(actions.map((action) => replyOf(action, texts)))];
    return [texts.reply.personal(replies, number === undefined ? null : shortNumber(number))];
  }
  const whole = actions.map((action) => {
    const own = facts.numbers.get(action.token);
    return numbered(action, several || own === undefined ? own : shortNumber(own), texts);
  });
  return [texts.reply.whole([...new Set(whole)])];
}

import { clausesOf, isSentHome, wishesIn } from './leave-words.ts';
import { namedPerson } from './named-person.ts';
import type { Person } from './people.ts';
import { dayWords } from './said-day.ts';
import { peopleNamed } from './shift-names.ts';

type Named = Pick<Person, 'callSign' | 'name'>;

/** Whose leave words are about. */
export interface LeaveWhom<Somebody extends Named> {
  /** The writer's own; with others it is 我和东02. */
  own: boolean;
  others: Somebody[];
}

/** 东03跟我说, 托我说一声: the writer only passes it on. 跟队长说了, 队长批了: whoever was told or decides is not away. */
const spokenOf =
  /托(?:我|俺)|(?:跟|和|给|对|向|同)(?:我|咱们?|俺)(?:说|讲|打|请|报|发|提)(?:过|了)?|(?:托|叫|让|要|请)(?:我|俺)(?:来)?(?=帮|替|代|给|说|讲|转|报|跟)|(?:跟|和|与|向|问)[^,，。\s]{1,6}?(?:说|讲|报告|请示|商量)(?:过|好|了|一声)*|(?:跟|向|找)[^,，。\s]{1,6}?(?=请)|(?<=^|[\s,，。])[^,，。\s]{1,4}(?:批准?|同意|准|知道|允许|答应)(?:了|的)+/gu;
const self = /[我俺咱]|本人|\b(?:i|i['’]m|me|my)\b/iu;
/** 我让东02, 我帮东02: of whom the writer speaks. */
const arranges = /[我俺咱]们?(?:已经|就|也)?(?:让|叫|准|批准?|同意|允许|通知|安排|放|帮|替|代|给)了?(?!他|她|[我俺])/u;
const allowed = /(?:队长|组长|老?[一-龥]{1,2}|[一-龥]\d{2,3})?(?:让|叫|说|通知|喊)(?:我|俺)/u;
const spare = `(?:${dayWords}|晚上?|夜里?|的|都|也|两个?|俩|人|一起|[\\s,，、])*`;

/**
 * Whom a wish for leave is about: who is named in its own clause, else in the words before it. 我 beside the wish is the writer's own.
 * @param mates everybody of the team but the writer
 * @param leader who is spoken to by 队长，今晚请假; null: nobody leads
 */
export function leaveWhom<Somebody extends Named>(
  text: string,
  mates: readonly Somebody[],
  leader: Somebody | null = null,
): LeaveWhom<Somebody> {
  const said = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(spokenOf, (all) => '|'.repeat(all.length));
  const [wish] = wishesIn(said);
  const own: LeaveWhom<Somebody> = { own: true, others: [] };
  if (wish === undefined) return own;
  const clauses = clausesOf(said).filter(({ start }) => start < wish.end);
  for (const [at, { start, end }] of clauses.toReversed().entries()) {
    const words = said.slice(start, at === 0 ? wish.end : end);
    const found = inClause(words, mates);
    if (found.own && found.others.length === 0) return found;
    // 我感冒了 东02知道的 今晚请假: somebody who is only mentioned.
    const bare = at === 0 || isBare(words, mates) || !self.test(said.slice(0, wish.end));
    const called = at > 0 && leader !== null && found.others.includes(leader);
    if (found.others.length > 0 && bare && !called) return found;
  }
  return own;
}

/** Whether 不用来了 is said of somebody at all: of one who is named, or of the writer, as 队长让我别来了. */
export function isToldHome(text: string): boolean {
  return isSentHome(text.normalize('NFKC').toLowerCase());
}

/** 队长让我明晚别来了. */
export function wasAllowed(text: string): boolean {
  return allowed.test(text.normalize('NFKC'));
}

function isBare<Somebody extends Named>(words: string, mates: readonly Somebody[]): boolean {
  const rest = words.replaceAll(new RegExp(dayWords, 'giu'), '').replaceAll(/晚上?|夜里?|[@:,\s]/gu, '');
  return (
    mates.some(({ name, callSign }) => [name, callSign].includes(rest) || namedPerson(mates, rest)?.name === name) &&
    rest.length <= 5
  );
}

function inClause<Somebody extends Named>(words: string, mates: readonly Somebody[]): LeaveWhom<Somebody> {
  const named = peopleIn(words, mates);
  if (!self.test(words)) return { own: false, others: named };
  const arranged = arranges.exec(words);
  if (arranged !== null) {
    const others = peopleIn(words.slice(arranged.index + arranged[0].length), mates);
    if (others.length > 0) return { own: false, others };
  }
  return {
    own: true,
    others: named.filter(({ name, callSign }) => isBeside(words, name) || isBeside(words, callSign ?? name)),
  };
}

/** 我和东02明天请假, 东02跟我都来不了: both, and not 我跟东02说了. */
function isBeside(words: string, name: string): boolean {
  const called = name.toLowerCase().replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  const wished = wishesIn(words)[0]?.start ?? words.length;
  const before = words.slice(0, wished);
  return new RegExp(
    `[我俺]${spare}(?:和|跟|与|同)${called}${spare}$|${called}${spare}(?:和|跟|与|同)[我俺]${spare}$`,
    'u',
  ).test(before);
}

/** Everybody who is named: in a list, or one within the words. */
function peopleIn<Somebody extends Named>(words: string, mates: readonly Somebody[]): Somebody[] {
  const list = peopleNamed(mates, words);
  if (list.length > 0) return list;
  const one = namedPerson(mates, words);
  return one === null ? [] : [one];
}

import type { MatterVerb } from '../../core/matter-verb.ts';
import { sideValue } from '../../core/course-tap.ts';
import type { MatterNames } from './matter-names-texts.ts';
import { matterNamesEn } from './matter-names-en.ts';
import { matterNamesZh } from './matter-names-zh.ts';

/** What words say about a private matter: the step, the value that its button would have, and what was written behind it. */
export interface MatterWord {
  verb: MatterVerb;
  /** '' none. */
  value: string;
  /** The nth of what was listed, from 1; null: none was named. */
  nth: number | null;
  /** `M-2611-0042`; null: no number stands there. */
  number: string | null;
  /** What else was written: a reason, a record. */
  rest: string;
}

type Said = Pick<MatterWord, 'verb' | 'value'>;

/** What people write as well, beside the words that cards offer. */
const others: Partial<Record<MatterVerb, readonly string[]>> = {
  matter_take: ['接', '接了', '我接', '我接了', '我来', '接案', '接单', 'take', 'take it', 'mine', 'accept'],
  matter_pass: ['没空', '不接', '接不下', '忙', 'busy', 'pass', "can't take it"],
  matter_conflict: ['回避', '我回避', '认识', '我认识', '我认识其中一方', 'conflict'],
  matter_look: ['看看', '查', '查看', '详情', '看内容', 'look', 'details'],
  matter_ack: ['收到', '在路上', '在路上了', '马上到', 'on my way', 'received'],
  matter_done: ['办好了', '都办完了', '都办好了', '已经办完了', '已经办好了', '处理好了', 'done'],
  matter_give_back: ['交回', '退回', 'give back'],
  matter_step_up: ['转上去', '转联合', 'step up'],
};

const said = new Map<string, Said>();
for (const names of [matterNamesZh, matterNamesEn]) addWords(names);
for (const [verb, words] of Object.entries(others) as [MatterVerb, readonly string[]][])
  for (const word of words) add(word, { verb, value: '' });

const noMore =
  /不(?:想|要|再|愿意?)*(?:继续)?(?:调(?:解)?|谈)了?(?:$|[，。,.!！\s了吧])|(?:终止|结束|停止|退出|撤回)(?:这次|这个)?调解|\b(?:stop|end|quit|leave|no more) (?:the |this )?mediation\b/iu;

/** Whether a no ends mediation as such, and is not only one to the terms that lie on the table. */
export function endsMediation(words: string): boolean {
  return noMore.test(words);
}

/** Longest first, so that 谈成了，口头约定 is not read as 谈成了. */
const byLength = [...said.keys()].sort((a, b) => b.length - a.length);

function add(words: string, what: Said): void {
  const key = plain(words);
  if (key !== '' && !said.has(key)) said.set(key, what);
}

function addWords(names: MatterNames): void {
  for (const [verb, choices] of Object.entries(names.choice) as [MatterVerb, Record<string, string>][])
    for (const [value, words] of Object.entries(choices)) if (verb !== 'matter_time') add(words, { verb, value });
  for (const [role, key] of [
    ['applicant', 'a'],
    ['respondent', 'b'],
  ] as const) {
    const side = names.side[role];
    for (const answer of ['yes', 'no', 'unreached'] as const)
      add(names.sideSays(side, answer), { verb: 'matter_consent', value: sideValue(answer, key) });
    add(names.sideAbsent(side), { verb: 'matter_absent', value: key });
    add(names.sideSigned(side), { verb: 'matter_sign', value: key });
  }
  for (const [verb, word] of Object.entries(names.word) as [MatterVerb, string][]) add(word, { verb, value: '' });
}

function plain(words: string): string {
  return words.normalize('NFKC').replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim().toLowerCase();
}

const numberPattern = /(?:^|[\s#:：，,])m[-\s]?(\d{4})[-\s]?(\d{4,6})(?!\d)/iu;
const daysPatterns = [matterNamesZh, matterNamesEn].map(
  (names) => new RegExp(`^${plain(names.moreDays(987)).replace('987', '(\\d{1,3})')}$`, 'u'),
);

/** The number of a private matter in words; null: there is none. */
export function matterNumberIn(text: string): string | null {
  const match = numberPattern.exec(text.normalize('NFKC'));
  return match === null ? null : `M-${match[1] ?? ''}-${match[2] ?? ''}`;
}

/** 指派 M-2611-0042 给 喜哥, or as its button has it: 交给 喜哥. To whom is said as it was written. */
const assigning = /^(?:(?:指派|分派)(?:\s*给)?|派给|交给|assign(?:\s+it)?(?:\s+to)?)\s*(?<to>\S.{0,39})$/iu;
const narrowed = (words: string): string =>
  words
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s,:，：。]+/u, '')
    .replace(/[\s。.!！~～]+$/u, '');

/**
 * Reads words that stand in for a button of a private matter: `M-2611-0042 接`, `看 M-2611-0042`, `M-2611-0042 谈不成 对方不肯`. Without a
 * number they must be the very words and nothing more. Null: they are something else.
 */
export function readMatterWord(text: string): MatterWord | null {
  const normal = text.normalize('NFKC');
  const number = matterNumberIn(normal);
  const without = number === null ? normal : normal.replace(numberPattern, ' ');
  const words = plain(without)
    .replace(/^[,:，：。.!！\s]+/u, '')
    .replace(/[。.!！~～\s]+$/u, '');
  const to = number === null ? undefined : assigning.exec(narrowed(without))?.groups?.['to'];
  if (to !== undefined) return { verb: 'matter_assign', value: to, nth: null, number, rest: '' };
  const days = daysPatterns.flatMap((pattern) => pattern.exec(words)?.[1] ?? [])[0];
  if (days !== undefined) return { verb: 'matter_extend', value: days, nth: null, number, rest: '' };
  const whole = said.get(words);
  if (whole !== undefined) return { ...whole, nth: null, number, rest: '' };
  const listed = /^(.+?) (\d)$/u.exec(words);
  const one = said.get(listed?.[1] ?? '');
  if (one !== undefined) return { ...one, nth: Number(listed?.[2]), number, rest: '' };
  return number === null ? null : withRest(words, without, number);
}

/** Behind a number and a word there can be more; the word ends where a space, a comma or the words end. */
function withRest(words: string, without: string, number: string): MatterWord | null {
  const word = byLength.find((one) => words.startsWith(one) && /^[\s,，。:：;；]/u.test(words.slice(one.length)));
  const what = word === undefined ? undefined : said.get(word);
  if (word === undefined || what === undefined) return null;
  // The rest as it was written, not as it was compared.
  const at = plain(without).indexOf(word);
  const rest = without
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(at + word.length)
    .replace(/^[\s,，。:：;；]+/u, '')
    .trim();
  return { ...what, nth: null, number, rest };
}

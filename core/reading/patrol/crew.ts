/** How many came to a shift. */
import { finding, joined, nothing } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { peopleIn } from '../head-counts.ts';
import { numberOf, numeral } from '../numerals.ts';
import type { Utterance } from '../utterance.ts';
import { person } from './proxy.ts';

/** A way to tell how many they are; `count` gets the groups of the words. */
interface Way {
  readonly words: RegExp;
  readonly count: (groups: readonly (string | undefined)[]) => number | undefined;
}

const valueOf = (words = ''): number | undefined => numberOf(words)?.value;
const english = ['one', 'two', 'three', 'four', 'five', 'six'];
const namesOf = (words = ''): string[] => words.split(/[\s、,]+/).filter((name) => /^[a-z\d一-龥]{2,4}$/.test(name));

/** 应到5实到4 goes before every other number. */
const present: Way = {
  words: /实到\s*(\d{1,2}|[一二两三四五六七八九十]{1,2})/,
  count: ([, came]) => valueOf(came),
};
/** Call signs by which a crew names itself: 西02 西05, 荷01 渡04 渡06. */
const callSigns: Way = {
  words: /(?<![一-龥\d])((?:[一-龥]{1,2}\d{2}(?!\d|[号点:：.年月日])[\s、,，和跟]*){2,9})/,
  count: ([, signs]) => signs?.match(/\d{2}/g)?.length,
};
const others: readonly Way[] = [
  {
    words:
      /(?:签到|到岗|报到|人员|队员|名单|参加|当班|值班|巡逻员|成员|crew|team)[:：]\s*([^,。!\n]+(?:[,、][^,。!\n]+)*)/,
    count: ([, names]) => (namesOf(names).length > 1 ? namesOf(names).length : undefined),
  },
  {
    words: new RegExp(`我(?:和|跟|与|同|、)(${person}(?:(?:和|跟|、)${person})*)`),
    count: ([, names]) => (names ?? '').split(/和|跟|、/).length + 1,
  },
  {
    words: new RegExp(`(${numeral})男(${numeral})女`),
    count: ([, men, women]) => (valueOf(men) ?? 0) + (valueOf(women) ?? 0),
  },
  {
    words: new RegExp(`(?:这边|我们|咱们|[我本]组)(${numeral})个(?=$|[\\s,。!])`),
    count: ([, here]) => valueOf(here),
  },
  { words: /本人一名|就我(?:一个|自己)/, count: () => 1 },
  { words: /\bme and [a-z]+\b/, count: () => 2 },
  { words: /\b(two|three|four|five|six) of us\b/, count: ([, of = '']) => english.indexOf(of) + 1 },
  {
    words: /([三四五六七八九仨])个?人?(?=到齐|齐|都到)|[我俺咱]们?(仨)/,
    count: ([, came, three]) => (came === '仨' || three !== undefined ? 3 : valueOf(came)),
  },
  { words: /(?:人员|人数)[:：]\s*(\d{1,2})(?!\d)/, count: ([, came]) => valueOf(came) },
  { words: new RegExp(`(${numeral})个?后生`), count: ([, came]) => valueOf(came) },
  { words: /(?:[我俺咱]们?|就)?(?:俩|两个(?!点|小时|钟))(?:人)?/, count: () => 2 },
];

/** How many came: counted, or named one by one. */
export function crewIn(heard: Utterance): Finding {
  const said = countedBy(heard, [present]);
  if (said !== nothing) return said;
  const counted = joined(peopleIn(heard), countedBy(heard, [callSigns]));
  return counted.fields.people === undefined ? countedBy(heard, others) : counted;
}

function countedBy(heard: Utterance, ways: readonly Way[]): Finding {
  for (const { words, count } of ways) {
    const match = words.exec(heard.plain);
    const value = match === null ? undefined : count([...match]);
    if (match !== null && value !== undefined)
      return finding(heard, 'people', value, match.index, match.index + match[0].trimEnd().length);
  }
  return nothing;
}

/** How many people, and how many of them are hurt. */
import { finding, joined, nothing } from './finding.ts';
import type { Finding } from './finding.ts';
import { numberOf, numeral } from './numerals.ts';
import type { Utterance } from './utterance.ts';

const who =
  '(?:个|名|位)?(?:被困|受伤|落水|失踪)?(?:人(?!民|次|家)|小孩|孩子|老人|工人|队员|兄弟|学生|驴友|同事|队友|大人|员工|女的|男的|(?:力气|身体|年轻|会|懂|有)[^,。]{0,5}的(?!是)|被困人员|落水者|people|persons?|guys|of us)';
const counted = new RegExp(`(?<![\\d.:第点])(?!一个人[在住来去走])(${numeral})\\s*${who}`);
const family = new RegExp(`一家(${numeral})口|(${numeral})口人`);
const all = new RegExp(`(${numeral})个(?=(?:都|全部?|已经?)*(?:被)?(?:救|捞|拉|找到|出来))`);
const named = new RegExp(`(?:人员|队员|共)\\s*(${numeral})\\s*[名个人]`);
const ofUs = new RegExp(
  `(?:我们|咱们|一共|总共|共|带队)\\s*[^,。\\d]{0,3}?(${numeral})\\s*(?:个|人|名)(?!点|箱|小时|钟)`,
);
const hurt = '(?:受伤|重伤|轻伤|伤亡|被?(?:烧|烫|砸|压|撞|炸|砍|打|划|割)伤|流血|骨折|hurt|injured|wounded)';
const hurtCount = new RegExp(
  `(?:伤了|伤者|伤员|受伤)\\s*(?<after>${numeral})|(?<before>${numeral})\\s*(?:个|名|位)?(?:人|工人|小孩|孩子|老人|队员|群众|people)?\\s*(?:都|有|被|are|were)?\\s*${hurt}|(?<wounded>${numeral})\\s*(?:个|名|位)?(?:伤员|伤者)`,
);
const nobodyHurt =
  /没有?人?(?:员)?(?:受伤|伤亡)|[无零](?:人员?)?(?:受伤|伤亡)|伤亡(?:情况)?不[明详]|没受伤|没有伤|no(?:body| one)? (?:is |was )?(?:hurt|injur)/;
const somebodyHurt = new RegExp(
  `有人(?:员)?${hurt}|(?:头|腿|手|脸)[^,。!?]{0,3}(?:流血|打?破)|${hurt}|(?:有|名)?伤员|伤者`,
);

/** The number of people named, when it is said. */
export function peopleIn(heard: Utterance): Finding {
  const match =
    counted.exec(heard.plain) ??
    ofUs.exec(heard.plain) ??
    all.exec(heard.plain) ??
    named.exec(heard.plain) ??
    family.exec(heard.plain);
  return match === null ? nothing : counting(heard, 'people', match, match[1] ?? match[2]);
}

/** The number of the hurt, or true when somebody is hurt and nobody counted. */
export function injuredIn(heard: Utterance): Finding {
  if (nobodyHurt.test(heard.plain)) return nothing;
  const match = hurtCount.exec(heard.plain);
  const number = match?.groups?.after ?? match?.groups?.before ?? match?.groups?.wounded;
  if (match !== null && number !== undefined) return counting(heard, 'injured', match, number);
  const some = somebodyHurt.exec(heard.plain);
  return some === null ? nothing : finding(heard, 'injured', true, some.index, some.index + some[0].length);
}

function counting(
  heard: Utterance,
  field: 'people' | 'injured',
  match: RegExpExecArray,
  words: string | undefined,
): Finding {
  const said = numberOf(words ?? '');
  if (said === undefined || said.value === 0) return nothing;
  const end = match.index + match[0].length;
  const found = finding(heard, field, Math.round(said.value), match.index, end);
  return said.approximate ? joined(found, finding(heard, 'approximate', true, match.index, end)) : found;
}

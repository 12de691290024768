/** Where a message turns: what comes after 但是 counts for more, and what only would be counts for nothing. */
import type { Hit } from '../phrase.ts';
import type { Clause, Utterance } from '../utterance.ts';

const turn = /但是?|不过|可是|可惜|还是(?!不)|现在|结果/g;
const before = /^(?:我)?(?:本来|原本|原来|原先|刚才说|之前说|先前)/;
/** 我要是在家肯定去, 可以去就好了, 能去我早去了: nobody is coming. */
const wished =
  /就好了|早(?:就)?[去来到](?:了|$)|(?:要是|如果)(?!(?:再)?(?:缺|没|少|不够|需要|有需要|人))[^,。]{1,8}(?:肯定|一定|就)[^。]{0,10}(?:可惜|但|就是)|可惜/;
/** Cries of a no that is none: 不用叫别人. */
const unneeded = /(?:不用|别|不要|不必|甭)(?:再)?(?:换|叫|找|安排|派|喊|让|请|通知)(?:别|其他)/;

/** 本来去不了 现在能去: what was so before is no answer where what is now follows. */
export function isTakenBack(heard: Utterance, clause: Clause): boolean {
  return before.test(clause.words) && heard.clauses.at(-1) !== clause;
}

/** Going that is only wished for. */
export function isWished(heard: Utterance): boolean {
  return wished.test(heard.plain);
}

/** A no that says that nobody else is needed. */
export function isUnneeded(words: string): boolean {
  return unneeded.test(words);
}

/** Of a yes and a no, the yes stands when it alone comes after the turn. */
export function turnsToYes(heard: Utterance, hits: readonly Hit[]): boolean {
  const last = [...heard.plain.matchAll(turn)].at(-1)?.index ?? -1;
  if (last < 0) return false;
  const after = (intent: 'accept' | 'decline'): boolean =>
    hits.some((hit) => hit.intent === intent && !hit.soft && hit.end > last);
  return after('accept') && !after('decline');
}

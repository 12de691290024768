/** The words of being away from a shift, and of coming after all, as people put them. */
import { dayWords } from './said-day.ts';

/** Somebody wishes to be away, or says that they will not come. */
const away =
  /(?:请|告|休|歇|病|事)[^,，。\s]{0,4}假|请[^,，。\s]{0,6}假|(?:来|去|到|上|巡|参加|值|出|赶|做|干)不(?:了|成|到|来|上|得)|(?:没法|没空|没得空|没时间|不能|无法|不得空|走不开|不方便|抽不开身|有事)|不(?:来|去|上|巡|参加|值)(?:了|啦|$|[\s,，。])|(?:休息|歇|缺席|缺勤|不在)|(?:替|顶|代)(?:一下|下|个)?[我俺班]|\b(?:off|leave|can(?:['’]?t|not| not)|won['’]?t|unable|not able|skip|miss|cover|away|not (?:coming|available))\b/giu;
/** Somebody was told to stay at home; 别去了 is said of a place, and 别巡了 of a walk. */
const sentHome = /(?:不用|不必|不要|别|甭|莫|不消|无需)(?:再)?(?:过?来|上班)(?:了|啦|吧)?(?=$|[\s,，。!！~])/gu;

/** Where words wish for leave: each from–to. */
export function wishesIn(words: string): { start: number; end: number }[] {
  const found = [...words.matchAll(away), ...words.matchAll(sentHome)];
  return found
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .toSorted((a, b) => a.start - b.start);
}

/** 明晚不用来了: whoever it is about was told so; without a name it may be said of anything. */
export function isSentHome(words: string): boolean {
  return words.search(sentHome) >= 0 && words.search(away) < 0;
}

/** Pieces of a message between its stops, each from–to; Chinese is parted by blanks too. */
export function clausesOf(words: string): { start: number; end: number }[] {
  const stop = /\p{Script=Han}/u.test(words) ? /[\s,，。;；:：!！?？]+/gu : /[,.;:!?\n]+/gu;
  const clauses: { start: number; end: number }[] = [];
  let start = 0;
  for (const match of words.matchAll(stop)) {
    if (match.index > start) clauses.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  if (start < words.length) clauses.push({ start, end: words.length });
  return clauses;
}

const day = `(?:${dayWords})(?:晚上?|夜里?|的|[上下前后]半[夜晚](?:的?那?个?班)?)?`;
const self = '(?:我们?|俺|咱|本人)';
/** 明晚我来, 我明晚能来了, 还是我去, 明天有空了: a whole clause of somebody who comes. */
const comes = new RegExp(
  `^(?!.*又[来去到上])(?:那|那么|要不)?(?:${self}|${day}|那天)*(?:还是|又|应该|现在|${self}|${day})*(?:(?:又|也|都|就|会|能|可以|可|照常|照样|正常|准时|按时|一定|肯定|还是|得)*(?:来|去|到|(?<!晚)上|巡|参加|值)(?:得了|得成|得|班|岗|巡逻|夜巡|值班)*|(?:又|也)?(?:有空|得空|有时间|抽得出身)|(?:没事|不忙)(?=了(?!吧)))(?:了|吧|的|啦|哈|咯|哦)*$|` +
    `^(?:i )?(?:can|could|will be able to|am able to|i['’]ll|i will) (?:come|make it|be there|do it|do the shift|attend)(?: (?:on )?(?:${dayWords})(?: night)?)?(?: after all| again)?$|^i['’]m (?:back|in) (?:on )?(?:${dayWords})(?: after all)?$`,
  'iu',
);
/** Of duty, and not of anything else: it names the day, or says that one can come now. 又来了, 还是我去 is said of much. */
const ofDuty = new RegExp(
  `${day}|${self}(?:又|还是|现在|也|就|都)*(?:(?:能|可以|照常|照样)+(?:来|参加|值班|上班)|来得[了成]?)(?:了|啦)|after all`,
  'iu',
);
const asks = /[?？]|[吗么呢没不](?:$|[\s,，。])|谁|几点/u;
/** 今晚跟东03换一下，明晚我去. */
const swaps = /[跟和与找][^,，。\s]{1,8}?(?:[换调]|对[换调]|互换)/u;

/**
 * Whether somebody says that they come: 算了 明晚我能来. To whoever asked to be away it takes that back, and of nobody is it a wish to be
 * away; to whom it says nothing more is not known here.
 */
export function saysComing(text: string): boolean {
  const said = text.normalize('NFKC').trim().toLowerCase();
  if (asks.test(said) || swaps.test(said) || wishesIn(said).length > 0) return false;
  const clauses = clausesOf(said).map(({ start, end }) => said.slice(start, end).trim());
  return clauses.some((clause) => comes.test(clause) && ofDuty.test(clause));
}

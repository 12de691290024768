import { numberOf } from './reading/numerals.ts';

const digits = '一二三四五六七八九十';
const point = '(?:点位?|打卡点|巡逻点|站|位置)';

/** 最后一个点, 终点, 末点, the last stop. */
const last = new RegExp(
  `最后(?:一|那|这)个${point}|(?<=^|[\\s,，。!！这是到了])最后(?:一|那|这)个(?:[\\s,，。!！]|$)|最(?:末|尾)(?:端|一?个)?(?:的)?${point}|末(?:尾)?(?:的|一个)?${point}|尾${point}|终点(?!站?牌)|收尾(?:的)?${point}|\\b(?:the )?(?:very )?last (?:one|point|stop|checkpoint)\\b|\\bfinal (?:point|stop|checkpoint)\\b|\\bend of (?:the |our )?(?:route|line|round|walk)\\b`,
  'iu',
);
/** 倒数第二个, second to last. */
const fromEnd = new RegExp(`倒(?:数|着数)第?([${digits}\\d]{1,3})(?:个|${point}|[\\s,，。!！]|$)`, 'u');
const fromEndEn =
  /\b(penultimate|(?:(next|second|2nd|third|3rd|fourth|4th|fifth|5th)[ -](?:to|from)[ -](?:the )?(?:last|end)|(second|2nd|third|3rd|fourth|4th|fifth|5th)[ -]last))\b/iu;
/** 起点, 头一个点, the first stop. */
const first = new RegExp(
  `(?<!一)起(?:始)?点(?!火|了)|(?:头|首|最前面?|最先|最开始)(?:的)?(?:一|那)?个?${point}|\\b(?:the )?(?:very )?first (?:one|point|stop|checkpoint)\\b|\\bstart of (?:the |our )?(?:route|line|round|walk)\\b`,
  'iu',
);
/** Nobody is there, or the picture is meant and not the point. */
const notThere =
  /没|未|还(?:剩|差|有)|就(?:剩|差)|只(?:剩|差)|不去|别去|准备|打算|正在去|去往|往[^,，。]{0,4}(?:走|去)|快到|哪|吗|[?？]|离|到不了|不了|\b(?:not|n't|still|left|next|going|heading|towards?|on (?:my|our) way|photo|picture|pic|wrong|where|which)\b/iu;

const englishPlaces: Readonly<Record<string, number>> = {
  next: 2,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  fifth: 5,
  '5th': 5,
};

/**
 * The point of a route that words count from one of its ends, without its number: 最后一个点, 倒数第二个, the last stop, 起点. Null: they
 * count none, more than the route has, or one where nobody is yet.
 * @param count how many points the route has
 */
export function countedFromEnd(words: string, count: number): number | null {
  const said = words.normalize('NFKC');
  if (count < 1 || notThere.test(said)) return null;
  const back = backOf(said);
  if (back !== null) return back >= 1 && back <= count ? count - back + 1 : null;
  return first.test(said) ? 1 : null;
}

/** How many from the end, the last being 1. */
function backOf(said: string): number | null {
  const counted = fromEnd.exec(said)?.[1];
  if (counted !== undefined) return numberOf(counted)?.value ?? null;
  const english = fromEndEn.exec(said);
  if (english !== null) return englishPlaces[(english[2] ?? english[3] ?? 'second').toLowerCase()] ?? null;
  return last.test(said) ? 1 : null;
}

import { dayWords } from './said-day.ts';

/** 换回来, 换班取消, swap back: what was swapped, or is asked for, is not to be. */
const words =
  /换回[来去]?|(?:换班|调班|对调|倒班|换的班)(?:的事)?(?:就|都)?(?:取消|作废|算了|不算|不要了|撤了?)|(?:取消|撤销?|撤回)[^,，。!！?？]{0,12}(?:换班|调班|对调|的换|换的)|\b(?:swap|switch|change) (?:it |us )?back\b|\b(?:undo|cancel|revert|call off)\b[^.?!]{0,20}\bswap\b|\b(?:not|no longer|don['’]t want to) swap(?:ping)?\b/iu;
const about = `(?:我们?|俺|咱|那么?|这|就|算了|还是|也|都|了|${dayWords}|一?班|[天次晚夜]|的|先)*`;
const withWhom = '(?:[跟和与][^,，。!！?？\\s]{1,6}?)?';
/** 不换了, 后天那班不换了, 跟东03不换了: of positions and the like it is said with their name in front. */
const notNow = new RegExp(
  `(?:^|[\\s,，。;；!！])${about}${withWhom}${about}不(?:想|用|要|必)?再?${withWhom}(?:换|对调|调)(?:班)?了`,
  'iu',
);
/** Whether it was done is a question, and batteries are changed too. */
const unless = /[?？]|[吗嘛么]|了没|电池|对讲|手电|衣|鞋|灯|锁|药|水/u;
const longest = 40;

/** Whether words take a swap back; whose and which night is said beside it. */
export function saysSwapBack(text: string): boolean {
  const said = text.normalize('NFKC').trim();
  return said.length <= longest && (words.test(said) || notNow.test(said)) && !unless.test(said);
}

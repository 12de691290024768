const came = '(?:我们?|俺们?|咱们?|本人|人)?(?:也|都|已经?|刚刚?|先)*(?:到|来)(?:位|岗)?(?:了|咯|啦|喽|嘞|哈|啊)+';
const hasCome = new RegExp(`^(?:${came}[\\s,，。!！~]*)+$`, 'u');

/** 我也到了, 到了到了, 到咯, 人到了: nothing but that whoever says so has come. */
export function saysCome(text: string): boolean {
  return text.length <= 20 && hasCome.test(text.trim());
}

/** 还差老王, 除了小李都到了: somebody is not there. */
export const notAll = /没(?:有)?(?:到|来)|还[差缺没等]|除了|就差|只差|缺|请假|\b(?:except|but|missing|without)\b/iu;
/** Beside it of whoever is on the way, or has not been seen. */
const notThere =
  /没(?:有)?(?:见|看|出现|露面)|未[到来]|[莫冇][到来]|等(?![\d一二两三四五六七八九人])|堵|路上|马上|快[到来]|[迟晚](?!上)|[呢哪][?？]?$|\bnot\b|n['’]t\b|\b(?:late|yet|waiting|way)\b/iu;
/** 队长 还没到: one clause, although there is a space in it. */
const apart = /(?<!\s)\s+(?=(?:他|她|人)?(?:还|都|也|就)?(?:没|未|[莫冇][到来]|在路上|路上|堵|人?呢|请假))/gu;
/** Where Chinese is, a space ends a clause. */
const between = /[,，.。;；!！\n]+\s*|(?<=\p{Script=Han})\s+|(?<!\s)\s+(?=\p{Script=Han})|\b(?:but|and)\b/iu;
/** The words without what is said of those who are not there. */
export function ofThoseThere(text: string): string {
  const parts = text
    .replaceAll(apart, '')
    .split(between)
    .filter((part) => !notAll.test(part) && !notThere.test(part));
  return parts.join(' ');
}

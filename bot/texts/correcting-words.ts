/** What somebody says instead of what they said before. */
export interface Correction {
  /** What it is: 上桥村38号. */
  now: string;
  /** The words say that it is about the place: 地点是…. */
  named: boolean;
  /** They say "wrong" in so many words; else only what they name tells that they correct something. */
  sure: boolean;
}

const sorry = /^(?:哦|噢|啊|哎呀?|呃|不好意思|抱歉|对不起|sorry|oops)[,，。.!！\s]*/iu;
const wrong =
  '(?:(?:刚才|刚刚|上面|前面)?(?:地点|位置|地址|门牌号?)?我?(?:刚才|刚刚)?(?:说|写|报|打|发|讲|记|输|搞|弄)错了?|(?:地点|位置|地址|门牌号?)(?:不对|错了?)|不对(?!劲|头|称)|更正(?:一下)?|纠正(?:一下)?)';
const where = '(?<where>(?:地点|位置|地址|门牌号?)(?:应该|应当)?(?:是|在|改成|改为|为)?[:：]?)';

/** Surest first. What is not so may stand behind: 是38号，不是36号. */
const ways: readonly { sure: boolean; way: RegExp }[] = [
  { sure: true, way: new RegExp(`^${wrong}[,，。:：!！\\s]*${where}\\s*(?<now>\\S.*)$`, 'iu') },
  {
    sure: true,
    way: new RegExp(`^${wrong}[,，。:：!！\\s]*(?:应该|应当)?(?:是|在|改成|改为)\\s*(?<now>\\S.+)$`, 'iu'),
  },
  { sure: false, way: new RegExp(`^${wrong}[,，。:：!！\\s]*(?<now>\\S.+)$`, 'iu') },
  { sure: false, way: /^(?:不是|不在)\s*[^,，。]{1,20}[,，。\s]+(?:应该|应当)?(?:是|在)\s*(?<now>\S.+)$/iu },
  {
    sure: false,
    way: /^(?:应该|应当)?(?:是|在)\s*(?<now>\S[^,，]*?)[,，\s]*(?:不是|不在|而不是)\s*[^,，。]{1,12}[。.!！]?$/iu,
  },
  {
    sure: false,
    way: /^(?:(?:no|wrong|not that|correction|i meant|i mean)[,.:;!\s]+)+(?:it['’]?s|it is|that['’]?s|the (?:place|address) is)?\s*(?:(?:at|in)\s+)?(?<now>\S.+)$/iu,
  },
];

/** 地点在后门, 其实在3号楼后面, the place is the back door: with a number quoted it can only be that one's place. */
const placing: readonly RegExp[] = [
  new RegExp(`^(?:其实|具体|准确地?说?)?[,，\\s]*${where}\\s*(?<now>\\S.{0,59})$`, 'iu'),
  /^(?:其实|应该|应当|具体|就)?是?在\s*(?<now>[^,，。；;]{2,40})[。.!！]?$/iu,
  /^(?:the |its )?(?:place|address|location)(?: is|['’]s|:)\s*(?:at |in )?(?<now>\S.{0,59})$/iu,
  /^(?:it['’]?s|it is) (?:actually )?(?:at|in|behind|near|beside|opposite) (?<now>[^,.;]{2,40})[.!]?$/iu,
];
/** 其实是燃气管: it may be the place or the kind. */
const actually = /^(?:其实|应该|应当|准确地?说)[,，\s]*是\s*(?<now>[^,，。；;]{2,40})[。.!！]?$/iu;
/** What may stand around a place that says nothing else. */
const aroundPlace = /[\s,，。.!！~、]|那边|这边|附近|门口|旁边|那里|这里|那儿|这儿|[的啊哦呢]/gu;

/**
 * What words say of a report whose number they quote: what it is or where, instead of what was told or more exactly. Null: neither.
 * @param place the words among them that name a place, as they were read
 */
export function readBetter(text: string, place: string | undefined): (Correction & { corrects: boolean }) | null {
  const correction = readCorrection(text);
  if (correction !== null) return { ...correction, corrects: true };
  const said = text.trim().replace(sorry, '');
  for (const way of placing) {
    const now = way.exec(said)?.groups?.['now'];
    if (now !== undefined) return { now: now.replace(/[。.!！~\s]+$/u, ''), named: true, sure: true, corrects: false };
  }
  const other = actually.exec(said)?.groups?.['now'];
  if (other !== undefined) return { now: other, named: false, sure: false, corrects: true };
  if (place === undefined || said.replace(place, '').replaceAll(aroundPlace, '') !== '') return null;
  return { now: said.replace(/[。.!！~\s]+$/u, ''), named: true, sure: true, corrects: false };
}

/** Reads words that put something right; null: they do not. */
export function readCorrection(text: string): Correction | null {
  const said = text.trim().replace(sorry, '');
  for (const { sure, way } of ways) {
    const groups = way.exec(said)?.groups;
    const now = groups?.['now']
      ?.replace(/[,，]\s*(?:不是|不在|而不是|not )\s*\S.*$/iu, '')
      .replace(/[。.!！~\s]+$/u, '');
    if (now !== undefined && now !== '') return { now, named: groups?.['where'] !== undefined, sure };
  }
  return null;
}

/** An answer to a legal question: what it says, and the article that it rests on, in which edition. */
export interface LegalAnswer {
  words: string;
  /** 《劳动合同法》第十九条. */
  article: string;
  /** 2012年修正. */
  edition: string;
}

const articlePattern =
  /(?:《[^《》]{2,40}》|(?<=^|[\s，。；、：（(,.;:]|依据|根据|按照|依照|按)(?!依据|根据|[按依]?照)[\u4e00-\u9fff]{1,20}?(?:法典?|条例|规定|办法|解释|细则))\s*第\s*[\d零〇一二三四五六七八九十百千]+\s*条(?:之[一二三四五六七八九十])?(?:第[一二三四五六七八九十\d]+款)?|\b(?:Art\.?|Article)\s*\d+[^,;。\n]{0,60}/iu;
const editionPattern =
  /(?:19|20)\d{2}\s*年?\s*(?:\d{1,2}\s*月\s*(?:\d{1,2}\s*日)?)?\s*(?:修正|修订|公布|施行|版|edition|amended|revised)|(?:as amended|edition|version|in force)[^,;。\n]{0,12}(?:19|20)\d{2}/iu;

/**
 * Reads an answer in words: it has to name its article (《劳动合同法》第十九条) and the edition (2012年修正), so that whoever asked can look
 * it up, and nobody takes an old text for the law.
 * @returns what is missing, when something is
 */
export function readLegalAnswer(words: string): LegalAnswer | { missing: 'article' | 'edition' | 'words' } {
  const article = articlePattern.exec(words)?.[0].trim();
  if (article === undefined) return { missing: 'article' };
  const edition = editionPattern.exec(words)?.[0].trim();
  if (edition === undefined) return { missing: 'edition' };
  const rest = words
    .replace(article, '')
    .replace(edition, '')
    .replaceAll(/[\s，。；、（）(),.;:：]|依据|根据/gu, '');
  return rest.length < 2 ? { missing: 'words' } : { words: words.trim(), article, edition };
}

/** Whether words name an article of a law at all, as only an answer does. */
export function namesArticle(words: string): boolean {
  return articlePattern.test(words);
}

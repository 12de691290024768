/** Of whom it is said that they will not come: 今晚老王不来了. Only what plainly is a name, for 家里有事来不了 is one's own leave. */
const day = '(?:(?:今|明|后)[晚天夜儿]|这[个次]班|周[一二三四五六日末])?';
/** The surnames that most people have. */
export const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾夏韦付邹孟熊秦邱江尹薛闫段雷侯史陶黎贺顾毛郝龚邵钱严覃武戴莫孔汤楼应骆';
/** What somebody is called in a team, as a pattern: 老王, 东03, 李师傅, 王建国. */
export const callName = `(?:[老小阿](?![婆公妈爸娘家板孩区弟妹哥姐师人总是时雨雪])[一-龥]|[一-龥]\\d{2,3}|[一-龥]{1,2}(?:哥|姐|叔|伯|师傅|队长?)|[${surnames}][一-龥]{1,2}?)`;
const besides =
  '(?:他|她|说|临时|也|又|都|就|可能|估计|应该|恐怕|家里?有事|有事|感冒了?|发烧了?|生病了?|加班|喝酒了)*[, ]?';
const wish =
  '(?:(?:不用|不必|别|甭)(?:过?来|上班)|不(?:来|参加|上|巡)了|来不(?:了|成)|到不了|请(?:个)?假|去不(?:了|成)|没空|没法来)';
const told = new RegExp(`(?:^|[,。 ])${day}[, ]?(${callName})[, ]?${day}[, ]?${besides}${day}${wish}`, 'u');
const english = /^([a-z]{2,12}) (?:is not|isn't|won't be|can't|cannot|will not) (?:coming|come|make it|be there)\b/iu;
/** Begins like a surname and is none. */
const noName =
  /^(?:高烧|高温|夏天|雷雨|雷暴|江边|何时|任何|应该|周[一二三四五六日末天]|马上|石头|田里|武装|时间|毛病|钱还|余下|水电|阿里|[这那]个)|^(?:we|you|they|he|she|it|that|this|everybody|nobody)$/iu;

const wholeName = new RegExp(`^${callName}$`, 'u');

/** Whether words are what somebody is called, and nothing else: 东05, 老王. */
export function isCallName(words: string): boolean {
  return wholeName.test(words.trim());
}

/** The words that name somebody else as not coming; null: nobody is named, or the words may be of the writer. */
export function absentName(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replaceAll(/[,，、\s]+/gu, ',');
  const found = told.exec(plain)?.[1] ?? english.exec(plain.replaceAll(',', ' '))?.[1] ?? null;
  return found === null || noName.test(found) ? null : found;
}

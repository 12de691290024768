const ritual =
  /(?:共|里程|全程|走了|巡了|约)*\s*[\d.]+\s*(?:公里|千米|km|里路?|米)|收(?:队|工|班)|(?:巡逻?|走|全部|都)*(?:巡|走)(?:完|好)(?:了|毕)?|(?:器材|装备)?都?(?:已经?)?还了|结束了?|大家|各位|辛苦了?|晚安|回家睡觉|[\s\p{P}\p{S}]/giu;

/** The same in English, where it is several words. */
const englishRitual =
  /\b(?:we(?:['’]re| are) |all )?done\b(?: for (?:tonight|today|now))?|\b[\d.]+ ?(?:km|kilomet(?:er|re)s?)\b|\b(?:good night|thanks|thank you|(?:going|heading) home)\b/giu;

/** How one of them feels is nobody's business in a group's summary; an old man who fell on the road is. */
const health =
  /不舒服|难受|发烧|感冒|咳嗽|生病|病了|[拉闹]肚子|(?:头|肚子?|胃|腰|脚|腿|膝盖|牙|嗓子|胸口)(?:有点|好|很|太|又)?[疼痛晕胀]/u;
const englishHealth =
  /\b(?:i(?:['’]m| am)? )?(?:not )?feel(?:ing)?(?: very| so| a bit| really| too)? (?:sick|ill|unwell|well|bad|dizzy)\b|\b(?:i(?:['’]m| am) )?(?:sick|unwell|not well)\b|\b(?:i )?(?:have|got) a (?:fever|headache)\b/giu;
const another =
  /老人|老头|大爷|大妈|大伯|阿姨|有人|一个人|群众|村民|路人|居民|司机|孩子|小孩|学生|[男女][的子人孩]|\b(?:man|woman|child|somebody|someone|resident|people)\b/iu;

/** What is said besides that it is done; a good night, a distance and how somebody of the team feels are no remark. */
export function endRemarks(text: string): string {
  const ofOthers = another.test(text);
  const parts = (ofOthers ? text : text.replaceAll(englishHealth, ' '))
    .replaceAll(englishRitual, ' ')
    .split(/[\s,，。;；!！]+/u)
    .filter((part) => ofOthers || !health.test(part))
    .filter((part) => part.replaceAll(ritual, '').length >= 2);
  const words = parts.join(' ');
  return words.length >= 4 ? words : '';
}

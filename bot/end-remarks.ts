const ritual =
  /(?:共|里程|全程|走了|巡了|约)*\s*[\d.]+\s*(?:公里|千米|km|里路?|米)|收(?:队|工|班)|(?:巡逻?|走|全部|都)*(?:巡|走)(?:完|好)(?:了|毕)?|(?:器材|装备)?都?(?:已经?)?还了|结束了?|大家|各位|辛苦了?|晚安|回家睡觉|[\s\p{P}\p{S}]/giu;

/** The same in English, where it is several words. */
const englishRitual =
  /\b(?:we(?:['’]re| are) |all )?done\b(?: for (?:tonight|today|now))?|\b[\d.]+ ?(?:km|kilomet(?:er|re)s?)\b|\b(?:good night|thanks|thank you|(?:going|heading) home)\b/giu;

/** How one of them feels is nobody's business in a group's summary; an old man who fell on the road is. */
const health =
  /不舒服|难受|[发高低]烧|发热|感冒|[着受]凉|咳嗽|生病|病了|心脏|心慌|胸闷|气喘|哮喘|中暑|血[压糖]|过敏|抽筋|痛风|例假|月经|姨妈|痛经|怀孕|住院|手术|[吃开]药|打针|输液|流鼻血|拉稀|腹泻|[呕想]吐|吐了|[崴扭](?:了|伤|到|着)|[摔拉受旧]伤|摔了?一[跤下]|[拉闹]肚子|(?:头|肚子?|胃|腰|背|肩|脚|腿|膝盖|牙|嗓子|胸口)(?:有点|好|很|太|又)?[疼痛晕胀酸]/u;
const englishHealth =
  /\b(?:i(?:['’]m| am)? )?(?:not )?feel(?:ing)?(?: very| so| a bit| really| too)? (?:sick|ill|unwell|well|bad|dizzy)\b|\b(?:i(?:['’]m| am) |\w+(?: is|['’]s) )?(?:sick|unwell|dizzy|pregnant|not well)\b|\b(?:\w+ )?(?:(?:has|have|had|got|is|with) )?(?:(?:a|an|the|my|his|her|high|low|bad) )*(?:fever|headache|migraine|cough|asthma|blood pressure|cramps|period|stomach ?ache|diarrh\w+)(?: is (?:high|low|up))?\b|\b(?:\w+ )?(?:sprained|twisted|hurt|injured|broke) (?:my|his|her|their|an|the) \w+/giu;
/** Somebody whom they came across. */
const another =
  /老人|老头|大爷|大妈|大伯|阿姨|(?<!没)有人|一个人(?!也?没|都没)|群众|村民|路人|居民|司机|小孩|[个名]孩子|学生|[男女][的子人孩]|\b(?:man|woman|child|somebody|someone|resident|people)\b/iu;
/** One of them, or of theirs: 队里有人发烧, 我妈住院. What they did for another is no such thing. */
const ours =
  /(?:[我咱]们?|队[里员友长]|组里|班上|[一-龥]\d{2,3}(?![\d号点人米栋幢]))(?!.*(?:遇|碰|看见|看到|发现|[扶送]))|\b(?:i|we|our|my|us)\b(?!.*\b(?:saw|found|met|helped)\b)/iu;

/** A summary keeps no more. */
const longest = 500;

const isOfAnother = (part: string): boolean => another.test(part) && !ours.test(part);

/** What is said besides that it is done; a good night, a distance and how somebody of the team feels are no remark. */
export function endRemarks(text: string): string {
  const parts = text
    .slice(0, longest)
    .split(/[,，。;；!！\n]+/u)
    .map((clause) => (isOfAnother(clause) ? clause : clause.replaceAll(englishHealth, ' ')))
    .flatMap((clause) => clause.replaceAll(englishRitual, ' ').split(/\s+/u))
    .filter((part) => isOfAnother(part) || !health.test(part))
    .filter((part) => part.replaceAll(ritual, '').length >= 2);
  const words = parts.join(' ');
  return words.length >= 4 ? words : '';
}

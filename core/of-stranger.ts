/** Somebody met on the way: 有个老人倒在路边. */
const stranger =
  /老人|老头|老太|老大爷|大爷|大妈|大娘|阿婆|阿公|老伯|婆婆|路人|行人|过路|男的|女的|男子|女子|小孩|孩子|小朋友|学生|工人|居民|村民|群众|司机|骑(?:车|电动车|摩托)的?|醉|流浪|外卖|快递|钓鱼|游客|租客|有个?人|一个人|一位|不认识|\b(?:an? (?:old |young )?(?:man|woman|child|boy|girl|driver|worker|resident|cyclist)|somebody|someone|passers?-?by|stranger)\b/iu;
/** One of their own, whoever else is spoken of: 我被一个男的打了, 我们有人摔了. */
const own =
  /队员|队友|队长|(?:我们|咱们?)(?:的人|有个?人|一个人|队|这边有)|[我俺](?:的)?(?:脚|手|腿|膝|头|腰|胸|肚|被|让|摔|跌|滑|崴|扭|撞|受|晕|流血|快)|\b(?:i|me|my|we|us|our) (?:am|was|were|got|have|fell|hurt|foot|leg|arm|hand|head|team|mate)/iu;

/**
 * Whether words of a crew about somebody who is hurt plainly are of a stranger, and of none of the crew. Names are not looked for
 * here.
 */
export function ofStranger(text: string): boolean {
  const said = text.normalize('NFKC');
  return stranger.test(said) && !own.test(said);
}

/** How danger is written down: a kind of incident and the words in which people report it. */
import type { IncidentKind } from '../../catalogue.ts';
import { oneOf } from '../one-of.ts';

/**
 * Ways of saying that something is happening. Without `needs` the words stand on their own; with `now` something beside
 * them must say here and now; with `victim` somebody it happens to, or a cry for help, must be named.
 */
export interface DangerSign {
  /** `any` when the words tell of danger without its kind. */
  readonly kind: IncidentKind | 'any';
  /** Global: a sign may be denied at one place and stand at the next. */
  readonly words: RegExp;
  /** What the same words also say when there is no danger. */
  readonly unless?: RegExp;
  readonly needs?: 'now' | 'victim';
}

/** Who danger happens to. */
export const someone =
  '(?:有?(?:一|两|三|几|好几|十几|\\d+)?(?:个|名|位)?(?:(?<![吓烦坑丢惹愁诱感惊])人(?![行民])|小孩|孩子|男孩|女孩|小朋友|宝宝|婴儿|弃婴|娃|学生|老人|老头子?|老太婆?|老爷|婆婆|老伯|伯伯|囡|小囡|娃娃|小鬼|后生|阿[一-龥](?=的|家|被|在|掉)|大爷|大妈|大叔|大伯|阿姨|阿婆|男的|女的|小伙|姑娘|工人|工友|师傅|司机|队员|同事|员工|保安|村民|邻居|游客|驴友|室友|朋友|乘客)|我?(?:老[娘妈爸爹]|爸|妈|爷|奶|老公|老婆|儿子|女儿|爷爷|奶奶|外公|外婆|弟|妹|哥|姐)|他|她)';

/** Words that stand on their own. */
export function sure(kind: DangerSign['kind'], ways: readonly string[], unless?: RegExp): DangerSign {
  return { kind, words: new RegExp(oneOf(...ways), 'g'), ...(unless === undefined ? {} : { unless }) };
}

/** Words that need something beside them. */
export function needing(
  needs: 'now' | 'victim',
  kind: DangerSign['kind'],
  ways: readonly string[],
  unless?: RegExp,
): DangerSign {
  return { ...sure(kind, ways, unless), needs };
}

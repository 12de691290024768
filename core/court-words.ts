import type { CourtConfirmation } from './agreement.ts';

/** More than that is a story and no report of a step. */
const longest = 60;
const asks = /[?？]|[吗么呢]\s*$|怎么|如何|能不能|可不可以|要不要|是不是|什么时候|多少/u;
const about = /司法确认|法院|裁定|\bcourt\b/iu;
const notYet = /(?:还|也)?没(?:有|来得及)?(?:去|能)?(?:申请|提交|递)|\b(?:not|n['’]t) (?:yet )?appl/iu;

/** In their order: that it was rejected also says that it was applied for. */
const steps: readonly (readonly [NonNullable<CourtConfirmation['state']>, RegExp])[] = [
  [
    'rejected',
    /法院[^,，。]{0,8}(?:没(?:有)?(?:予以|给)?(?:确认|通过|批|认)|不(?:予|给|肯)?(?:确认|受理|批|认)|驳回|退回)|司法确认[^,，。]{0,8}(?:没(?:有)?(?:通过|过|批|成|办成|办下来)|驳回|被驳|不予|不成|失败)|驳回|\b(?:court (?:has )?(?:rejected|refused|turned)|(?:was|been) rejected)\b/iu,
  ],
  [
    'none',
    /不(?:想|用|去|要|做|申请|办|打算|需要)+[^,，。]{0,6}(?:司法确认|法院)|司法确认[^,，。]{0,6}(?:不(?:做|用|要|去|办|申请)|算了)|\b(?:not|n['’]t) (?:want|need)[^,.]{0,20}court\b/iu,
  ],
  [
    'confirmed',
    /法院[^,，。]{0,8}确认(?:了|好了|下来|通过)|司法确认[^,，。]{0,8}(?:下来|批(?:了|下)|通过|办好|办下来|办完|做好|做完|拿到|成了)|(?:确认|裁定)书?(?:已经)?(?:下来|拿到|收到|到)了|(?:拿到|收到)了?[^,，。]{0,6}(?:确认|裁定)书?|\bcourt (?:has )?confirmed\b/iu,
  ],
  [
    'applied',
    /(?:申请|提交|递交|递|交)(?:了|过|上去了?|好了)[^,，。]{0,8}司法确认|司法确认[^,，。]{0,8}(?:申请|提交|递交?|交|报)(?:了|过|上去|好)|法院[^,，。]{0,6}(?:申请|提交|递交?|交|立案)[^,，。]{0,4}(?:了|过)|\bapplied (?:to|at) the court\b/iu,
  ],
];

/**
 * What words report of the court's confirmation: 他们申请了司法确认, 法院确认了, 法院没确认, 不做司法确认了. Null: a question, a step still to come, or
 * something else.
 */
export function saidCourt(words: string): NonNullable<CourtConfirmation['state']> | null {
  const text = words.normalize('NFKC').trim();
  if (text.length > longest || !about.test(text) || asks.test(text)) return null;
  const found = steps.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  return found === 'applied' && notYet.test(text) ? null : found;
}

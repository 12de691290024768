/** The order was read, and nothing more. */
import { oneOf } from '../one-of.ts';
import type { Phrase } from '../phrase.ts';

/** In the order in which a message is searched. */
export const received: readonly Phrase[] = [
  {
    intent: 'received',
    words: oneOf(
      '收到|收悉|知道(?:了|$)|知悉|获悉|^悉|^(?:我)?(?:明白|清楚|懂)(?:了|$)|^明白|了解|得令|遵命|^妥',
      '(?:^|我)(?:已经?|刚)?(?:看到|看见)(?:了|通知|消息|信息|$)|^看[到见]了|已阅|^阅',
      '^(?:好+|好的|好好的|好嘞|好吧|好勒|okk*|okay|okok|行+|中|得|成|要得|要得要得|是|嗯+|哦+|噢|得嘞|收|哦了)$|^ok\\b|^roger|^copy',
      'got it|^received|^noted|^shou ?dao|^好的',
    ),
    unless: oneOf(
      '(?:没|未|信号|红包|快递|工资|钱|款|礼|货|喜糖|包裹|短信|通知书?|[谁]的?)[^,]{0,4}收[不到]',
      '收到[^,]{0,5}(?:红包|快递|工资|钱|款|礼|货|喜糖|包裹|锦旗|了吗|没$|请回复|信号)|收不到|不知道|没收到|请收到|不清楚|不明白|不了解',
      'ok(?:ay)? (?:i |on|coming|can)',
    ),
  },
  {
    intent: 'received',
    words: oneOf(
      '到时候?(?:再)?(?:说|看)|^看情况|^再说$|稍等|等(?:一)?下(?:$|我|回)|我(?:先)?(?:看一?看|看一?下|问一?问|问一?下|问下|问问|安排|考虑|商量|想想)',
      '看(?:看|一下|下)(?:能不能|走不走|能否|情况)|回头(?:回复|告诉)|(?:等下|一会儿?|稍后|分钟后)(?:再)?(?:回复|答复|回|给你)',
    ),
  },
];

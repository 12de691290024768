/** What somebody says who was asked whether all is well with them. */
import { oneOf } from '../one-of.ts';
import type { Clause } from '../utterance.ts';
import { utterance } from '../utterance.ts';
import { isWell } from './calm.ts';

/** `unclear`: neither that all is well nor that anything is wrong; a person is to be asked once more. */
export type WelfareAnswer = 'well' | 'trouble' | 'unclear';

/** Said of trouble that there is none, and what only sounds like it. */
const noTrouble = new RegExp(
  oneOf(
    '不好意思|有事(?:情|儿)?(?:再|会|就|我们?会|一定|马上|第一时间|随时|call)|(?:没有?|没啥|没什么|没得|莫得|冇|无|未)(?:人|啥|什么|任何|大|受|出|发生)*(?:伤|事|危险|问题|不好|不舒服|困难|意外|麻烦|异常|情况|摔|晕|痛|疼)(?:着|到|倒|了)?',
    '不(?:疼|痛|晕|难受|危险|需要(?:人|帮忙|支援)|用(?:人|帮忙|支援|担心|报警))|差点|险些|(?:当心|小心|注意|防止|别)(?:滑|摔|晕)?倒?|痛快|心疼|头疼的是|撞见|帮忙(?:了|巡|看|照|打卡|拍)|有情况(?:就|会|再|我)',
    "\\b(?:no(?:t|body|thing| one)?|never|without|don'?t need)(?: (?:is|was|been|any|in|at all|need(?:ed|s)?|really|here|got))* (?:trouble|help|hurt|injur\\w+|lost|danger|accidents?|emergency|bad|wrong|stuck|sick|cold)\\b|\\blost (?:signal|reception|track|my phone)\\b|\\bcan'?t (?:complain|hear|talk)\\b",
  ),
  'g',
);
const trouble = oneOf(
  '(?<!信号|网络|网|天气|天|路况?|光线|视线|手机|电话|耳朵|记性|电池)(?:不是?(?:太|大|很|怎么)?|没那么)(?:好(?![找走看说拍认过停打])|妙|平安|安全(?!帽)|对劲|舒服|正常|ok)|(?:出|惹)(?:大)?事|(?<!刚|刚才|刚刚|家里?|单位|厂里|临时|前面)有(?:点|些)?(?:大)?(?:事(?:情|儿)?|情况|危险|麻烦)|(?:遇|碰)(?:到|上)[^,。]{0,4}(?:事|麻烦|坏人|情况|歹徒|危险|醉汉|流氓)',
  '帮(?:帮|下|一下|个)?(?:我|忙)|要(?:人|个人)?帮|求助|求救|救(?:我|人|命|护)|sos|(?:快|赶紧|马上|赶快)(?:点)?来|来(?:几?个)?人|支援|(?:叫|派|喊)(?:点|几个|些)?人|报警|(?<!\\d)1(?:10|20|19)(?!\\d)',
  '(?<!手机|电筒|对讲机|东西|杯子?|相机|电瓶)(?:摔|跌|滑倒)|崴|扭(?:到|了|伤)|伤(?:了|到|得|口|着|员|$|[,。])|流血|出血|骨折|晕|昏|疼|痛|难受|喘不|胸闷|心慌|抽筋|中暑|低血糖|发(?:高)?烧|中毒|吐了|被?(?:咬|蜇|砸|烫|电)(?:到|了|伤)|撞(?:到|了|伤|车|人)',
  '走不(?:动|了|出)|动(?:不了|弹不得)|站不|起不来|爬不|[上下出回过]不(?:来|去)|困(?:住|在)|卡(?:住|在)|陷(?:住|在|进|里)|掉(?:进|到|下|沟|水|河|坑)|落水|迷路|找不到(?:路|方向|人|他|她|东|北)|不见了|走(?:散|丢)|失联|联系不[上到]',
  '打(?:架|人|起来)|[被让给][^,。]{0,6}(?:打|拦|围|追|堵|抢|扣|砍|骂|威胁|跟|咬|撞|困)|拦(?:住|着|我)|围(?:住|着|攻|了)|追(?:我|着)|抢(?:劫|我|走)|刀|威胁|闹事|歹徒|坏人|流氓|尾随|跟踪|跟着我|冲突|吵起来|着火|起火|触电|塌|淹|翻车',
  "\\b(?:(?:not|isn'?t|aren'?t) (?:\\w+ )?(?:ok(?:ay)?|good|well|fine|safe|alright|all right)|no good|unwell|unsafe|trouble|help|hurt\\w*|injur\\w+|bleed\\w*|fell|fallen|stuck|lost|(?:can'?t|cannot|unable to) (?:move|walk|get|breathe|go|see|find|reach)|attack\\w*|fight\\w*|chas(?:ed|ing)|accident|emergency|danger\\w*|trapped|bad|sick|dizzy|missing|robbed|knife|gun|followed|following (?:me|us))\\b",
  '^(?:不|没有|no|nope|not really|not yet|no good)$|🆘|🤕|🚑|😭|🩸|😱',
);

/** One says where they are, what they do, or why they did not answer: whoever tells that is well. */
const alive = oneOf(
  '^(?:我们?|人|都|还|正|一直|还都|俺们?|咱们?|大家)*在(?:的|呢|呀|啊|哦|哈|这|岗|线|外面|里|$|巡|走|路|村|吃|喝|忙|休|歇|开|骑|执|值|看|坐|喝|聊|等|蹲|守|撒|上|抽|[一二三四五六七八九十\\d]+号?|[一-龥]{1,6}[呢了啊的]?$)|活(?:着|的)|健在|^刚(?:才|刚)?[^,。]{1,12}|(?:走|巡|吃|歇|休息|骑|忙|聊|喝|坐|转|抽|开|蹲)(?:着|中|呢|完|逻中|查中)|巡逻|^(?:正|还)?(?:走|巡|逛|转)(?:路|逻|圈|着)?呢?$',
  '静音|震动|(?:手机|电话|微信)[^,。]{0,6}(?:静音|没|放|在|忘|掉|摔|坏|拿|充)|(?:没有?|冇|么|莫)(?:听(?:到|见|着)|看(?:到|见|手机|消息|微信)?|注意|留意|带手机|信号|电|网)|(?:信号|网络?)(?:差|不好|没)|睡着|打(?:瞌睡|盹|了?个盹)|忘(?:了|记)(?:回|报|说|打卡|发)',
  '休息|歇(?:会|一|脚|着)|厕所|方便一?下|解手|抽(?:根|支|个)?烟|吃(?:面|饭|夜宵|宵夜|东西|泡面|点)|喝(?:水|茶|口)|加油|避雨|躲雨|放心|(?:别|不用?|莫)(?:担心|挂念|操心|惦记|怕|急)|好(?:的|着|得很|嘞|哒|滴|啊|呀|呢)|还(?:行|可以|成|凑合|活|好|在|早)|老样子|照常|照旧|顺利|顺当|冇事|得闲|舒服|快(?:到|走完|好|收|巡完)',
  '^(?:好|嗯+|哦+|恩+|行|中|可以|是|是的|对|对的|有|收到|知道了|明白|了解|到|在|来了|1|11+|安|稳|成|要得|得|好耶)$|谢谢关心|报(?:个)?平安|辛苦|有事(?:情|儿)?(?:再|会|就|一定|随时)|没有?(?:什么|啥|任何)?(?:情况|问题|危险|麻烦)|没人(?:受)?伤',
  "^(?:yes|yep|yeah|yup|ya|sure|k|kk|ok\\w*|here|present|alive|safe|great|roger|copy|affirmative|hi|sorry)\\b|\\b(?:still (?:here|alive|walking|out|going|on it)|(?:we(?:'re| are)?|i(?:'m| am)?) (?:are |am |all |both )?(?:here|alive|good|ok(?:ay)?|fine|safe|well|on (?:the|our|my|it)|walking|eating|resting|busy|at)|on (?:the|our|my) way|walking|eating|resting|having (?:a|dinner|tea|some)|silent|muted?|(?:didn'?t|did not) (?:hear|see|notice)|my phone|phone was|never better|not bad|no worries|don'?t worry|don'?t need|can'?t complain|(?:nobody|no one|not)(?: is| was)? hurt|no (?:trouble|danger|accident)|going (?:well|fine)|doing (?:well|fine|ok|good))\\b",
  '👋|🙂|😀|😁|😄|😃|😊|😅|😂|🤝|💪|🫡|✌|🙏|❤|🌹|☕|🍜|💯|😎|👏|🤟|🙋|🚶',
);

/** 没有什么情况 asks nothing. */
const nothingAtAll = /(?:没有?|无)(?:什么|啥)(?!.*[吗吧么]$)/;

/** Reads an answer to "is everybody all right?". A word of trouble outweighs every calm one. */
export function welfareAnswer(text: string): WelfareAnswer {
  const { plain, clauses } = utterance(asAnswer(text), {});
  if (trouble.test(plain.replaceAll(noTrouble, '|').trim())) return 'trouble';
  const said = clauses.filter(({ asks, words }) => !asks || nothingAtAll.test(words));
  // 👌 alone is no clause.
  const wordless = clauses.length === 0 && (isWell(plain) || alive.test(plain.trim()));
  return wordless || said.some(isCalm) ? 'well' : 'unclear';
}

function isCalm({ words }: Clause): boolean {
  return isWell(words) || alive.test(words);
}

function asAnswer(text: string): Parameters<typeof utterance>[0] {
  const nothing = { photos: 0, location: false, openOrder: false, openCase: false, openQuestion: null } as const;
  return { ...nothing, text, room: 'direct', openShift: true, quote: null };
}

/** What somebody says who was asked whether all is well with them. */
import { oneOf } from '../one-of.ts';
import type { Message } from '../reading.ts';
import type { Clause } from '../utterance.ts';
import { utterance } from '../utterance.ts';
import { isWell } from './calm.ts';
import { tellsTrouble, withoutNoTrouble } from './trouble-words.ts';

/** `unclear`: neither that all is well nor that anything is wrong; a person is to be asked once more. */
export type WelfareAnswer = 'well' | 'trouble' | 'unclear';

/** Whoever says more at once tells something. */
const longest = 60;

const who = '(?:我们?|俺们?|咱们?|阿拉|大家|大伙儿?|人|两个?人?|俩|这边|这里|跟队友|和队友)';
const now = '(?:都|还|也|正|一直|现在|这会儿?|刚|已经|马上|这就|继续|接着|快|准备|就|又|才)';
/** What people do out there, or did that they heard nothing. */
const doing = oneOf(
  '巡(?:逻|查)?|走(?:路|圈)?|逛|转(?:圈|悠)?|骑(?:车)?|开(?:车|会)|执勤|值(?:班|勤|守)|站岗|守(?:点|岗|卡|路口)?|蹲点|拍照|登记|打卡|交接|换(?:岗|电池|衣服)|充电|加油|路上|车上|外面|岗(?:上|亭)?|线上?|点上|车里|这|忙|出发|回(?:来|去)?|上(?:来|去|班|岗|厕所|楼|坡)|下(?:来|去|楼|坡)',
  '休息|躺|歇(?:脚|口气|气)?|坐|聊(?:天)?|抽(?:根|支|个)?烟|抽|吃(?:碗|点|个|口|完|好)?(?:早饭|晚饭|饭|面|夜宵|宵夜|东西|泡面|粉)?|喝(?:点|口|杯)?(?:水|茶|汤)?|厕所|方便|解手|避雨|躲雨|接(?:个)?电话|看(?:路|监控|手机)|等(?:你们?|人|车|红灯|队友)',
).source;
const place =
  '(?:\\d+号?(?:点位?|杆|桥|楼|栋)?|[一-龥\\d]{0,6}?(?:路口?|桥头?|口|村|门|站|点|亭|楼|厂|店|场|公园|小区|中心|街|巷|弄|庙|祠堂|码头|山上|坡上|堤上|坝上|单位|家|办公室|村部)(?:上|边|旁边?|里|头|这边|那边)?)';
const lasting = '(?:着|中|呢|了|完|啊|呀|哈|哦|的|一下|会儿?|一会儿?|过来?|去)*';
/** One says where they are or what they do, in words that all are of that: whoever tells that is well. */
const goingOn = new RegExp(
  `^${who}?${now}*(?:[在到去从往]+(?:${place}(?:这|那)?(?:里|边)?)?(?:${doing}){0,2}|(?:${doing}){1,2}(?:到${place})?)${lasting}$`,
);

/** Why they did not answer. */
const whyNot =
  /静音|震动|(?:手机|电话|微信)[^,。]{0,6}(?:静音|没|放|在|忘|掉|摔|坏|拿|充)|刚?充(?:上|好|着)|(?:没有?|冇|么|莫)(?:听(?:到|见|着)|看(?:到|见|手机|消息|微信)?|注意|留意|带手机|信号|电|网)|(?:信号|网络?)(?:差|不好|没)|睡着|打(?:瞌睡|盹|了?个盹)|忘(?:了|记)(?:回|报|说|打卡|发)/;
/** Calm by themselves, whatever stands beside them in their clause. */
const calm =
  /活(?:着|的)|健在|放心|(?:别|不用?|莫)(?:担心|挂念|操心|惦记|怕|急)|老样子|照常|照旧|顺利|顺当|冇事|么得事|得闲|(?<!不)舒服|报(?:个)?平安|有事(?:情|儿)?(?:再|会|就|一定|随时)|没有?(?:什么|啥|任何)?(?:情况|问题|危险|麻烦)|没人(?:受)?伤|快(?:走完|好|收|巡完)/;
/** A word of assent, of thanks or of greeting, and nothing more. */
const assent =
  /^(?:(?:我们?|都|还|很|挺)*(?:好(?:的|着|得很|嘞|咧|哒|滴|啊|呀|呢|耶)?|行|可以|成|凑合|活|早|中|安|稳)(?:的|了|着|呢|啊|吧)*|哈+|嗯+|哦+|恩+|是的?|对的?|有|刚?收到|知道了|明白|了解|到|在|来了|1+|要得|得|谢谢.*|辛苦.*)$/;
const english = oneOf(
  "^(?:yes|yep|yeah|yup|ya|sure|k|kk|ok\\w*|here|present|alive|safe|great|roger|copy|affirmative|hi|sorry)(?:$| (?:all|we|i|it|still|just|on|thanks|here)\\b)|^just (?:slow|busy|walking|eating|resting|tired|talking|driving|missed it)$|^(?:i |we )?(?:was|were) (?:driving|busy|eating|walking|resting|asleep|on the phone)$|\\b(?:still (?:here|alive|walking|out|going|on it)|(?:we(?:'re| are)?|i(?:'m| am)?) (?:are |am |all |both )?(?:here|alive|good|ok(?:ay)?|fine|safe|well|on (?:the|our|my|it)|walking|eating|resting|busy|at)|on (?:the|our|my) way|walking|eating|resting|having (?:a|dinner|tea|some))\\b",
  "\\b(?:silent|muted?|(?:didn'?t|did not) (?:hear|see|notice)|my phone|phone was|never better|not bad|no worries|don'?t worry|don'?t need|can'?t complain|(?:nobody|no one|not)(?: is| was)? hurt|no (?:trouble|danger|accident)|going (?:well|fine)|doing (?:well|fine|ok|good))\\b",
);
const signs = /^(?:👋|🙂|😀|😁|😄|😃|😊|😅|😂|🤝|💪|🫡|✌|🙏|❤|🌹|☕|🍜|💯|😎|👏|🤟|🙋|🚶)/u;

/** 没有什么情况 asks nothing. */
const nothingAtAll = /(?:没有?|无)(?:什么|啥)(?!.*[吗吧么]$)/;
/** 都好，就是…: what comes after counts for more. */
const but = /但|可是|不过|就是|只是|除了|\b(?:but|except|though|only)\b/;
/** 都在哭 is not that all of them are there. */
const thereDoing = /[都全还]在(?![的位呢啊呀]|$)/g;

/** Reads an answer to "is everybody all right?". A word of trouble outweighs every calm one, and one that is neither does too. */
export function welfareAnswer(text: string): WelfareAnswer {
  const { plain, clauses } = utterance(asAnswer(text), {});
  if (tellsTrouble(plain)) return 'trouble';
  const said = clauses.filter(({ asks, words }) => !asks || nothingAtAll.test(words));
  // 👌 alone is no clause.
  if (clauses.length === 0) return isWell(plain) || signs.test(plain.trim()) ? 'well' : 'unclear';
  return said.length > 0 && said.every(isCalm) ? 'well' : 'unclear';
}

function isCalm({ words }: Clause): boolean {
  if (words.length > longest || but.test(words)) return false;
  if (isWell(words.replaceAll(thereDoing, '')) || /^\|*$/.test(withoutNoTrouble(words))) return true;
  return [goingOn, whyNot, calm, assent, english].some((way) => way.test(words));
}

/** A message of somebody who is out, prepared for reading what they answer. */
export function asAnswer(text: string): Message {
  const nothing = { photos: 0, location: false, openOrder: false, openCase: false, openQuestion: null } as const;
  return { ...nothing, text, room: 'direct', openShift: true, quote: null };
}

/** Whether all was well at a point. */
import { oneOf } from '../one-of.ts';
import { finding, nothing } from '../finding.ts';
import type { Finding } from '../finding.ts';
import type { Utterance } from '../utterance.ts';
import { spanOf } from '../span.ts';

/** Words that say that all is well; also what ends the clause that names a point. */
export const wellWays = [
  '一切(?:都)?(?:正常|平安|安全|良好|安好|好|ok|顺利|太平)|(?<!不|反|不太|有点不)正常|(?:没有?|无|未见|未发现|没发现|没见|没啥|没得|没看到|毫无)(?:发现)?(?:什么|任何|啥|明显|其他|其它|特殊|啥子)?(?:的)?(?:异常|异样|情况|问题|可疑|状况|动静|异动|毛病|不对)',
  '(?:[没莫]得|没有?|啥|么)(?:什么|啥)?(?:子)?事(?:情|儿)?(?:没有?|都没有?)?|(?:没|无)(?:什么|啥)(?:的)?$|啥(?:都|也)没有?|什么(?:都|也)没有?|情况都?没有|没状况|啥(?:子)?都(?:[没莫]得|没有?)|[没无]警情|无(?:恙|事|碍)|平安(?:无事)?|太平|风平浪静|[没冇]得啥子|(?<![不欠])安全(?!员|隐患|出口|帽|通道|绳|带|门)|(?:都|全)(?:挺|很|还)?(?:好|ok|妥|锁好|关好|在)(?:的|了|着)?|(?:还|挺|蛮|很|都|全)好(?:的)?(?=$|[\\s,。!])|好着(?:呢|哩|嘞|咧)|(?:^|[\\s,。])好(?:的|了|着)?(?=$|[\\s,。!])|良好|完好|安好|没毛病|稳(?:当|妥|的)?$|妥(?:了|当|妥)?$|无人(?:无车|逗留|$|[\\s,。])|无车|没人没车|不(?:烫手?|冒烟)(?![一-龥])|静悄悄|安静|安稳|秩序(?:井然|正常)|门窗?(?:都|全|也|已)?(?:已经?)?(?:锁|关|上锁)(?:好|着|了|牢)|锁(?:都)?(?:得)?(?:好|着|牢|死)(?:好)?(?:的|了)?|好好(?:的|儿)|(?:都|还|全)在(?:的|位)?|在位|没人(?:下水|游泳|钓鱼|玩水|逗留|进出|闹|偷)',
  '\\bok(?:ay)?\\b|(?<![a-z])ok(?![a-z])|all (?:good|clear|quiet|fine|well|ok|normal)|\\b(?:clear|nothing (?:to report|unusual|wrong|strange|special)|no (?:issues?|problems?|trouble|incidents?)|looks (?:fine|good)|normal|quiet|fine)\\b|(?<![a-z])zc(?![a-z])|👍|👌|✅|✔|☑|🆗|√|🙆|✓',
] as const;
const well = oneOf(...wellWays);
const trouble = oneOf(
  '(?:没|未|忘)(?:有)?(?:上)?(?:锁|关)|(?:门|窗)[^,。]{0,4}(?:开着|敞|虚掩|大开|半开|没拉)|锁[^,。]{0,3}(?:坏|撬)|坏(?:了|的|掉|着)|不亮|灭了|灭着|(?<![点号])漏|堵|占|倒(?:了|下)|断|裂|破|撬|丢|少了|歪|塌|(?<!没有?|无|未见|未发现|没发现|没见)可疑|有(?:点|些)?(?:异常|问题|情况|状况)|异响|异味|异常(?:情况)?[:：]|不正常|不对劲|不太对',
  '进不(?:去|了)|过不(?:去|了)|不让进|打不开|没人(?:在岗|值班|值守|应|开门)|门卫(?:不在|没人|睡)|没(?:看到|见到)?(?:门卫|保安)|吵|闹|喝醉|积水|过期|缺|飞线|\\b(?:broken|open|unlocked|not locked|damaged|leak\\w*|blocked|wrong|missing)\\b',
);
/** 没什么情况 就是路上有点积水: what comes after counts for more. */
const but = /就是|但是?|不过|除了|只是|只有|另外|\bbut\b|\bexcept\b/;

/** Whether all was well, as far as it is said. */
export function calmIn(heard: Utterance): Finding {
  const { plain } = heard;
  const good = spanOf(well, plain);
  const bad = spanOf(trouble, plain);
  const worse = bad !== undefined && (good === undefined || (but.test(plain) && bad.start > good.start));
  if (worse) return finding(heard, 'ok', false, bad.start, bad.end);
  return good === undefined ? nothing : finding(heard, 'ok', true, good.start, good.end);
}

/** Whether the words say that all is well. */
export function isWell(words: string): boolean {
  return well.test(words);
}

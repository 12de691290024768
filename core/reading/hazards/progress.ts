/** Words about a hazard that is known already: it is put right, it is still there, it was none. */
import { oneOf } from '../one-of.ts';
import type { Intent } from '../reading.ts';
import type { Utterance } from '../utterance.ts';

/** What was said about a known hazard, how sure, and where in the plain text. */
export interface Progress {
  readonly intent: Extract<Intent, 'hazard_fixed' | 'hazard_chase' | 'hazard_withdraw'>;
  readonly confidence: number;
  readonly start: number;
  readonly end: number;
}

const withdrawn = oneOf(
  '(?:我)?(?:看|搞|弄|报|记|认|拍|发|写|说)错(?:了|地方|群|人)?|看花眼|[看搞]岔|抱歉|原来是|多心了|误会|误报|眼花|虚惊|作废|撤(?:回|销|了|掉|一下|单)|取消(?:吧|了|掉|上报|报告|刚才|这|那|前面)?|不(?:用|必|要)(?:再)?(?:处理|来|报|管|修|查|看|派|麻烦|来|登记|跟进)了?|(?:别|不用|无需|不必)(?:再)?(?:派人|过来)|不报了|当我没(?:说|报)|没事了|不要紧|算了|不是(?:隐患|裂缝|漏)|删(?:了|掉)(?:吧|这条)|重复(?:了|报)|ignore (?:my|that|the)|never mind|false report|cancel (?:my|the|that)',
);
const fixed = oneOf(
  '(?:已经?|都|全部?|刚|现在|今天|昨天|终于)?(?:整改|修|弄|搞|处理|解决|换|装|补|清理?|收拾|整理|加固|恢复|加装|增设|配|贴|挂|扔|拆|搬|移|挪|扶|盖|接|封|围|焊|疏通|打扫|清运|搞定|完成|关停|收)(?:完毕|畅通|正常|原状|空|齐|完成|完|好|到位|掉|走|上|新|干净|出来|通|正|起来|完了|妥|平|除|齐)(?:了)?',
  '已(?:经)?(?:全部|完成)?(?:整改|修复|处理|更换|清理|拆除|修理|维修|恢复|解决|补齐|加装|销号|关闭|疏通|搬离|到位|安装|规范)|整改(?:情况|照片|后|反馈|报告|前后)|请(?:复查|验收|销号|核实|查收)|(?:你们)?(?:来|可以)?(?:复查|验收)(?:一下|吧|了)|(?:灯|电)(?:都)?亮了|都?(?:换|装|补|修|清)(?:了|过了)(?!没|吗|两|几)|完工|请验|不(?:漏|堵|响|晃|滴|臭)了|干净了|挪走|已(?:经)?[^,。]{0,3}(?:年检|检过)|来修过了|补了|换了|加装了|配[齐了]|扔了|前[:：][^。]{1,12}后[:：]|好了(?:$|[,。!\\s])|搞定|fixed|repaired|rectified|cleared|\\b(?:done|replaced|covered|removed|installed|unlocked|working (?:again|now)|all good now)\\b',
);
const notYet =
  /(?:没|未|不|别|还没|没有|尚未|怎么还不|等|再|要|会|能|去|来|准备|打算|明天|下周|后天|安排|马上)(?:能|有|人|来|给|去|你们|开始|人来|把)?(?:[^,。]{0,2})$/;
const asksWhether = /[了好完](?:没有?|吗|没|不)|(?:没|有没有|是不是|什么时候|几时|啥时候)/;
const still = oneOf(
  '(?:怎么|咋)?还(?:是)?(?:没|不|在|老样子|这样|那样|这个样|敞|坏|堵|堆|黑)|到现在|至今|一直没|没(?:有)?(?:动静|下文|人来|人管|人修|回音|回复|消息|结果|进展|反应|解决|处理|修|弄)|(?:都|过去|已经)?(?:快)?[一二两三四五六七八九十半几\\d]+(?:多)?(?:个)?(?:天|礼拜|星期|周|月)了|多久了|多少天|催(?:一?下|促|催)|进展|进度|怎么样了|处理(?:到|得|的)?(?:哪|怎|如何|了没|好了?[没吗]|没)|(?:修|弄|来|处理|解决)(?:不|了没|好了?[没吗])|什么时候(?:能|才|来|修|处理|解决|弄)|几时|啥时候|老样子|说好(?:的)?|人呢|没完没了|三天两头|又(?:堵|坏|堆|停|来|开始|放|充|灭|不亮)|依旧|依然|仍然?|\\bstill\\b|any (?:news|updates?|progress)|how long|nobody (?:came|has come)|when will|weeks? (?:now|ago)|管不管|未处理|没得人理|再催|跟成|呒没人|没得人来|等了(?:一|半|好|几|大)|再不(?:来|修|管|处理|弄)|有结果|只[^,。]{1,3}了?(?:一半|一点|一下)|明明说|石沉大海|一拖再拖|准信|没修好|不归|哪里处理了|没下文|看了?一眼就走',
);
/** Says that there was a report before. */
const before =
  /(?:上次|上回|之前|前[天几些头阵]|上[周个]|上(?:礼拜|星期)|(?:礼拜|星期|周)[一二三四五六天日]|昨天|早上|刚才|那天|先前)[^,。]{0,6}(?:报|反[映应]|说|提|举报|发|讲|投诉|登记)|(?:报|反映|投诉|说|提|举报|讲)(?:过|了|的)?[^,。]{0,4}(?:好?[几多两三四五六\d]+[次遍回]|好久|多次)|报上去|(?:报|反映)了?(?:好耐|好久)|(?:报|反映)(?:了|过)?(?:有|快|都)?(?:[一二两三四五六七八九十半几\d]+|成)(?:多)?个?(?:礼拜|星期|月|天)|我(?:上次|之前)?(?:报|反映|举报|投诉)的|(?:报|反映|举报|投诉)过|[hH]-?\d{4}-?\d{3,4}|(?:编号|单号|单子|工单)|我的(?:报告|事|隐患|反映)|(?:刚才|刚刚|前面)(?:那|说|报|发)|那(?:个|条|件)[^,。]{0,10}(?:的?事|修|处理|弄)|你们说|说好[^,。]{0,4}(?:修|来|换|弄|处理)|\bi (?:already )?(?:reported|told)|i reported|my report|last (?:week|month|time)/;
/** It was put right and is wrong again. */
const relapsed = /又(?:堵|坏|堆|停|开始|放|充|灭|不亮|锁|漏|拉|占|来)|复发|反弹/;
const known =
  /那[个条处堆根块盏扇]|(?:昨天|前天|前几天|上(?:周|个月|礼拜|星期|回)|前头)[^,。]{0,2}报|之前|上次|刚才|刚刚|前面|我报|我发/;
const aboutHazards =
  /隐患|整改|复查|销号|路灯|井盖|通道|灭火|消防|线|充电|违建|护栏|报的|漏|裂|味|电梯|电杆|杂物|路坑|举报|投诉|反映/;

/** What the message says about a hazard that is known already, or nothing. */
export function progress(heard: Utterance): Progress | undefined {
  const { plain, message } = heard;
  if (message.room === 'mediation') return undefined;
  // To the bot alone 刚才那个不用管了 can only be about what was told to it.
  const alone = message.room === 'direct' && known.test(plain);
  const opened = message.openCase || isOurs(message.quote) || alone;
  if (opened && relapsed.test(plain)) return chasing(plain, opened, heard);
  return withdrawal(plain, opened) ?? fixing(plain, opened, message.photos) ?? chasing(plain, opened, heard);
}

function isOurs(quote: string | null): boolean {
  return quote !== null && /H-\d{4}-\d{3,4}|隐患/.test(quote);
}

function withdrawal(plain: string, opened: boolean): Progress | undefined {
  const match = withdrawn.exec(plain);
  if (match === null) return undefined;
  if (!opened && !(known.test(plain) && aboutHazards.test(plain)) && !/不用报|不报了|撤/.test(match[0]))
    return undefined;
  if (!opened && !aboutHazards.test(plain)) return undefined;
  if (/(?:怎么|别|凭什么|不要|不能|为什么)[^,。]{0,3}$/.test(plain.slice(0, match.index))) return undefined;
  return found('hazard_withdraw', opened ? 0.92 : 0.82, match);
}

function fixing(plain: string, opened: boolean, photos: number): Progress | undefined {
  for (const match of plain.matchAll(new RegExp(fixed, 'g'))) {
    const after = plain.slice(match.index, match.index + match[0].length + 4);
    if (notYet.test(plain.slice(Math.max(0, match.index - 8), match.index)) || asksWhether.test(after)) continue;
    if (/哪里|说(?:是)?(?:已经)?$|你们说/.test(plain.slice(0, match.index)) && still.test(plain)) continue;
    const telling = /整改|复查|验收|销号|rectified|修复/.test(match[0]);
    if (!opened && !telling && !(photos > 0 && known.test(plain)) && !(known.test(plain) && aboutHazards.test(plain)))
      continue;
    if (!opened && !telling && /点赞|终于/.test(plain)) continue;
    if (still.test(plain.slice(match.index + match[0].length)) && !/又好了/.test(plain)) continue;
    return found('hazard_fixed', opened || photos > 0 ? 0.93 : 0.85, match);
  }
  return undefined;
}

function chasing(plain: string, opened: boolean, heard: Utterance): Progress | undefined {
  const match = still.exec(plain);
  if (match === null) return undefined;
  const told = before.exec(plain);
  if (told !== null && (opened || aboutHazards.test(plain) || /报|反映|投诉|举报|reported/.test(told[0])))
    return found('hazard_chase', 0.92, match);
  return opened && plain.length < 40 && heard.message.openQuestion === null
    ? found('hazard_chase', 0.88, match)
    : undefined;
}

function found(intent: Progress['intent'], confidence: number, match: RegExpExecArray): Progress {
  return { intent, confidence, start: match.index, end: match.index + match[0].length };
}

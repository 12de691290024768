/** People and vehicles that a patrol looks at twice. */
import { finding, joined, nothing } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { peopleIn } from '../head-counts.ts';
import { numberOf } from '../numerals.ts';
import { oneOf } from '../one-of.ts';
import { placeIn } from '../places.ts';
import { wordsAt } from '../plain-text.ts';
import type { Meaning } from '../reading.ts';
import type { Utterance } from '../utterance.ts';
import { timeSaid } from './points.ts';
import { spanOf } from '../span.ts';
import type { Standing } from './standing.ts';

const somebody =
  '(?:有?(?:个|一|两|俩|三|几|四|五|\\d+)(?:个|名|位)?[^,。]{0,6}(?:人|男|女|小伙|青年|后生|小年轻|家伙|男子|女子|老头|影子|骑)|有人|男子|男的|女的|女子|小年轻|小伙子?|生人|陌生(?:人|面孔)|外地人|黑影|人影|几个人|他们?|\\b(?:guys?|m[ae]n|women|woman|someone|somebody|people|kids?|person|youths?|van|car)\\b)';
/** What nobody does who has business there. */
const acts = oneOf(
  '(?:喝醉|醉[汉酒])[^,。]{0,3}(?:闹|打|砸)|翻(?:围?墙|栏杆|护栏|门|窗|进|出|过)|爬(?:围?墙|窗|进)|撬(?:门|锁|窗|车|开)?|(?:拉|试|拽|扒|掰)[^,。]{0,3}(?:车门|门把|门锁|把手)|鬼鬼祟祟|贼头贼脑|形迹可疑|行为可疑|(?<!没有?|无|未见|没发现|未发现|没见|没看到)可疑|转来转去|走来走去|晃(?:来晃去|悠|荡)|东张西望|探头探脑|徘徊|黑影|跟着[^,。]{0,10}(?:女|小孩|学生|姑娘)|(?:围墙|窗户|阳台|院墙)[^,。]{0,3}(?:跳|翻|爬|钻|溜)|剪(?:线|断|锁|网)|围着[^,。]{0,6}(?:车|锁|门)|(?:放|丢|扔|留)(?:了|下)(?:一?[个只])?[^,。]{0,6}(?:箱|包|袋|盒)[^。]{0,8}(?:没署名|没名|没人认|不知道谁|就走|跑)|血迹|(?:车窗|玻璃|门锁)[^,。]{0,3}砸|砸(?:了|开|碎)[^,。]{0,3}(?:车窗|玻璃|锁)|翻得乱|无人机[^,。]{0,10}飞[^。]{0,10}(?:不知|谁|哪)|陌生[^,。]{0,10}(?:转|晃|盯|跟|敲|拍)|(?:手电|灯)光[^,。]{0,4}(?:晃|闪|照)|不像(?:工人|本地|干活|好人|住户)|漂着[^,。]{0,4}(?:袋|箱|包)|踩点|跟踪|尾随|躲(?:在|起来|到|进|闪)|蹲(?:在|着)|见(?:到|了)?(?:人|我们?|灯|车灯|手电|光)[^,。]{0,4}(?:就)?(?:跑|躲|关(?:了)?(?:灯|手电|电筒)|走|溜|熄)|摸(?!到|黑|摸|清|不|底|鱼)[^,。]{0,6}(?:锁|车|门|包|兜)|(?:看到|看见|一看|见了?)[^,。]{0,8}(?:就|马上|立刻)?(?:跑|溜|躲|窜|梭|蹽|闪|开溜)(?:了|掉|走|开)?',
  '(?:偷|剪|割)[^,。]{0,4}(?:电缆|电线|铁|井盖|车|电瓶|电池|东西|油|鸡|菜|网|料|铜)|偷偷(?:摸摸|搬|卸|往)|往(?:外|车上)(?:搬|扛|装)|搬东西|半夜[^,。]{0,8}(?:搬|卸|装)|(?:锁|门|窗|网|围栏)[^,。]{0,4}(?:被)?(?:撬|剪开|砸开|破坏)|撬痕|脚印|翻动(?:过)?|(?:扔|丢)下[^,。]{0,6}(?:跑|走)|拍(?:厂|围墙|大门|监控)[^,。]{0,4}(?:照|视频)|打(?:着)?手电(?:在)?[^,。]{0,6}(?:里|找|翻|照)|问(?:他|她|他们|话)?[^,。]{0,8}(?:不说|不答|支支吾吾|不吭|说不[清上]|答不|讲不|不理)|不让看|不配合',
  '(?:没有?|无|遮挡?|挡住?|套)(?:挂)?(?:车)?牌照?(?:的)?|套牌|(?:外地|陌生|不认识的)(?:牌照|牌)?(?:的)?[^,。]{0,4}(?:车|面包|轿车|货车)[^,。]{0,20}(?:一直|没下来|没熄火|不走|好久|好几|关灯|跟着|半天|几圈|来回)|车(?:里|上)[^,。]{0,8}(?:一直)?(?:没|不)(?:下来|下车|出来)|(?:可疑|奇怪|不明)(?:的)?(?:包|箱|物|车|人|袋|东西)|无人认领的(?:包|箱)|撒(?:传单|小广告)|传销|赌博|吸毒|卖(?:淫|假)',
  '\\b(?:suspicious|climb(?:ing|ed)? (?:over|the (?:wall|fence))|break(?:ing)? in(?:to)?|prowl\\w*|loiter\\w*|lurking|trying (?:the |every |each |all )?(?:car )?doors?|ran (?:off|away)|no (?:licen[cs]e )?plates?|unmarked (?:van|car)|stranger|peeking|sneaking|forced open|jimmied|pried)\\b',
);
/** These alone are so; the others need somebody or a vehicle beside them. */
const plainly =
  /醉|翻(?:围?墙)|撬|鬼鬼祟祟|贼头|可疑|踩点|尾随|跟踪|漂着|不像|光[^,。]{0,4}(?:晃|闪)|脚印|黑影|跟着|剪|围墙|没署名|血迹|砸|翻得|无人机|套牌|(?:没有?|无)(?:挂)?(?:车)?牌|偷|剪开|suspicious|break|prowl|loiter|plates?/;
const unless = oneOf(
  '哈哈|嘻嘻|笑死|开玩笑|哈$|😂|🤣|老婆|偷(?:懒|吃|闲|笑|偷懒)|偷着|电视|电影|新闻|演练|昨[天晚]|上次|前天|那年|听说|通报|通知|防(?:盗|偷)|转发|(?:没有?|无|未|没看到|没见|未发现|没发现)[^,。]{0,4}(?:可疑|陌生|生人|翻墙|撬)|可疑(?:人员|情况|人|车辆)?(?:没有|无)|我(?:翻|爬|蹲|躲|偷|撬)|我(?:们|跟|和)[^,。]{0,20}(?:围着|绕着|转)|咱|(?:猫|狗|老鼠|黄鼠狼|鸟|野猪|羊|牛)[^,。]{0,4}(?:翻|爬|跑|躲|蹲|偷)|钥匙忘|忘带钥匙|谁(?:偷|躲)|躲雨|躲(?:车|岗亭|屋)里|冷得',
  '蹲(?:厕|坑|在路边吃)|钓鱼|散步|遛狗|我们?(?:的)?(?:脚印|车)|下雨|门卫说(?:是|没)|老板自己|认识的|是(?:员工|本村|业主|老板|加班|夜班|住户|租客)',
);

/** Who asks about it; when and who tell as often in English. */
const asked = /\?[\s\p{P}]*$|[吗呢么]$|^谁|^有没有/u;

/** Reads something suspicious, or nothing. */
export function suspicious(heard: Utterance, standing: Standing): Meaning | undefined {
  const { plain, message } = heard;
  const at = spanOf(acts, plain);
  if (at === undefined || unless.test(plain) || asked.test(plain)) return undefined;
  const sure = plainly.test(plain.slice(at.start, at.end)) || new RegExp(somebody).test(plain) || /车/.test(plain);
  if (!sure) return undefined;
  // Whoever lives there reports a nuisance or asks; only a patrol's own words are taken for its find.
  if (standing === 'elsewhere' && !(message.room === 'direct' && message.openShift)) return undefined;
  const details = suspicionDetails(heard);
  return {
    intent: 'suspicious',
    confidence: 0.965,
    fields: details.fields,
    because: [{ field: 'intent', words: wordsAt(heard.text, at.start, at.end) }, ...details.because],
  };
}

/** How many, where and when. */
export function suspicionDetails(heard: Utterance): Finding {
  return joined(headsIn(heard), placeIn(heard), timeSaid(heard));
}

const heads =
  /([一两俩三仨四五六七八九十\d]{1,2})(?:个|名|位)?(?:[^,。\d]{0,6}?)(?:男子|男的|女的|女子|小伙子?|青年|后生|小年轻|家伙|黑影|人影|男人|女人|陌生人|生人|[男女]娃儿?|崽|[穿戴骑][^,。]{1,6}的|人(?!民|行))/;

const single =
  /^(?:a|one) (?:guy|m[ae]n|woman|boy|person|youth|stranger)\b|(?:有|看[到见]|发现|碰到)个[^,。\d]{0,4}?(?:男|女|小伙|青年|后生|生人|[穿戴骑][^,。]{1,6}的|人(?!民|行|家))/;

function headsIn(heard: Utterance): Finding {
  const counted = peopleIn(heard);
  if (counted !== nothing) return counted;
  const couple = /一男一女|一对(?:男女|情侣|夫妻)/.exec(heard.plain);
  if (couple !== null) return finding(heard, 'people', 2, couple.index, couple.index + couple[0].length);
  const match = heads.exec(heard.plain);
  const value = numberOf(match?.[1] ?? '')?.value;
  if (match !== null && value !== undefined)
    return finding(heard, 'people', value, match.index, match.index + match[0].length);
  const alone = single.exec(heard.plain);
  return alone === null ? nothing : finding(heard, 'people', 1, alone.index, alone.index + alone[0].length);
}

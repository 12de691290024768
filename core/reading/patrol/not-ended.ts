/** Words of a shift's end that are none: denied, still to come, on a condition, long past, or of others. */
import { oneOf } from '../one-of.ts';
import type { Utterance } from '../utterance.ts';

const goes = '(?:收(?:队|工|班|岗|兵)|下(?:班|岗|勤)|撤(?:队|岗|退)|解散|散队)';
/** 没收队, 别急着收队, 没到点不许收队: what stands right before it. 没事收队 denies nothing. */
const denied = oneOf(
  `(?:没有?|未|别|甭|莫|不|勿)(?:到(?:点|时间)?|急着?|着急|忙着?|要|能|许|准|得|可以?|该|用|是|算|想|提前|随便|全部?|真的?|正式)*(?:就|先)?${goes}|别忘了?${goes}|没有?人?(?:说|喊|叫|让)[^,。\\s]{0,2}${goes}`,
  `(?:取消|暂缓|推迟|延迟|延后|推后)[^,。\\s]{0,5}${goes}|${goes}(?:取消|暂缓|推迟|延迟|延后|推后)|${goes}[^,。\\s]{0,2}(?:不行|不可以|不准|不许|太早|还早|早(?:着|了|得很)|还远)`,
);
const toCome = oneOf(
  `(?:准备|打算|等下|等会儿?|待会儿?|一会儿?|过会儿?|即将|快要?|马上(?:就|要)?|申请|请求|请示)\\s?[^,。\\s了]{0,3}${goes}|(?:计划|预计|预定)[^,。\\s了]{0,8}${goes}`,
  `(?:(?<!不|需|主)要|想|盼着?|差不多|稍后|[晚迟]点|下次|改成?|明[天晚早]|后天)[^,。\\s了]{0,3}${goes}|早点${goes}(?!了|啦|咯)`,
  `(?:再|到时候?|才(?:能|可以?|许|准)|(?:之|以|然)后)${goes}|(?:分钟|小时|钟头|刻钟?)(?:之|以)?后[^,。\\s]{0,4}${goes}`,
  `(?:(?<![不别])等(?!了|处|地|各)|再(?:走|转|巡|看|等|坚持|待|跑|过|绕|查|兜|拍|去|歇|守|站)|过[一二两三四五六七八九十半几\\d]+个?(?:半|分|小时|钟头|刻))[^,。]{0,12}${goes}`,
  `${goes}(?:的)?(?:时[候刻]|时间(?![:\\s]*\\d))|${goes}(?:前|之前|后|以后|之后|过?来|去|吃|喝|一起|再(?!见)|要|必须|吗|请|记得|别忘|改|没有?(?=$|[\\s,。!啊呀]))|[点时半分](?:钟)?(?:之|以)?前[^,。\\s]{0,3}${goes}`,
  `(?:[剩差]|下一?个[点路站])[^,。没先]{1,8}${goes}`,
);
/** 下雨就收队, 走完渡口收队; 那就收队, 现在就收队, 走完全程收队 and 走完5个点收队 are the end. */
const onCondition = oneOf(
  `(?:如果|要是|万一|假如|的话)[^。]{0,14}(?:${goes}|先(?:回|撤|走))|[^,。\\s](?<!那么?|这么?|今[天晚夜]|现在|马上|我们?|咱们?|大家|也|话)就(?:可以|能|早点|提前|直接|都|一起|先)*${goes}(?!了|啦|咯)`,
  `(?:走|巡|拍|转|跑|查|打)完(?!全|所有|各|(?:[\\d一二两三四五六七八九十]+)(?:个|圈|趟))(?:(?:这|那|最后|剩|下|前面)[^,。\\s]{0,6}|[^,。\\s了]{0,6}[点圈趟段口桥路沿村处家片街巷站])(?:就|后)?${goes}`,
);
/** 2号点收队 tells where all meet; 2号点正常收队 and 2号点收队了 are said there. */
const whereTo = `(?:^|[\\s,。到在去])\\d+号?点(?:位)?(?:集合|会合|汇合)?${goes}(?!了|啦|咯)`;
const longPast = `(?:昨[天晚夜]|前[天晚]|上次|上回|那天|以前|平时|往常|每次)\\s?[^,。\\s]{0,10}${goes}`;
const ofOthers = oneOf(
  `(?:他们?|她们?|人家|别人|别的|隔壁|对面|友队|兄弟队|另(?:外)?(?:一|两)?(?:个|支)?(?:队|组|边|片|班)|其[他它](?:队|组|人|片|村|班))(?:(?!我们|咱|全)[^,。\\s]){0,6}${goes}|你们先${goes}`,
  `(?:你们|他们|其[他它]人?|别人|[\\d一二两三四五六七八九十东西南北][队组片]|我们|咱们?|大家)(?:还|再)?要?(?:继续|接着)(?!加油|努力|保持|休息|睡)`,
  '^(?:(?!我|咱|大家|全|都|雨|雪|风|雷|冷|困|累|没|今|那|好|行|完|了|下)[a-z\\d一-龥]){2,7}先(?:回|走|撤)(?!完)',
);
const english = oneOf(
  "(?:\\bnot\\b|n't\\b|\\bnever\\b)[a-z ]{0,14}\\b(?:done|finished|over|off|going home|heading home|stop|end|wrap|call)|\\b(?:if|unless|until|till|soon|almost|nearly|not yet|once we)\\b",
  "(?:\\bwill|'ll|\\b(?:going to|about to|should|can|could|want to|wanna))(?: all)?(?: be)? (?:done|finish|end|wrap|head|call|go|sign)|\\b(?:done|finished|over|off|home|up|night) (?:in (?:\\d+|an?|a few|five|ten|half)\\b|at (?:\\d{1,2}(?![\\d:])|midnight))",
  '\\b(?:they|he|she|the others?|(?:the |an)?other team)\\b[^,.]{0,16}\\b(?:done|finished|off|home|signed)',
);
/** 我们交班了: others go on with it. */
const handedOver = /(?:^|[^不没])[交接换](?:了|完|好)?[班岗](?:了|完|好|啦|$|[\s,。!])|交接(?:完|好|了|毕)/;
/** 最后一个点也走完了 is where they are. */
const lastPoint =
  /最后(?:那|的|这)?一?个?(?:点位?|巡逻点|打卡点|站)[^,。]{0,6}(?:[走巡拍查打转跑到](?:完|好|过|了)|完成|完事|搞定|ok)/;
/** 我这边都巡完了: how far one of them is. */
const ownPart = /我(?:自己)?(?:这边|这里|这儿|这头|这段|负责)[^,。\s]{0,6}(?:[走巡拍查打转跑弄](?:逻|卡|查)?完|完成)/;
/** Words that say the end all the same. */
const plainly = /收(?:队|工|班|岗)|下(?:班|岗)|解散|签退|回[家去]|结束|撤|散了/;

const never = [denied, toCome, onCondition, new RegExp(whereTo), new RegExp(longPast), ofOthers, english];

/** Whether the words say that no shift has ended here, whatever they are like. */
export function isNoEnd({ plain }: Utterance): boolean {
  if (never.some((way) => way.test(plain))) return true;
  return !plainly.test(plain) && (handedOver.test(plain) || lastPoint.test(plain) || ownPart.test(plain));
}

/** A team that is there and begins, and somebody of it who comes later. */
import { durations } from '../durations.ts';
import { finding, joined, nothing } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { certain } from '../likeness/trust.ts';
import { oneOf } from '../one-of.ts';
import { wordsAt } from '../plain-text.ts';
import type { Meaning } from '../reading.ts';
import { timeIn } from '../scene-details.ts';
import type { Utterance } from '../utterance.ts';
import { crewIn } from './crew.ts';
import { countedGear } from './handed-gear.ts';
import { pointsIn } from './points.ts';
import { spanOf } from '../span.ts';
import type { Span } from '../span.ts';
import type { Standing } from './standing.ts';

const begun = oneOf(
  '签到|签个到|(?<!打)报到(?!点|处)|到岗(?!头|亭|哨|台)|上岗(?!证|培训|前|要求)|在岗了|(?:全|都|人员?|已|已经|队员|兄弟们|大家|我们[^,。]{0,4}|\\d人|[两三四五六七八九]个?人?)(?:都|已|已经|全部|全)?(?:到齐|齐了|到位|就位|到场|集合(?:完毕|好|到位|了)|集结完毕)|(?:到|来)齐了?|(?:\\d|[两三四五六七八九])个?人(?:全|都)(?:到|来)(?:了|齐)|集合(?:完毕|好了|到位)|我们?(?:[和跟][^,。]{1,4})?先到了?(?=$|[\\s,。!])|集结(?!地|点|号|前|时)|应到[^,。]{0,6}实到|全员(?:到|就位|在岗|集合)|人齐',
  '(?:^|[\\s,。|]|我们|队|联合|现在|准时|开始|人员?齐|\\d组|完毕)(?:已经?|都)?出发(?:了|巡|$|[\\s,。!])|(?:开始|启动|现在|准备好)(?:巡逻|夜巡|巡夜|巡|今晚的?(?:巡|班|任务)|执勤|值班|工作)|(?:开|起)巡了?|出勤(?!率|表)|出巡|执勤(?:开始|人员)|开工(?:了|啦|干活|$)|(?:夜|晚|白)?班?上班(?:了|啦|打卡|$)|(?:值班|当班|巡逻|夜巡|今[晚夜天]|本班)的?人员[:：]?(?=[^,。]{2})|(?:今晚|今夜|今天)(?:巡逻|值班|夜巡|当班|的)?(?:就)?(?:我|咱|由)们?[^,。]{0,8}(?:\\d|[两俩三仨四五六七八九])(?:个|人|名)?',
  '\\b(?:sign(?:ing|ed)? (?:in|on)|on (?:duty|shift)|start(?:ing|ed)? (?:the |our )?(?:patrol|shift|round)|reporting (?:in|for duty)|(?:all|everyone|everybody|team) (?:is )?(?:here|present|ready)|setting (?:off|out)|patrol (?:starting|started|begins))\\b',
);
/** 到岗 alone is said of nothing else, also under a picture. */
const plainly = /^(?:[我俺]们?|已经?|都|全员?|人员?)*(?:到岗|报到|签到|上岗)[了啦哈!。~\s]*$/;
/** One of a crew, by whatever name. */
const mate =
  '(?:[^\\s,。!?\\d]{0,2}队长?|[组班]长|老大|司机|[老小阿][一-龥]|[一-龥]{1,2}\\d{2,3}(?!号)|[他她]们?|大家|其[他余]人?|别人|人)';
/** 我到了, 我和老李到了, I'm here: the speaker has come, with whoever is named. */
const come = oneOf(
  '(?:^|[\\s,。!])(?:(?:[我俺咱]们?)(?:[两俩二三仨四五六]个?人?)?(?:[和跟与同][^,。!?\\s]{1,12}?)?(?:都|全|也|已经?|刚|先|这边|现在)*(?:到(?:这里?|这儿)?了|到位了?|到达了?|来了)|^\\s*(?:(?:都|已经?)?到了|来了|本人已?到(?!岗))|我已到)(?=$|[\\s,。!]|就|只|还|但|可|[^\\s,。!]{1,4}[还没莫])',
  "^(?:(?:i|we)(?:'?m|'?re| am| are)(?: both| all)? |me and [a-z0-9]+ (?:are )?)?(?:here|in position|at the (?:meeting|starting) (?:point|place))\\b",
);
/** 队长还没到, 就差老李, still waiting for two: said beside it of who has not come. */
const othersAwaited = oneOf(
  `[^\\s,。!?]{1,6}(?:没|未|[莫冇])(?:有)?(?:到|来)(?!过)|${mate}[^,。!?]{0,4}(?:没(?:有)?|未)(?:见|看[到见]|出现|露面)|(?:还|就|只|单|再)?(?:差|缺|等|剩|少)(?:着|了)?(?:\\d|[一两二三])?个?${mate}|${mate}(?:人)?(?:呢|在哪)[?]?(?=$|[\\s,。!])|${mate}[^,。!?]{0,3}(?:在?路上|堵车|堵在|(?:马上|快|等下|一会儿?)(?:就)?(?:到|来))`,
  "\\b(?:not (?:here|there|yet|arrived|come)|(?:isn|hasn|aren|haven)'?t (?:here|come|arrived|shown)|waiting (?:for|on)|no sign of|except|without|is late|on (?:the|his|her|their) way)\\b",
);
/** 我和东02到了: by name, and nothing besides. */
const together = new RegExp(
  `^[我俺咱]们?(?:[和跟与同、]${mate})+[两俩二三仨四]?个?人?(?:都|也|已经?|刚|先)*(?:到了|来了|到位了?)[。!~\\s]*$`,
);
/** Of somebody else than of the crew, or of the place. */
const ofNoCrew =
  /警|救护|消防|外卖|快递|物业|师傅|老板|电工|支援|家属|业主|村干|120|110|119|车(?:子)?(?:还)?(?:没|未)|水还|电还|police|ambulance|engine|\btruck\b/;
/** Plans, orders and talk about others' coming. */
const unless = oneOf(
  '(?:到齐|齐|到岗|签到|出发|集合|到位)(?:了|好)?(?:没有?|吗|不|未)(?:$|[\\s,。!])|(?:明|后)[天晚]|请[^,。]{0,12}(?:同志|队员|人员|各位|各组|各队)|(?:同志|队员|人员)(?:们)?[^,。]{0,16}(?:领取|前往|务必|按时|准时)|(?:下|本|这)?(?:周|星期|礼拜)[一二三四五六日天末]|(?:几点|什么时候|谁|哪些人)[^,。]{0,6}(?:签到|到岗|出发|集合|上岗|上班)|(?:请|通知|记得|别忘|务必|提醒|准时|按时|及时|尽快|赶紧|快)[^,。]{0,8}(?:签到|到岗|集合|报到|上岗|出发|打卡)(?!了)|(?:没|未|还没|没有|不用|不|忘了?|漏)(?:有)?(?:人)?(?:签到|到岗|到齐|上岗|出发|报到|到位|集合)',
  '(?:等|差|还有|就等|还差|缺)[^,。]{0,8}(?:到齐|人齐|齐了(?:再|就)|到了(?:再|就))|(?:签到|到岗|出勤)(?:表|率|情况|领|送|有礼|打卡机|本|处|时间|码|统计|几分|积分|红包)|(?:准备|马上|等下|待会|一会儿?|再|快要?)出发|出发(?:前|去|到|点|时间|往|吧)|从[^,。]{1,6}出发|才(?:到岗|上岗|上班)|(?:我|去|要|还|明早|白天|在|不)上班|上班(?:的|去|路|时|族|迟到|时间|累|不)|下了?班|收到|带队培训|培训|演练',
);
const late = oneOf(
  '(?:要|会|得|可能|大概|恐怕)?(?:晚|迟)(?:点|一?些|一?会儿?|到|来)*(?:大概|大约|约|个)?[^,。]{0,3}(?:\\d|[一二两三四五六七八九十半])[^,。]{0,4}(?:分|钟|刻|小时)(?:再)?(?:到|来)?|(?:晚|迟)(?:点|一点|会|会儿|一会儿?|些)(?:再)?(?:到|来|过来)|(?:可能|要|会|得)(?:迟到|晚到)|你们先(?:走|巡|开始|签)[^。]{0,12}(?:到|追|赶|来)|[^,。]{0,6}(?:分钟|刻钟|小时)[^,。]{0,3}(?:后|才)?(?:能|可以)?(?:到|赶到|过来|来)|点(?:半|多|\\d{1,2}分?)?(?:钟|左右)?才(?:能|会)?(?:到|来|赶)',
  '\\b(?:running late|be late|\\d+ ?min(?:ute)?s? late|late by|delayed)\\b',
);
const ofOthers = /^(?:他|她|老板|快递|外卖|师傅|公交|警察|消防|领导)/;

/** Reads that a team begins its shift, or nothing. */
export function muster(heard: Utterance, standing: Standing): Meaning | undefined {
  if (standing === 'elsewhere') return undefined;
  const { plain } = heard;
  const reported = reportsIn(heard);
  const at = reported ?? spanOf(begun, plain);
  if (at === undefined || (reported === undefined && (unless.test(plain) || isAsked(heard, at.start))))
    return undefined;
  // 6号点 报到 is a point and no beginning.
  if (reported === undefined && pointsIn(heard, false).explicit && !/人|齐|出发|我们/.test(plain)) return undefined;
  const { fields, because } = startDetails(heard);
  return {
    intent: 'shift_start',
    confidence: reported !== undefined || plainly.test(plain) ? certain : heard.message.room === 'patrol' ? 0.93 : 0.88,
    fields,
    because: [{ field: 'intent', words: wordsAt(heard.text, at.start, at.end) }, ...because],
  };
}

/** 我到了 队长还没到, I'm here, 2 radios: what stands beside it shows that it is of the duty, and of no point. */
function reportsIn(heard: Utterance): Span | undefined {
  const { plain, message } = heard;
  if (message.photos > 0 || message.location || plain.length > 60) return undefined;
  const at = spanOf(come, plain);
  if (at === undefined || ofNoCrew.test(plain) || /\d号|号点|\bpoint\b/.test(plain)) return undefined;
  const rest = `${plain.slice(0, at.start)} ${plain.slice(at.end)}`;
  const withGear = /^[a-z\d]/.test(plain) && countedGear(heard).fields.gear !== undefined;
  return withGear || together.test(plain) || spanOf(othersAwaited, rest) !== undefined ? at : undefined;
}

/** How many came, when, and with which gear. */
export function startDetails(heard: Utterance): Finding {
  return joined(crewIn(heard), timeIn(heard), countedGear(heard));
}

/** Reads that somebody of the team comes later, or nothing. */
export function comingLate(heard: Utterance, standing: Standing): Meaning | undefined {
  if (standing === 'elsewhere' || heard.message.photos > 0) return undefined;
  const at = spanOf(late, heard.plain);
  if (at === undefined || isAsked(heard, at.start) || ofOthers.test(heard.plain) || heard.plain.length > 60)
    return undefined;
  const minutes = delayIn(heard);
  return {
    intent: 'delay',
    confidence: 0.84,
    fields: minutes.fields,
    because: [{ field: 'intent', words: wordsAt(heard.text, at.start, at.end) }, ...minutes.because],
  };
}

/** How much later. */
export function delayIn(heard: Utterance): Finding {
  const [span] = durations(heard.plain);
  return span === undefined ? nothing : finding(heard, 'delayMinutes', span.minutes, span.start, span.end);
}

function isAsked(heard: Utterance, at: number): boolean {
  return heard.clauses.some(({ asks, start, end }) => asks && start <= at && at < end);
}

/** Danger to life here and now, whoever says it and wherever. */
import { oneOf } from '../one-of.ts';
import { isBorneOut, isCry, namesSomebody, signsIn } from './danger-signs.ts';
import type { FoundSign } from './danger-signs.ts';
import { withoutFiguresOfSpeech } from './figures-of-speech.ts';
import { kindsOf } from './kinds.ts';
import { notNow } from './not-now.ts';
import type { NotNow } from './not-now.ts';
import { wordsAt } from '../plain-text.ts';
import { isFindable, placeIn } from '../places.ts';
import type { Because, Meaning } from '../reading.ts';
import { sceneDetails } from '../scene-details.ts';
import type { Utterance } from '../utterance.ts';

/** Calls that bring a new danger, even from people who are already at work on another. */
const freshCall = oneOf(
  '快来人|我们(?:的|[一二三四五六七八九\\d]+号?)?(?:艇|船|车)[^,]{0,2}(?:翻|沉|撞)|救命|谁在附近|我家|我们(?:厂|家|队员?|楼|村|这)|(?:厂|家|店|村|楼|山|仓库|宿舍|车间|工地|学校|隔壁|对面)(?:[里上下边]|里面)?[着起失]火了|(?:[我本][队组]|[一两二三\\d]人)[^,。]{0,4}(?:落水|失联|受伤|被困|被埋)|我(?:的)?(?:脚|腿|手|掉队|受伤|被困|卡|困|陷|摔)|(?:我|本|[一二三四五六七八九\\d]号?)(?:艇|船)[^,]{0,3}(?:进水|沉|翻)|[组队员][^,]{0,5}(?:腿|脚|手|人|呼吸器|空呼)(?:被?(?:压|埋|卡|困)住|没气)|这里又|又(?:着|起|烧|爆|有人)|刚(?:刚|才)?接到|接报|接\\d{3}|转警|请(?:速)?出警|速来|警情[:：]',
  '(?:网格|村民|保安|门卫)[^,。\\s]{0,3}报|接群众|转来|报警|自己人|队员[^,。]{0,6}(?:晕|倒|伤|掉|落|失联|被|困)|(?:队员|兄弟|战友|潜水员)[^,。]{0,8}没(?:有)?(?:回应|反应|上来|应答)',
  '(?<!没|没有|发现|无)有人(?:落水|跳|晕|触电|溺水|掉|倒)',
);
/** How rescuers speak of the danger they are working on; a first telling has none of these words. */
const inHand = oneOf(
  '现场|火势|明火|余火|复燃|火头|火点|扑灭|控制|压(?:下去|住了)|灭了|没灭|还在|还没|还有(?!.{0,6}(?:着火|起火))|仍|又(?!是)|已|正在|目前|开始|继续|刚才那',
  '伤[员者]|被困(?:者|人员)|落水者|溺水者|患者|病人|搜|破拆|排烟|降温|冷却|警戒|疏散|断电|关阀|内攻|水枪|出水|水带|供水|堵漏|稀释|侦察|侦检|浓度|救出|送医|抬|按压|包扎|止血|生命体征',
  '我们?(?!.{0,3}(?:家|厂|村|楼|队员|这|看到|路过|巡))|咱们|看不[清见]|没[有]?(?:看到|看见|找[到着]|发现|听到|摸到)|未(?:见|发现|找到)|没有人|无人|司机(?:还)?卡|烧(?:到|向|穿|过)|蔓延|往[^,。]{1,3}(?:烧|蔓)|二楼|三楼|屋里|里面(?:还|没|情况|温|烟)|水(?:流|深|位|温|底|下)|火(?:不|小|还|已)|为主|清醒|能说话|目击|家属说|一共|[轻重]的|下游|上游|风(?:向|大)|能见度|情况(?!紧急)|预计|消防(?:到|在|来)|120(?:到|在|来)',
  'under control|searching|still|so far|we ',
);
/** What to do in such a case, asked or told in general: 着火了怎么办, 着火了消防车进不来. */
const conditional = new RegExp(
  '(?:(?:着|起|失)火了?|触电了?|溺水了?|泄漏|困人|落水了?|中毒了?|晕倒了?|爆炸|掉下去|摔下[去来]|摔倒了?|[烫烧]伤了?|噎[住到]了?|抽筋了?|中暑了?|骨折了?|咬了|砸到人?|塌下来)[^,。!?\\s]{0,8}' +
    '(?:第一时间)?(?:(?:应该|该)?(?:怎么(?:办|处理|救|急救|跑|逃|做)|[做干](?:什么|啥))|咋办|打什么|能用|应该|该[找打怎]|能直接|(?:能不能|可不可以|要不要|可以)(?:用|直接|马上|立刻|先|自己|随便|去|打)|找谁|归谁|' +
    '消防车(?:都|也)?进不|跑不掉|都?用不了|谁负责|拿什么|用什么|往哪|如何)',
);
const about = /^(?:请问|问一?下|想问|咨询|我想问)|(?:我|他)上次/;
const mine = /我家|我们|我[爸妈爷奶]|隔壁|楼[上下]|这里|这边|那边|已经|快|急急|着急|!!|闻到/;

/** Reads an emergency, or nothing. */
export function emergency(heard: Utterance): Meaning | undefined {
  const { plain } = heard;
  const literal = withoutFiguresOfSpeech(plain);
  const found = signsIn(literal).filter(({ sign }) => isBorneOut(sign, literal));
  if (found.length === 0 || isDiscounted(heard, literal, found)) return undefined;
  const kinds = kindsOf(heard, found);
  const because: Because[] = found.map(({ start, end }) => ({
    field: 'intent',
    words: wordsAt(heard.text, start, end),
  }));
  const details = sceneDetails(heard);
  const asked =
    !isFindable(details.fields.place ?? '楼道') && !heard.message.location && details.fields.placeCode === undefined;
  return {
    intent: 'emergency',
    confidence: confidence(heard, found),
    fields: {
      ...(kinds.length > 0 ? { kinds } : {}),
      severity: 'emergency',
      ...details.fields,
      ...(asked ? { needsAnswer: 'place' } : {}),
    },
    because: [
      ...because,
      ...kinds.map((): Because => ({ field: 'kinds', words: because[0]?.words ?? '' })).slice(0, 1),
      ...details.because,
    ],
  };
}

function isDiscounted(heard: Utterance, literal: string, found: readonly FoundSign[]): boolean {
  const reason = notNow(heard.plain, clausesWith(heard, found));
  if (reason !== undefined && !isOverruled(reason, literal, found)) return true;
  if (conditional.test(literal) && !mine.test(literal)) return true;
  return (about.test(heard.plain) && !mine.test(literal)) || isWonderedAbout(heard, found);
}

/** The clauses that name the danger. */
function clausesWith(heard: Utterance, found: readonly FoundSign[]): string {
  const touched = heard.clauses.filter(({ start, end }) => found.some((one) => one.start < end && one.end > start));
  return touched.map(({ words }) => words).join(' ');
}

/** 溺水第一步做什么 asks about drowning in general; 谁家着火了 and 是不是着火了 do not. */
function isWonderedAbout(heard: Utterance, found: readonly FoundSign[]): boolean {
  if (heard.clauses.some(({ asks }) => !asks)) return false;
  return found.every(({ end }) => !/^[^,。]{0,2}[了着在]/.test(heard.plain.slice(end - 1))) && !isCry(heard.plain);
}

/** A warning or a what-if elsewhere in the message does not take back a cry for help. */
function isOverruled(reason: NotNow, literal: string, found: readonly FoundSign[]): boolean {
  const urgent = cry.test(literal);
  if (reason === 'advice' || reason === 'over') return urgent;
  if (reason === 'elsewhere') return found.some(({ sign }) => sign.kind === 'self_harm') && posted.test(literal);
  if (reason !== 'supposed') return false;
  return urgent && found.some(({ sign }) => sign.needs === undefined) && !whatIf.test(literal);
}

const cry = /快(?:来|点|跑|去|报|打|叫|救)|救命|急急|!!|我家|我们(?:厂|家|楼|这)|正在|出不来|没(?:有)?呼吸|叫不醒|现在/;
/** Who says goodbye in a post is not far away. */
const posted =
  /(?:我|朋友|同学|同事|室友|闺蜜|网友|女儿|儿子|他|她)[^,。]{0,6}(?:发|留)了?|电话[^,。]{0,3}(?:不接|打不通|关机)|联系不上/;
const whatIf = /如果|要是|万一|假如|真(?:要)?(?:是)?着火/;

function confidence(heard: Utterance, found: readonly FoundSign[]): number {
  const strong = found.some(({ sign }) => sign.needs === undefined);
  if (!heard.rescuers || freshCall.test(heard.plain)) return strong ? 0.97 : 0.85;
  // What is in hand is the scene's; a first telling outweighs it, but not a plain word about oneself or a need.
  if (inHand.test(heard.plain)) return 0.7;
  // Nobody and no place is named: it is what they see before them.
  if (heard.message.room === 'squad' && !namesSomebody(heard.plain) && placeIn(heard).fields.place === undefined)
    return 0.75;
  return strong ? 0.9 : 0.84;
}

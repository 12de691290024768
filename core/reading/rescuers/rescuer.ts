/** What a rescuer says about an order: from a single digit to a report from the scene. */
import { joined, nothing } from '../finding.ts';
import { hitsOf } from '../phrase.ts';
import type { Hit, Phrase } from '../phrase.ts';
import { wordsAt } from '../plain-text.ts';
import type { Intent, Meaning } from '../reading.ts';
import type { Clause, Utterance } from '../utterance.ts';
import { isChore, isLeisure, isOfAnother, isOfThings, isRoutine } from './bystanders.ts';
import { digitReply, signReply } from './digit-answer.ts';
import { bareNumber } from './bare-number.ts';
import { going } from './going.ts';
import { laterReply } from './later-reply.ts';
import { moving } from './moving.ts';
import { notGoing } from './not-going.ts';
import { codeOf, limitIn, replyDetails } from './reply-details.ts';
import { received } from './received.ts';
import { scene } from './scene.ts';
import { standby } from './standby.ts';
import { timeReply } from './time-reply.ts';
import { isTakenBack, isUnneeded, isWished, turnsToYes } from './turns.ts';

/** Of several things said in one message, what the commander must know first. */
const precedence: readonly Intent[] = [
  ...(['false_alarm', 'unsafe_withdrawal', 'handed_over', 'rescued', 'need', 'decline', 'standby', 'accept'] as const),
  ...(['delay', 'arrived', 'comms_risk', 'underway', 'returned', 'situation', 'received'] as const),
];
const phrases: readonly Phrase[] = [...going, ...notGoing, ...standby, ...received, ...moving, ...scene];
const fromScene = new Set<Intent>(scene.map(({ intent }) => intent));
/** Said of oneself: somebody else's going is not mine. */
const ofOneself = new Set<Intent>(['accept', 'standby', 'received', 'underway', 'arrived', 'decline', 'returned']);

const exclaimed = /(?:^|[\s,!。])我去[\s,!啊]*(?:这|那|太|真|好|什么|居然|竟然|咋|怎么|你|他|又|牛|厉害|吓)/;
const anotherTime = /昨天|前天|上次|上周|上回|去年|那次|以前|下周|周[一二三四五六日末]|明天|明晚|后天|星期/;
/** Whoever lays down what they do is coming: 在买菜 东西一放就来. */
const dropping =
  /(?:一放|放下|放好|一丢|丢下|扔下|撂下|结(?:完)?账|买完|吃完)[^,。]{0,6}(?:就|马上|立刻)?(?:来|去|过|赶|走|出)/;
/** 看看能不能出来 leaves it open, whatever stands in the way. */
const undecidedYet = /(?:看看?|问问?)(?:一下|下|情况)?[^,。]{0,6}(?:能不能|能否|可不可以|走不走得)/;
const undecided = /(?:能|可以)[去来]的话|不一定|说不准|不敢保证|就怕/;
/** What the person who was found can or cannot do. */
const ofVictim = /^(?:老人家?|老太太?|老头|伤[员者]|病人|患者|小孩|孩子|司机|被困[人者])/;
/** Figures of a day or a campaign, not of a scene. */
const figures = /\d ?(?:起|家(?!人|属)|人次|场次)/;
/** Seen on a screen and not on the scene. */
const onScreen = /哈哈|差点|(?<!无人机[^,。]{0,6}|[拍录][^,。]{0,2})(?:视频|电影|电视|抖音)|新闻|直播|朋友圈/;
/** Where somebody else went, as a witness tells it. */
const witnessed =
  /(?:家属|家人|群众|路人|邻居|村民|门卫|目击者?|有人|店主|同学)[^,]{0,4}(?:说|讲|反映|看[到见])|(?:监控|录像|摄像头)|穿[^,]{1,8}(?:衣|外套|裤|衫|鞋)/;
/** Everybody walked out and was counted; nobody had to be saved. */
const counted = /点(?:过|了|完)?名|[没不]少人|人数[^,]{0,3}(?:对|齐)/;
const unsafe =
  /倒|裂|掉|响|晃|抖|斜|歪|危险|险|急|太大|太深|太浓|太热|要塌|要爆|塌方|煤气|毒|涨|雷|浪|翻|顶不住|爆炸|二次|放水|闪燃|超标|响声|松动|裂|毒|漏电|往下掉|不行/;

/** Reads what a rescuer says, or nothing. */
export function rescuer(heard: Utterance): Meaning | undefined {
  if (!heard.rescuers && heard.message.room !== 'direct') return undefined;
  const wordless = digitReply(heard) ?? signReply(heard) ?? bareNumber(heard);
  if (wordless !== undefined) return wordless;
  const hits = hitsOf(heard, phrases, (phrase, clause, words) => allowed(heard, phrase, clause, words));
  const timed = timeReply(heard, hits);
  if (timed !== undefined) hits.push(timed);
  const later = laterReply(heard);
  if (later !== undefined) hits.push(later);
  const strongest = firstOf(hits, order(heard, hits), heard.answering, undecidedYet.test(heard.plain));
  return strongest === undefined ? undefined : meaning(heard, strongest, hits);
}

function allowed(heard: Utterance, phrase: Phrase, clause: Clause, words: string): boolean {
  const { intent } = phrase;
  if (clause.asks && !mayAsk(heard, intent, clause, words)) return false;
  if (ofOneself.has(intent) && (isOfAnother(words) || isTakenBack(heard, clause))) return false;
  if (fromScene.has(intent) && /(?<![主重只])要是|如果|万一|假如/.test(heard.answering ? words : heard.plain))
    return false;
  if ((intent === 'arrived' || intent === 'underway') && isOfThings(words)) return false;
  if (intent === 'underway' && witnessed.test(heard.plain)) return false;
  if (intent === 'rescued' && counted.test(heard.plain)) return false;
  if (intent === 'accept') {
    return (
      !isRefused(phrase, words) &&
      !isWished(heard) &&
      !exclaimed.test(heard.plain) &&
      !anotherTime.test(heard.plain) &&
      !undecided.test(heard.plain) &&
      (!isLeisure(heard.plain) || heard.code !== undefined || (heard.answering && dropping.test(heard.plain)))
    );
  }
  if (fromScene.has(intent) && /上次|上回|昨[天晚夜]|前天|去年|那次|幸好/.test(heard.plain)) return false;
  if (fromScene.has(intent) && heard.message.room === 'command' && !heard.answering && figures.test(heard.plain))
    return false;
  if (intent === 'decline' && isUnneeded(words)) return false;
  if (intent === 'decline' && !heard.answering && /^算了/.test(words)) return false;
  if (intent === 'decline' && !heard.answering && ofVictim.test(heard.plain)) return false;
  if (intent === 'need' && !heard.answering && isChore(heard.plain)) return false;
  if (intent === 'comms_risk' && /有人|他们?|她们?|驴友|老婆|老公|孩子|充电宝|(?<!我[^,]{0,6})关机/.test(heard.plain))
    return false;
  if (fromScene.has(intent) && !heard.answering && onScreen.test(heard.plain)) return false;
  if (intent === 'false_alarm') return !/(?:搜|找|捞|摸|扫)(?:了|完|过|遍)/.test(heard.plain);
  if (intent === 'returned' && /^(?:兄弟|大家|各位|祝|愿|希望|你们|早)/.test(clause.words)) return false;
  if (
    intent === 'unsafe_withdrawal' &&
    /^(?:我们|人|大家|全部|全体)?(?:先|都|全都|全|赶紧|快)?(?:[撤退]了?|出来|上来|下来)$/.test(words)
  )
    return unsafe.test(heard.plain);
  if (intent === 'decline')
    return !/聚餐|吃饭|训练|打球/.test(heard.plain) && (heard.answering || !isLeisure(heard.plain));
  return !isLeisure(fromScene.has(intent) ? clause.words : heard.plain);
}

/** 不能开车了 and 没法带人过去 have a yes in them, and a no before it. */
function isRefused(phrase: Phrase, words: string): boolean {
  const at = phrase.words.exec(words)?.index ?? 0;
  return /(?:不|没|别|未|无法|没法|没办法|不能|不会|不想|不敢|不让|不准|谁)(?:再|太|好|得|我|能)?$/.test(
    words.slice(0, at),
  );
}

/** Trouble at home or at work, told to the bot by whoever has it. */
const ownTrouble =
  /怕|哪天|老化|迟早|经常|天天|总是|老是|归谁|装修|邻居|房东|房租|租[客房]|老板|欠|[不没]赔|噪音|吵|半夜|狗叫|漏水|投诉|举报/;

/** Some things are asked for and yet said: 行不行 after an answer, 谁有发电机, 我看看能不能走得开. */
function mayAsk(heard: Utterance, intent: Intent, clause: Clause, words: string): boolean {
  if (intent === 'need')
    return (
      /派|调(?!度|班|休)|送|谁|支援|借|再来|帮忙抬|怎么还|有没有(?:会|带|懂|多)/.test(words) &&
      !/还需要|要不要|需要人|够不够|还缺/.test(words)
    );
  if (intent === 'delay' || intent === 'standby') return true;
  if (intent === 'received') return /看(?:看|一下|下)|问/.test(words);
  const politeTag = words !== clause.words && !/\?/.test(heard.plain.charAt(clause.end));
  return intent === 'accept' && politeTag;
}

function firstOf(
  hits: readonly Hit[],
  wanted: readonly Intent[],
  answering: boolean,
  tentative: boolean,
): Hit | undefined {
  for (const soft of [false, true]) {
    for (const intent of wanted) {
      const hit = hits.find((one) => one.intent === intent && one.soft === soft);
      // A reason outweighs that the order was read, and what one sees while giving it.
      const outweighed = answering && !soft && !tentative && (intent === 'received' || intent === 'situation');
      if (hit !== undefined && !(outweighed && hits.some((one) => one.soft))) return hit;
    }
  }
  return undefined;
}

/** A plain yes beside a condition stays a condition; whoever is underway has more to say than yes. */
function order(heard: Utterance, hits: readonly Hit[]): readonly Intent[] {
  const said = new Set(hits.filter(({ soft }) => !soft).map(({ intent }) => intent));
  const first: Intent[] = [];
  const turned = /就算了/.test(heard.plain) || turnsToYes(heard, hits);
  if (said.has('decline') && said.has('accept') && turned) first.push('accept');
  const later = /后(?:可以|能|再|才)|现在|暂时|缺人|需要/;
  if (said.has('standby') && said.has('decline') && later.test(heard.plain)) first.push('standby');
  const awaited = heard.message.openOrder || heard.code !== undefined;
  if (hits.some(({ intent, clause }) => intent === 'standby' && clause === laterReply(heard)?.clause))
    first.push('standby');
  if (!awaited) first.push(...(['delay', 'underway'] as const).filter((one) => said.has(one)));
  return [...first, ...precedence];
}

function meaning(heard: Utterance, hit: Hit, hits: readonly Hit[]): Meaning | undefined {
  const confidence = confidenceOf(heard, hit, hits);
  if (confidence === undefined) return undefined;
  const limits = hit.intent === 'accept' ? limitIn(heard) : nothing;
  const details = joined(codeOf(heard), replyDetails(heard, hit.intent, 0), limits);
  const because = { field: 'intent' as const, words: wordsAt(heard.text, hit.start, hit.end) };
  return { intent: hit.intent, confidence, fields: details.fields, because: [because, ...details.because] };
}

/**
 * Without an order to answer, words of going are ordinary talk, unless they come with minutes or the order's code
 * in a squad's chat; and outside rescuers' chats only progress and the scene are listened to.
 */
function confidenceOf(heard: Utterance, { intent, soft }: Hit, hits: readonly Hit[]): number | undefined {
  if (heard.answering) {
    if (soft) return 0.86;
    if (intent === 'situation') return 0.86;
    return intent === 'received' && hits.length === 1 ? 0.9 : 0.95;
  }
  if (soft || ((isLeisure(heard.plain) || isRoutine(heard.plain)) && intent !== 'false_alarm')) return undefined;
  if (intent === 'accept') {
    if (/接警|接单|领命/.test(heard.plain)) return 0.86;
    return heard.message.room === 'squad' && /分|钟|刻|小时|min|hour/.test(heard.plain) ? 0.86 : undefined;
  }
  return heard.message.room === 'direct' ? inDirect(heard, intent) : inSquad(heard, intent);
}

function inDirect({ message }: Utterance, intent: Intent): number | undefined {
  if (message.openShift || message.openQuestion !== null || intent === 'received' || intent === 'standby')
    return undefined;
  if (intent === 'situation' && ownTrouble.test(message.text)) return undefined;
  return fromScene.has(intent) ? 0.65 : 0.7;
}

function inSquad({ plain }: Utterance, intent: Intent): number | undefined {
  if (anotherTime.test(plain)) return undefined;
  if (intent === 'received') return /收到|copy|roger|received/.test(plain) ? 0.75 : undefined;
  return intent === 'situation' ? 0.82 : 0.93;
}

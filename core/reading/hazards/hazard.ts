/** What is wrong somewhere and should be put right, and words about it afterwards. */
import { emergency } from '../danger/emergency.ts';
import type { Meaning } from '../reading.ts';
import type { Utterance } from '../utterance.ts';
import { absorbed } from './absorb.ts';
import { afterwards } from './afterwards.ts';
import { hazardsIn } from './hazard-signs.ts';
import type { FoundHazard } from './hazard-signs.ts';
import { progress } from './progress.ts';
import { likelyThings } from './likely.ts';
import { hazardReport, intentBy, openReport, thingReport } from './report.ts';
import { asksUnmarked, isCounted, stanceOf, trulyAsks } from './stance.ts';
import { topicsIn } from './topics.ts';

const outright =
  /(?:我)?(?:要|想)?(?:举报|反映)(?:一?下|一?个)?(?!人)|(?:有|发现)[^,。]{0,3}(?:个)?(?:安全)?隐患|投诉一?下/;
/** Fewer characters than these are no sentence. */
const leastSentence = 8;
/** Faults and carelessness of any kind; what they are of is left to whoever looks. */
const fault =
  /坏|破损?|裂|断(?!续|片)|松(?!口|了口气)|歪|斜|塌|漏|锈|烂|缺(?:了|一|少)|没有?(?:防|护|盖|围|警示|报警|通风|灯|锁|证|戴|系|绑|人看|人管|人值守|检|消毒|灭火|出口|窗|遮|固定)|敞|裸|露|堆|堵|占用|超[载员高]|违[规章]|私自|偷偷|随便|乱|积水|过期|老化|危险|吓人|吓死|不安全|不合格|晃|摇|臭|刺鼻|异味|酸味|火花|发烫|冒泡|拆掉|拔掉|短接|糊弄|直接(?:下|进|钻|挂|排|倒|丢|扔)|支支吾吾|一堆|到处(?:是|都)|绕(?:过|进)|太近|旁边就是|吊在|悬|砸/;
/** Quarrels, money and feelings belong to others. */
const quarrel =
  /工资|工钱|欠|押金|赔|离婚|老公|老婆|吵架|打我|骂|借钱|货款|合同|抚养|遗产|分家|医药费|不想活|调解|房租|退款|噪音|吵死|心情|难受/;
/** Among rescuers what is wrong at a scene is the scene's, unless somebody says that they came by it. */
const outside = /举报|反映|隐患|路过|看到|发现|上报|报一下|report/;
/** Somebody is or may be hurt: then what looks like danger is taken for it. */
const harm =
  /烧(?:得|起|着)|通红|火(?!锅|车|腿|门)|烟(?!囱|感|头|道)|着了|冒|触电|撞了|翻了|压[到住]|爆|炸|昏|晕|倒在|流血|受伤|救|掉(?!漆|色|皮|价)(?:了)?[下进到地井坑沟河池]|踩空|溅[到了上]|下去了|疼|痛|落水|淹[死没]|卡[住在]|喘|喊|哭|叫不|(?<![启发转推拉移开])动不了|被困|关人|困人|人[^,。]{0,4}(?:跳|掉|摔)|!!/;

/** Reads a hazard or a word about one, or nothing; danger to life comes first and is read elsewhere. */
export function hazard(heard: Utterance): Meaning | undefined {
  if (heard.plain.trim() === '' || heard.answering) return undefined;
  const signs = hazardsIn(heard);
  const found = absorbed(signs, heard.plain);
  const about = isCounted(heard.plain) ? undefined : progress(heard);
  if (about !== undefined) return afterwards(heard, about, found);
  if (heard.message.openQuestion === 'kind') return namedKind(heard, found);
  if (heard.message.room === 'squad' && !outside.test(heard.plain)) return undefined;
  const stance = stanceOf(heard, signs);
  if (stance === 'asked' && asksUnmarked(heard)) return question(heard);
  if (stance !== 'seen' || emergency(heard) !== undefined) return undefined;
  return found.length === 0 ? unnamed(heard) : hazardReport(heard, found);
}

/** A question that no other part takes for one. */
function question(heard: Utterance): Meaning {
  return {
    intent: 'question',
    confidence: 0.8,
    fields: {},
    because: [intentBy(heard, { start: 0, end: Math.min(heard.plain.length, 24) })],
  };
}

/** Asked what is wrong, one word names it. */
function namedKind(heard: Utterance, found: readonly FoundHazard[]): Meaning | undefined {
  const topics = found.length > 0 ? found : topicsIn(heard);
  return topics.length === 0 ? undefined : hazardReport(heard, topics);
}

/**
 * No sign says what is wrong. A thing that hazards are about, with any fault beside it, is a report; to the bot alone the thing
 * is enough; else somebody says that they report.
 */
function unnamed(heard: Utterance): Meaning | undefined {
  const { plain, message, clauses } = heard;
  if (message.room === 'squad' || clauses.every(trulyAsks)) return undefined;
  // Told to the bot alone, what no rule of danger takes is better asked about than left.
  if (message.room !== 'direct' && harm.test(plain)) return undefined;
  const things = likelyThings(heard);
  if (things.length > 0 && hasFault(heard, things)) return thingReport(heard, things);
  const match = plain.length < leastSentence ? null : (outright.exec(plain) ?? faultTold(heard));
  return match === null ? undefined : openReport(heard, { start: match.index, end: match.index + match[0].length });
}

/** A fault close to the thing; to the bot alone a whole sentence about the thing is enough. */
function hasFault(heard: Utterance, things: readonly FoundHazard[]): boolean {
  const { plain, message } = heard;
  if (message.room === 'mediation' || message.openCase || quarrel.test(plain)) return false;
  if (message.room === 'direct') return plain.length >= leastSentence;
  return things.some(({ start, end }) => fault.test(plain.slice(Math.max(0, start - 4), end + 12)));
}

/** To the bot alone, in a sentence that does not ask, about no quarrel and nothing of one's own. */
function faultTold({ plain, message }: Utterance): RegExpExecArray | null {
  return message.room === 'direct' && !message.openCase && !quarrel.test(plain) ? fault.exec(plain) : null;
}

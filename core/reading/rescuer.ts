/** What a rescuer says about an order: from a single digit to a report from the scene. */
import { answerPhrases } from './answer-phrases.ts';
import { limitIn, replyDetails } from './reply-details.ts';
import { finding, joined, nothing } from './finding.ts';
import type { Finding } from './finding.ts';
import { hitsOf } from './phrase.ts';
import type { Hit, Phrase } from './phrase.ts';
import { wordsAt } from './plain-text.ts';
import type { Intent, Meaning } from './reading.ts';
import { scenePhrases } from './scene-phrases.ts';
import type { Clause, Utterance } from './utterance.ts';
import { wayPhrases } from './way-phrases.ts';

/** Of several things said in one message, what the commander must know first. */
const precedence: readonly Intent[] = [
  'false_alarm',
  'unsafe_withdrawal',
  'handed_over',
  'rescued',
  'need',
  'decline',
  'standby',
  'accept',
  'delay',
  'arrived',
  'comms_risk',
  'underway',
  'situation',
  'returned',
  'received',
];
const phrases: readonly Phrase[] = [...answerPhrases, ...wayPhrases, ...scenePhrases];
const scene = new Set<Intent>([
  'situation',
  'need',
  'rescued',
  'handed_over',
  'unsafe_withdrawal',
  'comms_risk',
  'false_alarm',
]);
const personal = new Set<Intent>(['accept', 'standby', 'received', 'underway', 'arrived', 'decline']);

const others =
  /^(?:听说|好像|估计)?(?:他们?|她们?|人家|老[一-龥](?!婆|板|公)|小[一-龥](?=[^一-龥]|说|能|可以|马|已|到|在|去|也|去不)|阿[一-龥]|大[刘王李陈张]|[一-龥]{1,2}(?:哥|姐|叔|伯|总|队长|师傅|主任|站长|医生)|张三|李四|王五)/;
const things =
  /^(?:[^,]{0,4})?(?:消防|119|120|110|救护车|警车|警察|派出所|民警|交警|家属|领导|快递|外卖|公交车?|装备|器材|冲锋舟|船|时间|货|红包|工资|钱|票)(?:车|员|队)?(?:也|都|已经?|刚)?到/;
const leisure =
  /吃饭|聚餐|喝酒|夜宵|宵夜|火锅|烧烤|打球|篮球|打牌|麻将|爬山|旅游|逛街|电影|唱歌|ktv|奶茶|红包|快递|外卖|团购|代购|拼车|盒饭|买菜|接孩子|喜糖|喜酒|生日|年会|训练|培训|开会|聚会|考试|体检|领(?:装备|衣服)|锦旗|点菜|饭先|打电话|到时候给|旅行|钓鱼/;
const exclaimed = /(?:^|[\s,!。])我去[\s,!啊]*(?:这|那|太|真|好|什么|居然|竟然|咋|怎么|你|他|又|牛|厉害|吓)/;
const unsafe = /危险|急|太大|太深|太浓|太热|要塌|要爆|塌方|煤气|毒|涨|雷|浪|翻|顶不住|爆炸|二次/;
const thatTime = /昨天|前天|上次|上周|上回|去年|那次|以前|下周|周[一二三四五六日末]|明天|后天|星期/;

/** Reads what a rescuer says, or nothing. */
export function rescuer(heard: Utterance): Meaning | undefined {
  if (!heard.rescuers && heard.message.room !== 'direct') return undefined;
  const digit = byDigit(heard);
  if (digit !== undefined) return digit;
  const nod = byEmoji(heard);
  if (nod !== undefined) return nod;
  const hits = hitsOf(heard, phrases, (phrase, clause, words) => allowed(heard, phrase, clause, words));
  const bareTime = timeAlone(heard, hits);
  if (bareTime !== undefined) hits.push(bareTime);
  const best = strongest(heard, hits);
  return best === undefined ? undefined : meaning(heard, best, hits);
}

const buttons: readonly Intent[] = ['accept', 'standby', 'decline'];
const digitAnswer = /^\s*(?:([123])(?=$|[\s,。!~+;:、-]|[^\x00-\x7f一-龥]|\d*$)(?!\d)(?!:\d)|([一二三])(?=[\s!。~]*$))/;

/** A digit counts as the button at its place, when an order awaits an answer: `1`, `1 8分钟`, `2 在家里`, `A7K 1`. */
function byDigit(heard: Utterance): Meaning | undefined {
  if (!heard.answering) return undefined;
  const skip = heard.code !== undefined && heard.plain.slice(0, heard.code.start).trim() === '' ? heard.code.end : 0;
  const rest = heard.plain.slice(skip).replace(/^[〕\]】)\s]+/, (marks) => ' '.repeat(marks.length));
  const match = digitAnswer.exec(rest);
  const digit = match?.[1] ?? match?.[2];
  if (match === null || digit === undefined) return undefined;
  const after = rest.slice(match[0].length);
  if (/^\s*(?:比|号|点|个|楼|、\s*\S|[:.]\s*\S)|\?|吗/.test(after)) return undefined;
  const intent = buttons['123一二三'.indexOf(digit) % 3] ?? 'accept';
  const start = skip + match.index + match[0].indexOf(digit);
  const because = { field: 'intent' as const, words: wordsAt(heard.text, start, start + 1) };
  const details = joined(codeOf(heard), replyDetails(heard, intent, skip + match[0].length));
  return { intent, confidence: 0.98, fields: details.fields, because: [because, ...details.because] };
}

/** A message that is nothing but a sign of the hand. */
function byEmoji(heard: Utterance): Meaning | undefined {
  if (heard.clauses.length > 0 || !heard.answering) return undefined;
  const sign = /(👌|👍|🆗|🫡|💪|🙏|✅)|(🙅|❌|🚫)/u.exec(heard.plain);
  if (sign === null) return undefined;
  const because = [{ field: 'intent' as const, words: wordsAt(heard.text, sign.index, sign.index + sign[0].length) }];
  const details = codeOf(heard);
  return {
    intent: sign[1] === undefined ? 'decline' : 'received',
    confidence: 0.85,
    fields: details.fields,
    because: [...because, ...details.because],
  };
}

function allowed(heard: Utterance, phrase: Phrase, clause: Clause, words: string): boolean {
  const { intent } = phrase;
  const tag =
    words !== clause.words.replace(/^\s+/, '') && !/[?？]/.test(heard.plain.slice(clause.end, clause.end + 1));
  if (clause.asks && intent === 'need')
    return /派|调|送|谁|支援|借/.test(words) && !/还需要|要不要|需要人|够不够/.test(words);
  if (clause.asks && intent !== 'delay' && intent !== 'standby' && !(tag && intent === 'accept')) {
    if (!(intent === 'received' && /看(?:看|一下|下)|问/.test(words))) return false;
  }
  if (personal.has(intent) && others.test(words)) return false;
  if ((intent === 'arrived' || intent === 'underway') && things.test(words)) return false;
  if (!scene.has(intent) && leisure.test(heard.plain) && !heard.code)
    return intent === 'decline' && heard.answering && !/聚餐|吃饭/.test(heard.plain);
  if (intent === 'accept' && (exclaimed.test(heard.plain) || thatTime.test(heard.plain))) return false;
  if (scene.has(intent) && intent !== 'false_alarm' && leisure.test(clause.words)) return false;
  if (intent === 'unsafe_withdrawal' && /^(?:我们)?撤了?$/.test(words))
    return unsafe.test(heard.plain) || /撤!/.test(heard.plain);
  return true;
}

/** `8分钟` and nothing else that says more: the answer to when, and so a yes. */
function timeAlone(heard: Utterance, hits: readonly Hit[]): Hit | undefined {
  if (hits.some(({ intent }) => intent !== 'received')) return undefined;
  for (const clause of heard.clauses) {
    const match =
      /^(?:ok|yes|sure|好的?|收到|我|大概|大约|约|差不多|估计|要|得|再|还要|i'?m |about |~|\s)*(?:\d+(?:[-~到至]\d+)?|[一二两三四五六七八九十半几来]+)\s*(?:个)?(?:半)?(?:分钟|分|刻钟|小时|个?钟头?|min(?:ute)?s?|把小时) ?(?:左右|吧|后|内|之内|以内|可以|能)?(?:到|赶到|到达|到场|能到|away)?$|^(?:\d{1,2}:\d{2}|\d{1,2}点半?)(?:能|可以)?到(?:现场)?$/.exec(
        clause.words,
      );
    if (match === null || clause.asks) continue;
    const intent = heard.answering ? 'accept' : 'underway';
    return { intent, clause, start: clause.start, end: clause.end };
  }
  return undefined;
}

function strongest(heard: Utterance, hits: readonly Hit[]): Hit | undefined {
  for (const intent of order(heard, hits)) {
    const hit = hits.find((one) => one.intent === intent);
    if (hit !== undefined) return hit;
  }
  return undefined;
}

/** A plain yes beside a condition stays a condition; one who is already underway has more to say than yes. */
function order(heard: Utterance, hits: readonly Hit[]): readonly Intent[] {
  const said = new Set(hits.map(({ intent }) => intent));
  const first: Intent[] = [];
  if (said.has('decline') && said.has('accept') && /就算了/.test(heard.plain)) first.push('accept');
  if (said.has('standby') && said.has('decline') && /后(?:可以|能|再|才)|现在|暂时|缺人|需要/.test(heard.plain))
    first.push('standby');
  if (said.has('underway') && !heard.message.openOrder && heard.code === undefined)
    return [...first, ...precedence.filter((intent) => intent !== 'accept'), 'accept'];
  if (said.has('delay') && said.has('accept') && /^(?!.*(?:能去|可以去|我去|马上))/.test(heard.plain))
    first.push('delay');
  return [...first, ...precedence];
}

function meaning(heard: Utterance, hit: Hit, hits: readonly Hit[]): Meaning | undefined {
  const confidence = confidenceOf(heard, hit, hits);
  if (confidence === undefined) return undefined;
  const details = joined(
    codeOf(heard),
    replyDetails(heard, hit.intent, 0),
    hit.intent === 'accept' ? limitIn(heard) : nothing,
  );
  const because = { field: 'intent' as const, words: wordsAt(heard.text, hit.start, hit.end) };
  return { intent: hit.intent, confidence, fields: details.fields, because: [because, ...details.because] };
}

const minutesSaid = /分|钟|刻|小时|min|hour/;

/**
 * Without an order to answer, words of going are ordinary talk, unless they come with minutes or the order's code
 * in a squad's chat; and outside rescuers' chats only progress and the scene are listened to.
 */
function confidenceOf(heard: Utterance, hit: Hit, hits: readonly Hit[]): number | undefined {
  const { message } = heard;
  const { intent } = hit;
  if (heard.answering) return intent === 'received' && hits.length === 1 ? 0.9 : intent === 'situation' ? 0.85 : 0.95;
  if (leisure.test(heard.plain) && intent !== 'false_alarm') return undefined;
  if (intent === 'accept') {
    if (/接警|接单|领命/.test(heard.plain)) return 0.85;
    return message.room === 'squad' && minutesSaid.test(heard.plain) ? 0.75 : undefined;
  }
  if (message.room === 'direct' && message.openShift) return undefined;
  if (message.room === 'direct' && message.openQuestion !== null) return undefined;
  if (message.room === 'direct')
    return scene.has(intent) ? 0.65 : intent === 'received' || intent === 'standby' ? undefined : 0.7;
  if (thatTime.test(heard.plain)) return undefined;
  if (intent === 'received') return /收到|copy|roger|received/.test(heard.plain) ? 0.75 : undefined;
  if (scene.has(intent)) return intent === 'situation' ? 0.8 : 0.92;
  return 0.9;
}

function codeOf(heard: Utterance): Finding {
  if (heard.code === undefined) return nothing;
  const { code, start, end } = heard.code;
  return end > start ? finding(heard, 'code', code, start, end) : { fields: { code }, because: [] };
}

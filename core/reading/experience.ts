/** The last word where no rule has one: what messages like this one meant before. */
import { isCry, namesSomebody } from './danger/danger-signs.ts';
import { withoutFiguresOfSpeech } from './danger/figures-of-speech.ts';
import { notNow } from './danger/not-now.ts';
import { emergencyExamples } from './examples/emergencies.ts';
import { hazardExamples } from './examples/hazards.ts';
import { residentExamples } from './examples/residents.ts';
import { patrolExamples } from './examples/patrol.ts';
import { rescuerExamples } from './examples/rescuers.ts';
import { hasHan, likenessTo } from './likeness.ts';
import type { Likeness } from './likeness.ts';
import { wordsAt } from './plain-text.ts';
import type { Because, Meaning } from './reading.ts';
import { isChore, isLeisure, isOfAnother } from './rescuers/bystanders.ts';
import { replyDetails } from './rescuers/reply-details.ts';
import { sceneDetails } from './scene-details.ts';
import type { Utterance } from './utterance.ts';

const emergency = Object.values(emergencyExamples).join('\n');
const hazard = Object.values(hazardExamples).join('\n');
/** What a patrol writes is business, most of all what it writes of no business. */
const unknown = [residentExamples.unknown, patrolExamples.other, patrolExamples.suspicious].join('\n');
const amongResidents = likenessTo({ ...residentExamples, unknown, hazard, emergency });
const amongRescuers = likenessTo(rescuerExamples);
const whatKind = likenessTo(emergencyExamples);

/** How far ahead of the runner-up a meaning must be, and how much of the message must be known. */
const enough = {
  residents: { lead: 6, known: 0.45 },
  rescuers: { lead: 6, known: 0.5 },
  /** Whoever has an order to answer is seldom talking of other things, and is asked when it is not clear. */
  answering: { lead: 3, known: 0.4 },
  /** Danger that happens to nobody who is named, and that nobody cries about. */
  dangerAlone: 14,
  /** From here on danger outweighs what else the message may be. */
  clear: 12,
  yes: 10,
  business: 10,
  leadPerPiece: 0.3,
};
/** Without an order to answer these are passing talk; a seat is never taken by likeness alone. */
const answers = new Set(['accept', 'decline', 'standby', 'received']);
/** Who sits in a parked car is watched and not rescued; who works without a helmet is reported. */
const watched = /没戴|不戴|没系|没证|无证|违规|停[了着][^。]{0,8}车[^。]{0,10}[没不]下[来车]/;
/** What is out of order but happens to nobody is a hazard. */
const neglect = /停[了着][^。]{0,8}车|坏了|没修|再修|老化|积了|过期|没人管|不合格|开裂/;

/** Nobody praises what is dangerous. */
const pleasant = /漂亮|好看|好玩|开心|好吃|好喝|真[美香甜]|风景|散步|钓到|舒服|呼噜/;

/** Danger is never guessed where no word could speak of any; English has its own words for it. */
const couldBeDanger =
  /[火烧燃烟炸爆漏毒气味电塌垮倒埋压砸撞翻滚滑溺淹沉水河塘桥掉坠摔跌昏晕醒伤血死命救困卡夹绞锁喘吐抽噎病疼痛疯刀砍打杀抢跳活走失丢踪找联没断裂险急危怕叫喊哭闹堵围]|\b(?:fire|smoke|burn|gas|leak|hurt|injur|blood|bleed|dead|dying|die|fell|fall|drown|stuck|trap|crash|missing|knife|attack|breath|unconscious|wak|collaps|explo|shock|jump|emergency(?! (?:exit|light|door|lane|stair|lamp))|ambulance|help (?:me|us|my|him|her))/;
/** Nothing to report, about nothing in particular. */
const nothingToReport =
  /^(?:今[天晚日]|目前|暂时|这边|我们?|各点|全线|全程|[东西南北中]区|\s|,)*(?:一切|全部?|都|也|很)*(?:正常|平安|安全|没有|无|没事|无事|良好|无异常|没问题)(?:[的了哈啊呢]|\s|[,。!~])*$/;

/** Reads by likeness: among residents danger and business, among rescuers all they say; or nothing. */
export function experience(heard: Utterance): Meaning | undefined {
  const rescuers = heard.answering || heard.message.room === 'squad';
  return rescuers ? ofRescuers(heard) : ofResidents(heard);
}

function ofResidents(heard: Utterance): Meaning | undefined {
  const like = amongResidents(heard.plain);
  if (like?.meant === 'emergency' && isClear(like, enough.residents)) return danger(heard, like);
  if (like?.meant !== 'unknown' || like.lead < enough.business) return undefined;
  // Business that no part reads yet is no idle talk.
  return { intent: 'unknown', confidence: 0.56, fields: {}, because: reasons(heard, like) };
}

function ofRescuers(heard: Utterance): Meaning | undefined {
  const like = amongRescuers(heard.plain);
  const margin = heard.answering ? enough.answering : enough.rescuers;
  if (like === undefined || !isClear(like, margin)) return undefined;
  const { meant } = like;
  if (meant === 'false_alarm' && nothingToReport.test(heard.plain)) return undefined;
  if (meant === 'emergency') return danger(heard, like);
  if (meant === 'small_talk' || isLeisure(heard.plain) || isOfAnother(heard.plain)) return undefined;
  if ((answers.has(meant) || isChore(heard.plain)) && !heard.answering) return undefined;
  if (meant === 'accept' && like.lead < enough.yes) return undefined;
  const { fields, because } = replyDetails(heard, meant, 0);
  return {
    intent: meant,
    confidence: answers.has(meant) ? 0.58 : 0.62,
    fields,
    because: [...reasons(heard, like), ...because],
  };
}

function isClear(like: Likeness<string>, { lead, known }: { readonly lead: number; readonly known: number }): boolean {
  return like.lead >= lead && like.known >= known && like.leadPerPiece >= enough.leadPerPiece;
}

function danger(heard: Utterance, like: Likeness<string>): Meaning | undefined {
  if (!hasHan(heard.plain) || !couldBeDanger.test(withoutFiguresOfSpeech(heard.plain))) return undefined;
  if (!namesSomebody(heard.plain) && (like.lead < enough.dangerAlone || neglect.test(heard.plain))) return undefined;
  if (watched.test(heard.plain) && !isCry(heard.plain)) return undefined;
  if (pleasant.test(heard.plain) && !isCry(heard.plain)) return undefined;
  const asks = heard.clauses.some((clause) => clause.asks);
  if (notNow(heard.plain) !== undefined || (asks && !isCry(heard.plain))) return undefined;
  const { fields, because } = sceneDetails(heard);
  const kind = whatKind(heard.plain)?.meant ?? 'any';
  const kinds = kind === 'any' ? {} : { kinds: [kind] };
  return {
    intent: 'emergency',
    confidence: heard.rescuers ? 0.66 : like.lead >= enough.clear ? 0.94 : 0.84,
    fields: { ...kinds, severity: 'emergency', ...fields },
    because: [...reasons(heard, like), ...because],
  };
}

function reasons(heard: Utterance, like: Likeness<string>): Because[] {
  const because: Because[] = [];
  for (const piece of like.pieces) {
    const at = heard.plain.indexOf(piece);
    if (at >= 0) because.push({ field: 'intent', words: wordsAt(heard.text, at, at + piece.length) });
  }
  return because;
}

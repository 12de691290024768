/** Somebody was at a point: a photo, a position, or words that say so. */
import { finding, joined, nothing } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { likelihood } from '../likeness/likeness.ts';
import { certain } from '../likeness/trust.ts';
import { isFindable, placeIn } from '../places.ts';
import { wordsAt } from '../plain-text.ts';
import type { Because, Meaning } from '../reading.ts';
import type { Utterance } from '../utterance.ts';
import { arrivedIn, isArrival } from './arrival.ts';
import { calmIn } from './calm.ts';
import { chatterIn, clausesAhead } from './chatter.ts';
import { crewIn } from './crew.ts';
import { leftOut } from './left-out.ts';
import { pointsPassed, wasLookedAt } from './not-there.ts';
import { pointFields, pointsIn, pointsSaid, timeSaid } from './points.ts';
import type { Points } from './points.ts';
import { proxyIn } from './proxy.ts';
import { standingToBefore } from './to-before.ts';
import type { Standing } from './standing.ts';

const barred = /(?:进|过|走|开)不(?:去|了)|没(?:能|法)?(?:进|过|走)(?:得)?去|进不得|cannot get in|can't get in/;
const passedAllTheSame = /(?:走|绕|翻|跑)(?:过|进)去|正常|没(?:什么)?(?:情况|问题|异常)/;
/** How like other check-ins a message must be where no rule is sure. */
const likeCaptions = 0.65;
const likeCheckIns = 0.6;
/** Longer than this a photo comes with a story. */
const story = 30;
/** Later than this in a message's length nobody checks in any more: it is a story or a notice. */
const longest = 120;

/** Reads a check-in, or nothing. */
export function checkIn(heard: Utterance, standing: Standing): Meaning | undefined {
  const { plain, message } = heard;
  if (plain.trim() === '') return wordless(heard, standing);
  if (plain.length > longest || (standing === 'elsewhere' && !message.openShift)) return undefined;
  const signs = signsIn(heard, standing);
  const confidence = confidenceOf(heard, standing, signs);
  return confidence === undefined ? undefined : meaning(heard, signs, confidence);
}

/** The points and what else a check-in says, for a message that is known to be one. */
export function checkInDetails(heard: Utterance): Finding {
  const { fields, because } = meaning(heard, signsIn(heard, 'on_shift'), 0);
  return { fields, because: because.filter(({ field }) => field !== 'intent') };
}

function signsIn(heard: Utterance, standing: Standing): Signs {
  const { plain, message } = heard;
  const onShift = standing === 'on_shift';
  const seen = message.photos > 0 || message.location;
  const left = leftOut(plain);
  // 进不去 大门锁了: the gate is locked, and nobody says that it is as it should be.
  const calm = barred.test(plain) && !passedAllTheSame.test(plain) ? nothing : calmIn(heard);
  const loose = (onShift && (seen || left !== undefined)) || message.openQuestion === 'point';
  const said = pointsIn(heard, loose, left !== undefined);
  const points = onShift && (seen || left !== undefined) && plain.length <= story ? orPlace(heard, said) : said;
  const before = standingToBefore(heard);
  const arrived = arrivedIn(heard);
  const likely = onShift && arrived !== undefined && points.found.length === 0;
  return {
    points: likely ? pointsSaid(heard, left !== undefined) : points,
    calm,
    before,
    seen,
    there: arrived,
    skipped: left,
  };
}

/** What is wrong stands right beside where it is: 9号厂侧门开着. */
function orPlace(heard: Utterance, points: Points): Points {
  const words = points.found.length > 0 ? undefined : placeIn(heard).fields.place;
  if (words === undefined || !isFindable(words)) return points;
  const start = Math.max(0, heard.plain.indexOf(words.toLowerCase()));
  return { found: [{ name: words, start, end: start + words.length }], explicit: false, numbered: false, named: true };
}

/** What speaks for a check-in. */
interface Signs {
  readonly points: Points;
  readonly calm: Finding;
  readonly before: Finding;
  /** A photo or a position came with it. */
  readonly seen: boolean;
  readonly there: { readonly start: number; readonly end: number } | undefined;
  readonly skipped: { readonly start: number; readonly end: number } | undefined;
}

/** On a shift a photo without a word is the next point; a position shared is where they are. */
function wordless({ message }: Utterance, standing: Standing): Meaning | undefined {
  const asked = message.openQuestion === 'photo' || message.openCase;
  if (standing !== 'on_shift' || (asked && message.room === 'direct')) return undefined;
  if (message.photos === 0 && !message.location) return undefined;
  return { intent: 'check_in', confidence: message.room === 'patrol' ? 0.8 : 0.7, fields: {}, because: [] };
}

/** How sure, or nothing when it is no check-in. */
function confidenceOf(heard: Utterance, standing: Standing, signs: Signs): number | undefined {
  const { message } = heard;
  const asks = heard.clauses.length > 0 && heard.clauses.every((clause) => clause.asks);
  if (asks) return undefined;
  const { points, calm, before, seen } = signs;
  const has = points.found.length > 0;
  const good = calm.fields.ok === true;
  const shown = seen || good || signs.there !== undefined;
  if (message.openQuestion === 'point') return has ? 0.93 : undefined;
  const chatter = chatterIn(heard, has || !seen ? points.found : pointsSaid(heard, false).found);
  if (standing !== 'on_shift') {
    if (chatter !== undefined || !has || !shown) return undefined;
    if (standing === 'team') return points.explicit || (points.named && good) ? 0.82 : undefined;
    return message.openShift && points.explicit && (seen || good) ? 0.82 : undefined;
  }
  const related = before.fields.again ?? before.fields.late ?? before.fields.correction;
  if (chatter === 'forwarded' || (chatter === 'reply' && !seen)) return undefined;
  if (!has && related === undefined && clausesAhead(heard).length > 0) return seen && good ? 0.75 : undefined;
  const said = shown || related === true || signs.skipped !== undefined || calm.fields.ok === false;
  if (has && !said && (clausesAhead(heard).length > 0 || heard.clauses.some((clause) => clause.asks))) return undefined;
  if (points.explicit && !seen && !said && !isAlone(heard, points) && likelihood(heard, 'check_in') < likeCheckIns)
    return undefined;
  if (!points.explicit && !good && reported.test(heard.plain)) return undefined;
  if (beside.test(heard.plain) && !good) return undefined;
  if (points.explicit) return chatter === undefined || good || related === true || seen ? 0.95 : undefined;
  if (chatter === 'leisure') return has && (good || signs.there !== undefined) && seen ? 0.82 : undefined;
  if (message.location && chatter === undefined) return 0.88;
  if (has) return shown || signs.skipped !== undefined ? 0.92 : undefined;
  if (seen && (good || related === true || signs.there !== undefined)) return 0.9;
  if (signs.there !== undefined && isArrival(heard)) return 0.94;
  if (related === true && before.fields.correction === undefined && before.fields.again === undefined && isShort(heard))
    return 0.7;
  if (good && isShort(heard) && message.room !== 'squad' && hasWords(heard)) return 0.7;
  return seen && likelihood(heard, 'check_in') >= likeCaptions ? 0.72 : undefined;
}

/** 在7号点隔壁吃烤鱼: near it, and not for its sake. */
const beside = /\d号?(?:点|家)?(?:隔壁|对[面门]|后面|旁边|附近|那家)[^,。]{0,4}(?:吃|喝|买|撸|嗦|点了|来了?[碗杯串份])/;

/** What is about to come down, or was mended, is told of as that, wherever it is. */
const reported = /[要快会][落掉塌]下?来|(?:井盖|护栏|栏杆|灯|路面|坑|玻璃|盖板)[^,。]{0,3}(?:补|修|换|装|填)[上好]了/;

/** Hardly a word besides the point. */
function isAlone({ plain }: Utterance, { found }: Points): boolean {
  const told = found.reduce((sum, { start, end }) => sum + end - start, 0);
  return plain.length - told <= fewWords;
}

const fewWords = 4;
const shortest = 14;

function isShort({ plain }: Utterance): boolean {
  return plain.length <= shortest;
}

/** 👍 alone answers somebody. */
function hasWords({ plain }: Utterance): boolean {
  return /[\p{L}\d]/u.test(plain);
}

/** Below what likeness alone takes for danger: a story at a point may be one. */
const doubted = 0.83;
const fewLetters = 10;
/** A name in a story that is hardly like a caption need not be where they are. */
const unlike = 0.3;

/** Words without which nobody tells of danger. */
const grave = /[火烟血救倒躺哭掉摔打昏晕爆炸漏刀跳淹伤]|不动|没反应|不[醒应]|喊救|尖叫|人影/;

/** Where all is well nothing else is meant; where more is said than which point it is, more may be meant. */
function sureness(heard: Utterance, { calm, points, before, seen }: Signs, confidence: number): number {
  // 补 5号 under a photo is said of nothing else, also when the night is over.
  if (points.explicit && seen && before.fields.late === true) return certain;
  if (calm.fields.ok === true) return seen && confidence > 0.85 ? 0.965 : confidence;
  const told = points.found.reduce((sum, { start, end }) => sum + end - start, 0);
  const few = heard.plain.length - told <= fewLetters || Object.keys(before.fields).length > 0;
  const like = likelihood(heard, 'check_in');
  if (points.found.length > 0 && !points.explicit && like < unlike) return Math.min(confidence, doubted);
  if (seen && points.found.length > 0 && !grave.test(heard.plain)) return Math.max(confidence, 0.95);
  if (few && calm.fields.ok === undefined) return confidence;
  return seen && like >= likeCheckIns ? confidence : Math.min(confidence, doubted);
}

function meaning(heard: Utterance, found: Signs, confidence: number): Meaning {
  const { points, fields } = pointsPassed(heard);
  const signs: Signs = { ...found, points, skipped: fields.notThere === undefined ? found.skipped : undefined };
  const { calm, before, seen } = signs;
  const skip =
    signs.skipped === undefined ||
    calm.fields.ok === true ||
    points.found.length === 0 ||
    wasLookedAt(heard, points.found)
      ? nothing
      : finding(heard, 'skipped', true, signs.skipped.start, signs.skipped.end);
  const where = points.found.length > 0 ? pointFields(heard, points) : nothing;
  const beside = points.named && points.found.length > 0 ? nothing : placeBeside(heard, points);
  const details = joined(where, beside, timeSaid(heard), calm, before, skip, proxyIn(heard), ourselves(heard));
  const needs = needsOf(heard, signs);
  return {
    intent: 'check_in',
    confidence: sureness(heard, found, confidence),
    fields: {
      ...details.fields,
      ...fields,
      ...(needs === undefined ? {} : { needsAnswer: needs }),
    },
    because: [intentBy(heard, signs), ...details.because].filter(({ words }) => words !== '' || seen),
  };
}

/** 我们两个人, 俺们仨都在: who they are themselves; whom they see is told otherwise. */
function ourselves(heard: Utterance): Finding {
  return ours.test(heard.plain) ? crewIn(heard) : nothing;
}

const ours =
  /(?:我们|俺们|咱们?|我)(?:俩|仨|[两三四五]个?人)|我(?:和|跟|与|同)[^,。\s]{1,5}(?:俩|两个)|[两三四五六]个人一起|(?:人员|人数)[:：]\s*\d|值守\s*\d\s*人/;

/** Beside a number the words that name a place say whose number it is. */
function placeBeside(heard: Utterance, points: Points): Finding {
  if (points.found.length === 0) return heard.message.location ? placeIn(heard) : nothing;
  const { fields, because } = placeIn(heard);
  return fields.place === undefined
    ? nothing
    : { fields: { place: fields.place }, because: because.filter(({ field }) => field === 'place') };
}

/** Words alone show nothing: where no point is told it is asked for, where one is a photo may be. */
function needsOf(heard: Utterance, { points, seen, there, skipped: left, before }: Signs): string | undefined {
  if (heard.message.photos > 0 || heard.message.openQuestion !== null || left !== undefined) return undefined;
  if (before.fields.correction !== undefined) return undefined;
  if (points.found.length > 0) return 'photo';
  if (heard.message.location) return 'photo';
  return seen || there === undefined ? undefined : 'point';
}

function intentBy(heard: Utterance, { points, calm, before, there: arrived }: Signs): Because {
  const [point] = points.found;
  const at = arrived ?? point;
  const words = at === undefined ? '' : wordsAt(heard.text, at.start, at.end);
  const other = before.because[0]?.words ?? calm.because[0]?.words ?? wordsAt(heard.text, 0, heard.plain.length);
  return { field: 'intent', words: words === '' ? other : words };
}

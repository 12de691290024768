/** Which points of the route a message speaks of. */
import { clockTimes } from '../clock-times.ts';
import { finding, nothing } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { foundSigns, spansSaid } from '../likeness/where-said.ts';
import { oneOf } from '../one-of.ts';
import { placeByRules } from '../places.ts';
import { wordsAt } from '../plain-text.ts';
import type { Because, Fields } from '../reading.ts';
import type { Utterance } from '../utterance.ts';
import { clausesAhead } from './chatter.ts';
import { isWell } from './calm.ts';
import { pointNames } from './point-names.ts';
import { pointNumbers } from './point-numbers.ts';
import type { SaidPoint } from './point-numbers.ts';
import { isCorrection, standingToBefore } from './to-before.ts';
import { proxyIn } from './proxy.ts';
import { spanOf, without } from '../span.ts';
import type { Span } from '../span.ts';

/** The points of a message. */
export interface Points {
  readonly found: readonly SaidPoint[];
  /** A number that is called a point, or a code: nothing else is meant by it. */
  readonly explicit: boolean;
  /** Told by its number on the route. */
  readonly numbered: boolean;
  /** Told by name. */
  readonly named: boolean;
}

/** What is taken back: 不是7号 before 是9号, 刚才7号发错了. */
const takenBack = oneOf(
  '把[^,。\\s]{1,6}改[成为]|不是[^,。是\\s]{1,8}(?=[,\\s]*(?:而)?是|[\\s。!]*$)|(?:刚才|刚刚|前面|上面|那张|上一张)[^,。\\s]{0,8}(?:发|打|写|说|报|拍|标|弄|搞)(?:的|得|成)?错[了]?|(?:写|打|发|报|说|看|记)成(?:了)?[^,。\\s]{1,6}(?:了)?|not (?:point |no\\.? ?)?\\d+',
);

/**
 * The points that rules find. On shift and with a photo a name needs fewer signs that it is one; of points that were left out
 * (`leftOut`) 8号没去 is no plan.
 */
export function pointsIn(heard: Utterance, loose: boolean, leftOut = false): Points {
  const plain = withoutOthers(heard, leftOut);
  const numbers = numbersIn(heard, plain);
  return numbers.length > 0 ? numbered(numbers) : named(pointNames(heard, plain, !loose));
}

/** The points of a message that is known for a check-in: numbers and codes by rules, names by likeness. */
export function pointsSaid(heard: Utterance, leftOut: boolean): Points {
  const plain = withoutOthers(heard, leftOut);
  const counted = numbersIn(heard, plain);
  const message = { plain: heard.plain, rules: pointSigns(heard, leftOut), wanted: 'points' } as const;
  const expected = counted.length === 0 && standingToBefore(heard).fields.again === undefined;
  const codes = counted.filter(({ name }) => /^[A-Z]/.test(name));
  const proxy = proxyIn(heard).fields.proxy ?? '';
  const likely = spansSaid(message, expected);
  const names = (likely.length > 0 ? likely : inEnglish(heard.plain))
    .flatMap((span) => apart(heard.plain, span))
    .map((span) => withoutLead(heard.plain, afterOthers(plain, wholeWords(heard.plain, span))))
    .filter(({ start, end }) => end - start > 1 && !plain.slice(start, end).includes('|'))
    .filter((span) => !codes.some((one) => crosses(one, span)))
    .filter(({ start, end }) => !noName.test(heard.plain.slice(start, end)))
    .filter(({ start, end }) => !proxy.includes(heard.plain.slice(start, end)))
    .map(({ start, end }) => ({ start, end, name: wordsAt(heard.text, start, end) }));
  // 七号井 is no point 7.
  const numbers = counted.filter((one) => !names.some((name) => crosses(name, one)));
  if (numbers.length === 0) return named(names);
  // A name beside a number is the same point, one that is joined to it another.
  const others = names.filter((name) => numbers.some((one) => areJoined(plain, one, name)));
  return numbered([...numbers, ...others].sort((a, b) => a.start - b.start));
}

/** 10号点和海绵仓: two points. */
function areJoined(plain: string, one: Span, other: Span): boolean {
  const [before, after] = one.start < other.start ? [one, other] : [other, one];
  return /^\s*(?:和|跟|与|及|还有|、|\+|&)\s*$/.test(plain.slice(before.end, after.start));
}

/** What stands between two names, and in none. */
const between = /[→➡>、,!√✓✔☑✅|\n]+|(?<!\d)\+|同埋|跟埋/;

/** 公厕→中转站 are two names. */
function apart(plain: string, { start, end }: Span): Span[] {
  let from = start;
  return plain
    .slice(start, end)
    .split(new RegExp(`(${between.source})`))
    .flatMap((words, at) => {
      const span = { start: from, end: from + words.length };
      from += words.length;
      return at % 2 === 0 && words !== '' ? [span] : [];
    });
}

const english =
  /(?:\b(?!(?:the|an?|at|to|of|in|on|by|from|past|near|outside|pass(?:ed|ing)|check(?:ed|ing)|reached|here|now|just|is|we|are|am|i)\b)[a-z0-9']+ )+$/;

/** 后门 behind a name tells which door of it. */
const sideOf = /^(?:[东南西北前后侧正]门|[东南西北]侧)/;

/** Of a name in English the words before its last ones too, the ferry ticket office, and no half of one; its door or side. */
function wholeWords(plain: string, said: Span): Span {
  const { start, end } = lettersOfWords(plain, said);
  const words = /^[a-z]/.test(plain.slice(start, end)) ? english.exec(plain.slice(0, start)) : null;
  const open = /^[^门侧]{3,}$/.test(plain.slice(start, end));
  const side = open ? (sideOf.exec(plain.slice(end))?.[0].length ?? 0) : 0;
  return { start: words?.index ?? start, end: end + side };
}

function lettersOfWords(plain: string, { start, end }: Span): Span {
  const before = /^[a-z]/.test(plain.slice(start)) ? (/[a-z]*$/.exec(plain.slice(0, start))?.[0].length ?? 0) : 0;
  const after = /[a-z]$/.test(plain.slice(0, end)) ? (/^[a-z]*/.exec(plain.slice(end))?.[0].length ?? 0) : 0;
  return { start: start - before, end: end + after };
}

/** At the slipway gate now. */
function inEnglish(plain: string): Span[] {
  const said =
    /\b(?:at|reached|passed|outside) (?:the )?([a-z][a-z0-9' ]{3,30}?)(?= (?:now|here|just|and)\b|[,.]|$)/.exec(plain);
  const name = said?.[1];
  if (said === null || name === undefined) return [];
  const start = said.index + said[0].length - name.length;
  return [{ start, end: start + name.length }];
}

/** 21:30的五保楼 without what is left out of `plain`. */
function afterOthers(plain: string, { start, end }: Span): Span {
  const left = /^.*\|的?/.exec(plain.slice(start, end))?.[0].length ?? 0;
  return { start: start + left, end };
}

/** 是井头配电房 is said of 井头配电房. */
function withoutLead(plain: string, { start, end }: Span): Span {
  const lead =
    /^(?:(?:(?:图|照片)[里中上]|这张|这里|这边|就)?(?:才|就)?是|算)(?=[^,。]{3})/.exec(plain.slice(start, end))?.[0]
      .length ?? 0;
  return { start: start + lead, end };
}

/** Words that go on, numbers, or a call sign, and no name of a point. */
const noName =
  /^(?:(?:(?:p|no\.?|points?|and|&|,)\s*\d*\s*)+|(.)\1|继续|(?:skip(?:ped|ping)?|me|us|we|i)\b.*|[又下]一?[站个家]|.*那个\d{1,2}号|图里|图中|照片里?|老地方|老样子|老规矩|原地|这里|那里|这边|那边|路上|全部|一圈|[东南西北]|(?!.*(?:点|号|家))[一-龥]\d{2})$/;

/** What rules take for points, and for a place where they find none, letter by letter; see where-said.ts. */
export function pointSigns(heard: Utterance, leftOut = false): string {
  const plain = withoutOthers(heard, leftOut);
  const place = placeByRules(heard);
  return foundSigns(heard.plain, [
    ...(place === undefined ? [] : [{ ...place, sign: 'l' }]),
    ...pointNames(heard, plain, false).map((name) => ({ ...name, sign: 'p' })),
    ...numbersIn(heard, plain).map((number) => ({ ...number, sign: 'n' })),
  ]);
}

/** The plain text without times, plans, pictures, and what is taken back or was not passed. */
function withoutOthers(heard: Utterance, leftOut: boolean): string {
  const told = Object.keys(standingToBefore(heard).fields).length > 0;
  const back = spanOf(takenBack, heard.plain);
  const spans = [...timesOf(heard.plain), ...(back !== undefined && isCorrection(heard.plain) ? [back] : [])];
  // What was put right or made good is no plan, although 再补一张 sounds like one.
  const planned = told || leftOut || isRound(heard) ? [] : clausesAhead(heard).filter(({ words }) => !isWell(words));
  return without(heard.plain, [
    ...spans,
    ...planned,
    ...crossedOut(heard.plain),
    ...pictures(heard.plain),
    ...listed(heard.plain),
  ]);
}

/** 先到纽扣厂 再到胶水仓 两边都没人 is told of what was passed. */
function isRound({ plain }: Utterance): boolean {
  return /先到[^,。]{2,10}[,\s]*再到/.test(plain) && isWell(plain);
}

function numbersIn(heard: Utterance, plain: string): SaidPoint[] {
  return pointNumbers(heard, plain).filter((one) => !heard.clauses.some((it) => it.asks && crosses(it, one)));
}

function numbered(found: readonly SaidPoint[]): Points {
  const byNumber = found.some(({ name }) => /^\d+$/.test(name));
  return { found, explicit: found.some(({ bare }) => bare !== true), numbered: byNumber, named: false };
}

function named(found: readonly SaidPoint[]): Points {
  return { found, explicit: false, numbered: false, named: found.length > 0 };
}

/** 图一 is the first picture and no point. */
function pictures(plain: string): Span[] {
  return [...plain.matchAll(/图[一二三四五六]/g)].map(({ index }) => ({ start: index, end: index + 2 }));
}

/** 1. 百货楼天台, 2. 地下室: the numbers of a list, which names its points. */
function listed(plain: string): Span[] {
  const marks = [...plain.matchAll(/(?<=^|[\n\s])(\d{1,2})[.、)]\s*(?=[一-龥a-z]{2})/g)];
  if (marks.length < 2 || marks.some((mark, at) => Number(mark[1]) !== at + 1)) return [];
  return marks.map(({ 0: words, index }) => ({ start: index, end: index + words.length }));
}

/** 4❌ was not passed. */
function crossedOut(plain: string): Span[] {
  return [...plain.matchAll(/\d{1,3}号?点?\s*[❌✖×✗]/g)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
}

function crosses(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** 第3点 and 3号点15 are no times of day. */
function timesOf(plain: string): Span[] {
  return clockTimes(plain, true).filter(
    ({ start, end }) => !/[第号]\s*$/.test(plain.slice(0, start)) && !/^位|^卡/.test(plain.slice(end)),
  );
}

/** The time that is said, where 第3点 is none. */
export function timeSaid(heard: Utterance): Finding {
  const [span] = timesOf(heard.plain);
  const time = clockTimes(heard.plain, true).find(({ start }) => start === span?.start);
  return time === undefined ? nothing : finding(heard, 'time', time.time, time.start, time.end);
}

/** The points as fields; a single name is also the place. */
export function pointFields(heard: Utterance, { found, named }: Points): Finding {
  if (found.length === 0) return nothing;
  const points = [...new Set(found.map(({ name }) => name))];
  const because: Because[] = found.map(({ start, end }) => ({
    field: 'points',
    words: wordsAt(heard.text, start, end),
  }));
  const codes = points.filter((name) => /^[A-Z]{2}-\d/.test(name));
  const [code] = codes;
  const place = named && points.length === 1 ? points[0] : undefined;
  const fields: Fields = {
    points,
    ...(code !== undefined && codes.length === 1 ? { placeCode: code } : {}),
    ...(place === undefined ? {} : { place }),
  };
  return { fields, because };
}

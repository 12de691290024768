import { numberOf } from './reading/numerals.ts';
import { isReason, leftOut } from './reading/patrol/left-out.ts';
import type { ShiftPoint } from './shift.ts';

/** What is answered to the question whether points without a photo were not gone to, or only lack the photo. */
export interface MissingAnswer {
  kind: 'not_gone' | 'went';
  /** The points that it names; none: those that were asked about. */
  ns: readonly number[];
  /** So many are spoken of; null: it does not say. */
  count: number | null;
}

const gone =
  /(?<![还才刚])(?:没有?|冇|未)(?:去|到|巡|走|过去|进去|打卡)(?!过)成?|(?<!要)不(?:去|走|巡)了|[去过进]不(?:去|了|成)|没法[去过进]|跳过|\b(?:did not|didn['’]?t|could not|couldn['’]?t|can['’]?t) (?:go|get|make it|reach)\b|\bskipped\b/iu;
const went =
  /^(?:忘|漏|忘记)(?:了|记)?(?:发|拍|传|打卡?|照)(?:照片|图|照|上|卡)*[了的]*$|^(?:去|走|巡|看)(?:过了?|了)(?:的)?(?:忘|没|$)|^forgot (?:to )?(?:send|post|take)|^(?:went there|been there)\b/iu;
const fillers =
  /我们?|咱们?|俺们?|大家|今晚|今天|这次|剩下|后面|其他|其余|[这那](?:[几两些]|\d)?个?|[几\d一二两三四五六七八九十]{1,2}个|点位?|地方|全部?|都|也|就|是|真的?|确实|因为|的|了|啊|呀|呢|吧|哈|啦|有点|\b(?:we|i|there|to|those|them|that|it|the|rest|any|of|all|just|yes|no|in)\b|[\s\p{P}]/giu;
const stillToCome =
  /还没|[明后]天|明晚|下次|马上|这就|待会|等[下会]|一会儿?|正在|现在去|[?？吗]|\b(?:will|soon|going to)\b/iu;
const number =
  /(?<![\da-z]|\d[.:])第?(?:([1-9]\d{0,2})号点?位?|(?<=^|[\s、,，和跟号]|point |no\.? ?|skipped )([1-9]\d?)(?=$|[\s、,，和跟没都不])|([一二三四五六七八九十]{1,3})号点?位?)/giu;
/** 两个点都没去. */
const counted = /([\d一二两三四五六七八九十]{1,2})个(?:点|没)/u;
/** One of them, and no point. */
const somebody = /(?<!其)[他她]|队[长友]|[一-龥]0\d|[哥姐叔伯婶]/u;
/** Who is not well is no reason to be put down, but is to be heard. */
const unwell =
  /[脚腿腰][^,。]{0,4}[崴扭疼痛伤断]|[崴摔伤疼痛晕血救]|走不[了动]|不舒服|难受|\b(?:hurt|injured|fell|sick|bleeding|help)\b/iu;
/** Longer words are a story. */
const longest = 40;

/**
 * 没去 下雨了, 4号5号没去, 忘了发, 去了 手机没电了没拍; null: the words answer nothing of the kind.
 * @param points of the shift, as far as words can name them
 */
export function missingAnswer(text: string, points: readonly Pick<ShiftPoint, 'n' | 'name'>[]): MissingAnswer | null {
  const said = numbered(text.trim(), points);
  if (said === '' || said.length > longest || [stillToCome, somebody, unwell].some((way) => way.test(said)))
    return null;
  const pieces = said.split(/[,，。;；!！\n]+|(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])/u).map(pieceOf);
  const notGone = pieces.findIndex(({ isGone }) => isGone);
  const isWent = notGone < 0 && pieces.some(({ rest }) => went.test(rest));
  if (notGone < 0 && !isWent) return null;
  const all = pieces.flatMap(({ ns }) => ns);
  const ns = isWent ? all : pieces.flatMap((piece, at) => (isLeft(pieces, at) ? piece.ns : []));
  if (ns.length === 0 && all.length > 0) return null;
  const count = numberOf(counted.exec(said)?.[1] ?? '')?.value ?? null;
  return { kind: isWent ? 'went' : 'not_gone', ns: [...new Set(ns)], count };
}

/** A piece of a message. */
interface Piece {
  ns: readonly number[];
  /** Without its numbers. */
  rest: string;
  /** It says that points were not gone to. */
  isGone: boolean;
  /** It says that, or only which or why. */
  isWhy: boolean;
}

function pieceOf(words: string): Piece {
  const ns = [...words.matchAll(number)].map(([, ...found]) => numberOf(found.join(''))?.value ?? 0);
  const bare = words.replaceAll(number, ' ').trim();
  const rest = words.replaceAll(number, ' ').replaceAll(/^(?:我们?|咱们?|都|也|是|就|\s|、|和)+/gu, '');
  const around = bare.replace(gone, ' ').replaceAll(fillers, '');
  const isGone = gone.test(bare) && (around === '' || leftOut(bare) !== undefined);
  return { ns, rest, isGone, isWhy: isGone || around === '' || isReason(bare) };
}

/** Whether the points of a piece are those that were not gone to: named in it, or with nothing but the reason between. */
function isLeft(pieces: readonly Piece[], at: number): boolean {
  const until = pieces.findIndex((piece, other) => other >= at && (piece.isGone || !piece.isWhy));
  const since = pieces.slice(0, at + 1).findLastIndex((piece) => piece.isGone || !piece.isWhy);
  return pieces[until]?.isGone === true || (until < 0 && pieces[since]?.isGone === true);
}

/** The names of points as their numbers. */
function numbered(text: string, points: readonly Pick<ShiftPoint, 'n' | 'name'>[]): string {
  const longestFirst = points.filter(({ name }) => name.length > 1).toSorted((a, b) => b.name.length - a.name.length);
  return longestFirst.reduce((words, { n, name }) => words.replaceAll(name, `${String(n)}号`), text);
}

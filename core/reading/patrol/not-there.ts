/** Points that a message names and nobody was at: left out, still ahead, or of others. */
import { oneOf } from '../one-of.ts';
import { wordsAt } from '../plain-text.ts';
import type { Fields } from '../reading.ts';
import type { Utterance } from '../utterance.ts';
import { spanOf, without } from '../span.ts';
import type { Span } from '../span.ts';
import { isWell, wellWays } from './calm.ts';
import { isReason, leftOut, wentAllTheSame } from './left-out.ts';
import { pointsSaid } from './points.ts';
import type { SaidPoint } from './point-numbers.ts';
import type { Points } from './points.ts';
import { isLate, standingToBefore } from './to-before.ts';

/** A piece of a message about points where nobody was. */
interface Piece extends Span {
  /** Where the words begin that say why a point was left out; undefined: it may still be gone to, or is no concern of theirs. */
  readonly why: number | undefined;
}

/** Whoever says so did not get there; 进不去 alone is said in front of a locked gate. */
const kept = oneOf(
  '跳过|略过|绕(?:过去(?![看拍巡查到走])|开|行(?!了?[一检巡查看])|道)|没(?:有|能|法)*(?:过得?去(?![看过])|过成|去成)|没法[过去走]|没[时空]间?再?(?:去|到|巡|走|过去|打)|来不及再?(?:去|到|巡|走|打)了?|[过去到]不[去了成](?!解)|不[让给][进上下过]|[没不]敢(?:再)?(?:进|过|走|上|下|靠|去)(?!了?[看拍])|没有这个点',
  'skip(?:ped|ping)?',
);
/** 1 2 3看过; who stood before a locked gate was there too. */
const lookedAt = /(?<!没)[走看拍巡查转打](?:完|过|好|了)/;
/** Said of the way there; with 正常 behind it they went all the same. */
const closed = oneOf('[封断]路|路(?:被)?封|修路|封了进不去', 'road closed');
const notGone = /(?<![人工员警安们他她车傅])(?:还|都|也)?(?:没有?|未)(?:去|巡|走到|巡到)(?:那边|那里)?[呢哦啊]?$/;
/** 没去 says nothing of why; what else the message says does. */
const notGoneFor = /没有?(?:去|到|巡|走|过去|打)(?![过成])|没过$/;
/** 岗头走完井头封路: what was done before it. */
const done = /^.*(?:[走看拍巡查打转跑去]完了?|[走看拍巡查转]过了?|正常|没问题|好了)/;

/** Not gone to yet, whatever else is said. */
const notYet: readonly RegExp[] = [
  /^(?:我们?|咱们?|今晚|现在|目前|人)?(?:也|都|暂时)?(?:还没有?|没有?|未)(?:去|到|走到|巡到|轮到)(?![时点下十\d半头底位期场齐过成看拍])[^了过]{2,8}$/,
  /(?:没|忘了?)有?带[^,]{1,8}钥匙/,
  // 快到3号了, 3号还没到: of a point, and not of an hour or of somebody who is awaited.
  /^(?:我们?|咱们?|人|现在)?(?:快|马上|就快|即将|就要)要?(?:走)?到(?![期时家]|点了|了?[啊哦]?$)[^,]{1,8}$/,
  /^第?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:号|家)(?:点位?)?(?:我们?)?还没有?到了?$/,
];
/** 除了东门其他都走了. */
const except =
  /除了?[^,\s除]{2,12}?(?:以外|之外|外)?[,\s]*(?:其他|其余|别的|剩下)?的?(?:点|地方)?(?:都|全部?)(?:已经?)?(?=[走巡去拍跑转]|打卡|看过|查过)/;
/** Where they go next, or will look again. */
const planned: readonly RegExp[] = [
  /(?:(?<![过进出上下回失先走跑刚又也顺路再才都已经绕专门特意])去|(?<![以来])往|前往|赶往|接下来(?:去|到|是)?|下一?个点?(?:是|去|到)?|[→➡](?=.*方向))(?![看瞅瞧到转逛吃拍巡打找接拿上买喝休睡哪那这了过帮前后下里外左右一])(?!.*一[下哈圈眼趟])[\d一-龥]{2,8}?(?:方向)?(?:走|去|出发)?(?:吧|啦|咯)?$/,
  /(?:^|[完了好])[^了着坏没有开锁停完]{2,8}(?:下一?[圈趟轮次]|回头|等会儿?|等下|待会儿?|明[天晚]|晚点)再(?:看|去|拍(?!一?张)|来|巡|走)/,
];
/** 先去东门再去西门 tells of a round. */
const round = /先[去到].*再[去到]|[了过]$|回来/;

const others = oneOf(
  '不(?:是|算|属于?)(?:咱|我|俺)们?(?:这边|这)?(?:园区?|厂区?|村|社区|小区|片区?|辖区|队|组|的?(?:点位?|路线|范围|地盘))里?的?$|不算(?:咱|我|俺)们的$|不归(?:咱|我|俺)们?(?:[园厂村队组])?管?$|不归(?:咱|我|俺)们?管',
  '(?<![回])归(?:他们|隔壁|别的?|[一二三四五六七八九十\\d]+)[^,]{0,3}?(?:组|队|班|村)(?:管|巡|走|负责|看|的)?|走错(?:了)?(?:园区|小区|村|厂区?|社区|地盘)',
);
/** 停了辆车,不是咱园的 is said of what stands there. */
const somethingThere = /[人车狗猫牛羊货]|[孩娃]|东西|垃圾|材料|司机|师傅|老[头太]|[有来停放扔]了?[个辆只条堆]/;

/** The points of a message that were passed, and what it says of those where nobody was. */
export interface Passed {
  readonly points: Points;
  readonly fields: Pick<Fields, 'leftOut' | 'notThere'>;
}

/** Tells the points that were passed from those where nobody was. */
export function pointsPassed(heard: Utterance): Passed {
  const said = pointsSaid(heard, leftOut(heard.plain) !== undefined);
  const pieces = piecesOf(heard, said.found);
  const left = pieces.flatMap((piece) => namesOf(heard, piece, said.found));
  const found = said.found.filter(
    (point) => !left.includes(point.name) && !pieces.some((piece) => crosses(piece, point)),
  );
  const notThere = pieces.map(({ start, end }) => wordsAt(heard.text, start, end));
  return {
    points: { ...said, found },
    fields: {
      ...(left.length === 0 ? {} : { leftOut: [...new Set(left)] }),
      ...(notThere.length === 0 ? {} : { notThere }),
    },
  };
}

/** Of a piece that says why: the points that were read in it, else its words before the reason. */
function namesOf({ text, plain }: Utterance, piece: Piece, found: readonly SaidPoint[]): string[] {
  const { start, why } = piece;
  if (why === undefined) return [];
  const read = found.filter((point) => crosses(piece, point));
  const names = read.map((point) =>
    point.start < why && why < point.end && !/^\d/.test(point.name) ? wordsAt(text, point.start, why) : point.name,
  );
  const before = why > start ? plain.slice(start, why).replace(noNames, ' ') : '';
  return names.length > 0 ? names : (before.match(/(?<=^|[、和跟与\s])[\d一-龥a-z]{2,8}?(?=$|[、和跟与\s])/g) ?? []);
}

function piecesOf(heard: Utterance, found: readonly Span[]): Piece[] {
  const ofOthers = whereOthersAre(heard, found);
  if (ofOthers.length > 0) return ofOthers;
  const left = leftOutOf(heard, found).filter((piece) => names(heard, piece, found));
  const open = isAboutBefore(heard, found) ? [] : stillAhead(heard, found);
  const excused = isAllOfIt(heard, left, found) ? [] : left;
  return [...excused, ...open.filter((piece) => !left.some((other) => crosses(piece, other)))];
}

/** 东门刚才没去,补一张 is of what was before; in 3号没去 5号忘拍了 only the second clause is. */
function isAboutBefore(heard: Utterance, found: readonly Span[]): boolean {
  const { late, correction } = standingToBefore(heard).fields;
  if (correction === true || late !== true) return correction === true;
  const named = heard.clauses.filter((clause) => found.some((point) => crosses(point, clause)));
  return !named.some(({ words }) => isLate(words)) || named.length < 2;
}

/** Whether the message is told as one that only says why, or as one of a point that was passed all the same. */
function isAllOfIt(heard: Utterance, left: readonly Piece[], found: readonly Span[]): boolean {
  if (found.length === 0 || found.some((point) => !left.some((piece) => crosses(piece, point)))) return false;
  const rest = heard.clauses.filter((clause) => !left.some((piece) => crosses(piece, clause)));
  if (rest.some(({ words }) => wentAllTheSame.test(words))) return true;
  const well = rest.some(({ words }) => isWell(words) && words.replace(wellWords, '') === '');
  if (well) return !left.some(({ start, end }) => kept.test(heard.plain.slice(start, end)));
  if (leftOut(heard.plain) === undefined) return false;
  return heard.message.photos === 0 || !rest.some(({ words }) => /[\p{L}\d]{2}/u.test(words) && !isReason(words));
}

/** Whether the message says that a point it names was looked at, whatever could not be entered: 5号看了,大门进不去. */
export function wasLookedAt({ clauses }: Utterance, points: readonly Span[]): boolean {
  return clauses.some((clause) => lookedAt.test(clause.words) && points.some((point) => crosses(point, clause)));
}

const wellWords = new RegExp(`${oneOf(...wellWays).source}|[都也全的了,。!\\s]`, 'g');

/** Whether a piece has more than the reason: a point that was read, or letters that may name one. */
function names({ plain }: Utterance, piece: Piece, found: readonly Span[]): boolean {
  if (found.some((point) => crosses(piece, point))) return true;
  const words = [kept, closed, notGoneFor].reduce(
    (left, way) => left.replace(new RegExp(way, 'g'), ' '),
    plain.slice(piece.start, piece.end),
  );
  return /[\d一-龥a-z]{2}/.test(words.replace(noNames, ''));
}

const noNames =
  /[这那](?:[条个家处]点?|一[条个家处])|[这那前后里外]里?[边段头面里]|路[上面口]?|今[晚天]|刚[才刚]|当时|我们?|咱们?|都|人|也|还|有点?|正?在|因为|由于|的|了|地方|车/g;

/** 桥头封路没过去; what 、 joins to it is left out too. */
function leftOutOf(heard: Utterance, points: readonly Span[]): Piece[] {
  const why = leftOut(heard.plain) !== undefined;
  return heard.clauses.flatMap((clause, at) => {
    const found = clause.asks ? [] : reasonsIn(clause.words, why);
    const [first] = found;
    if (first === undefined) return [];
    const before = done.exec(clause.words.slice(0, first.start))?.[0].length ?? 0;
    const named = /[\d一-龥a-z]/.test(clause.words.slice(before, first.start));
    const last = Math.max(...found.map(({ end }) => end));
    const start = before > 0 ? clause.start + before : startOf(heard, at, named ? [] : points);
    return [{ start, end: named ? clause.start + last : clause.end, why: clause.start + first.start }];
  });
}

function reasonsIn(words: string, why: boolean): Span[] {
  const ways = [kept, closed, ...(why ? [notGoneFor] : [])];
  const found = ways.flatMap((way) => [...words.matchAll(new RegExp(way, 'g'))]);
  return found
    .map(({ 0: { length }, index }) => ({ start: index, end: index + length }))
    .sort((a, b) => a.start - b.start);
}

/**
 * Where the names begin that a clause is about: 2号点、3号点封路.
 * @param points where it names nothing itself, those of the message: 西门 没去
 */
function startOf(heard: Pick<Utterance, 'clauses' | 'plain'>, at: number, points: readonly Span[]): number {
  const { clauses, plain } = heard;
  const [clause, before] = [clauses[at], clauses[at - 1]];
  if (clause === undefined || before === undefined) return clause?.start ?? 0;
  const joint = plain.slice(before.end, clause.start).trim();
  const alone = points.some(({ start, end }) => start <= before.start && before.end <= end);
  const listed = joint === '、' && !isWell(before.words) && !done.test(before.words);
  return listed || (joint === '' && alone) ? startOf(heard, at - 1, []) : clause.start;
}

/** 东门没去, 除了东门都走了, 井头拍完去渡口, 米仓下一圈再看. */
function stillAhead(heard: Utterance, points: readonly Span[]): Piece[] {
  const { clauses } = heard;
  const but = spanOf(except, heard.plain);
  const found = clauses.flatMap((clause, at) => {
    const { words } = clause;
    const not = spanOf(notGone, words);
    if (not !== undefined)
      return [{ start: startOf(heard, at, not.start === 0 ? points : []), end: clause.end, why: undefined }];
    const behind = clauses.slice(at + 1);
    const told = round.test(words) || behind.some((other) => isWell(other.words));
    const ways = told ? notYet : [...notYet, ...planned];
    const ahead = ways.map((way) => spanOf(way, words)).find((span) => span !== undefined);
    if (ahead === undefined) return [];
    return [{ start: clause.start + ahead.start, end: clause.start + ahead.end, why: undefined }];
  });
  return but === undefined ? found : [...found, { ...but, why: undefined }];
}

/** 图书馆今晚归二组: its clause; 空箱堆场,不是咱园的: all of a message that names no other point. */
function whereOthersAre(heard: Utterance, found: readonly Span[]): Piece[] {
  const told = heard.clauses.filter(({ words, asks }) => !asks && others.test(words));
  if (told.length === 0) return [];
  const named = told.filter((clause) => found.some((point) => crosses(clause, point)));
  const apart = found.filter((point) => !told.some((clause) => crosses(clause, point)));
  if (apart.length > 0 && named.length > 0) return named.map(({ start, end }) => ({ start, end, why: undefined }));
  const before = heard.clauses.filter(({ end }) => end <= (told[0]?.start ?? 0));
  const around = without(heard.plain, found);
  const things = [...before, ...told].some(({ start, end }) => somethingThere.test(around.slice(start, end)));
  if (apart.length > 1 || things) return [];
  return [{ start: 0, end: heard.plain.length, why: undefined }];
}

function crosses(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

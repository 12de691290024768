import { countOf, countWords, leaveLength, longest } from './leave-length.ts';
import { clausesOf, wishesIn } from './leave-words.ts';
import { numberOf } from './reading/numerals.ts';
import { dayWords, monthWords, saidDay } from './said-day.ts';
import { exceptDays, leftOver, partOfDays, unclearDay } from './unclear-days.ts';

/** The days that words of leave are about. */
export interface LeaveDays {
  /** ISO dates in their order, each once; none: no day is named. */
  days: string[];
  /** A day is named that nobody can tell the date of, 月底那天, or a number that may be one, 5晚. */
  unclear: boolean;
}

type Day = Temporal.PlainDate;
interface Piece {
  start: number;
  end: number;
}
/** Days that belong together: 24号到26号, 周一三五. */
interface Run extends Piece {
  days: Day[];
  /** There is no such day, as the 30th of February. */
  missing: boolean;
}

const week = '(下个?|这个?|本)?(?:周|星期|礼拜)';
const numerals = '[一二三四五六七八九十廿]{1,3}';
const englishGap = '\\s*(?:,(?:\\s*and\\b)?|[-–—&]|\\b(?:to|until|through|and)\\b)\\s*';
const eachOfMonth = (_: string, ahead = '', month = '', behind = ''): string =>
  `${ahead}${behind}`.replace(/\s*(?:of\s+)?$/u, '').replaceAll(/(\d{1,2})(?:st|nd|rd|th)?/gu, `${month} $1`);
/** Nov 25-27, 24 and 26 Nov. */
const englishRun = (behind: string, ahead: string): readonly [RegExp, typeof eachOfMonth] => [
  new RegExp(`(${ahead})\\b(${monthWords})\\.?\\s*(${behind})`, 'gu'),
  eachOfMonth,
];
/** 周一三五, 24、25号, 今明两晚, 26晚, 二十四号: each written out, so that every day stands for itself. */
const spelledOut: readonly (readonly [RegExp, (...found: string[]) => string])[] = [
  [
    new RegExp(
      `${week}([一二三四五六日天](?:[、,，和跟与]?[一二三四五六日](?![一二三四五六日]?[起个人点次定些样直天号遍趟共般向早整时边楼组队班路]))+)`,
      'gu',
    ),
    (_, which = '', list = '') =>
      Array.from(list.replaceAll(/[、,，和跟与]/gu, ''), (one) => `${which}周${one}`).join('、'),
  ],
  [
    new RegExp(`(${numerals})月(${numerals})[号日]`, 'gu'),
    (_, month = '', day = '') => `${numberIn(month)}月${numberIn(day)}号`,
  ],
  [
    new RegExp(`(?<![\\d月.:点第周期拜初一二三四五六七八九十])(\\d{1,2}|${numerals})([号日晚])`, 'gu'),
    (whole, day = '', unit = '') => (isDate(day, unit) ? `${numberIn(day)}号${unit === '晚' ? '晚' : ''}` : whole),
  ],
  [
    /\b(?:the|on|from|and|to|until|till|through) (?:the )?(\d{1,2})(?:st|nd|rd|th)\b(?!\s*(?:of\b|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|point|floor))/gu,
    (whole, day = '') => whole.replace(/(?:the )?\d.*/u, `${day}号`),
  ],
  [/\b20\d\d[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?/gu, (_, month = '', day = '') => `${month}月${day}号`],
  [/(?<![\d/])(?:(?:1[3-9]|2\d|3[01])\/)+(?=\d{1,2}[号日])/gu, (list) => list.replaceAll('/', '、')],
  englishRun('', `(?:\\d{1,2}(?:st|nd|rd|th)?${englishGap}){1,8}\\d{1,2}(?:st|nd|rd|th)?\\s*(?:of\\s+)?`),
  englishRun(`\\d{1,2}(?:st|nd|rd|th)?(?:${englishGap}\\d{1,2}(?:st|nd|rd|th)?(?![\\d:]|\\s*[ap]\\.?m)){1,8}`, ''),
  [
    /(?<![\d月])((?:\d{1,2}(?:[、,，和跟与到至]|[-–—~～]))+)(?=\d{1,2}[号日])|(?<=月)((?:\d{1,2}(?:[、,，和跟与到至]|[-–—~～]))+)(?=\d{1,2}[号日])/gu,
    (_, list = '', ofMonth = '') => (list === '' ? ofMonth : list).replaceAll(/\d+/gu, '$&号'),
  ],
  [
    /(今)?明(后)?(?:这?[两二三23])?(?=[天晚日夜])(?:[天晚日夜](?:上|里)?)?/gu,
    (whole, today = '', after = '') =>
      today === '' && after === '' ? whole : `${today === '' ? '' : '今天'}明天${after === '' ? '' : '后天'}`,
  ],
];

function numberIn(words: string): string {
  return String(numberOf(words)?.value ?? 0);
}

/** 26晚 and 二十六日 are dates; so many nights nobody is away at once, and 三日 or 5晚 may be how long. */
function isDate(words: string, unit: string): boolean {
  const day = Number(numberIn(words));
  if (day < 1 || day > 31) return false;
  return unit === '号' || (/\d/u.test(words) ? unit === '日' || day > 7 : words.length > 1);
}

const past = '昨[天晚夜日]|前[天晚]';
const whole = '(?:下个?|这个?|本)(?:周|星期|礼拜)(?![一二三四五六日末天])|\\b(?:next|this) week\\b';
const weekend = '(?:下个?|这个?|本)?(?:周|星期|礼拜)末|\\b(?:next |this )?weekend\\b';
const token = new RegExp(`${past}|(?<!下个?)(?:${whole}|${weekend}|${dayWords})`, 'giu');
/** 3号点 is no day. */
const noDay = /^(?:点|楼|门|厂|位|车|线|杆|桥|院|岗|机|路口|楼)/u;
const until =
  /^(?:晚上?|夜里?|的|起|开始|就|要|想|我)*\s*(?:[请休告]?假[,，\s]*)?(?:一?直)?(?:到|至|[-–—~～]+|until|till|to|through)\s*$/iu;
/** 请假到周五: it begins today, where no day before it is named. */
const fromNow =
  /(?:假|休息|歇|缺席|\bleave|\boff)\s*(?:[请休要得]|一?直)*\s*(?:到|至|until|till|through|to)\s*$|(?:一直|^我?)[请休要得想]*[请休][到至]$|一直[要得]*[到至]$/u;
/** 到周五才能来, until Friday: nobody can tell whether that day is one of them. */
const openEnd = /(?:^|[\s,，。])[我要得会可能大概估计]*[到至]$|\b(?:until|till|before)\s+$/u;
/** 周五前都来不了, and behind 到: 才能来. */
const before = /^(?:晚上?|夜里?|的)?(?:[之以]?前(?!面|半|[一两几二三\d]|来(?!不))|才|再(?=[来上]))/u;
const and = /^(?:晚上?|夜里?|的)*(?:[\s,，、&]|和|跟|与|及|还有|以及|或者?|and\b|or\b|都|也)*$/iu;
/**
 * The days on which somebody wishes to be away: those beside the wish, 孩子明天考试 今晚请假 is tonight; with none there, all that are
 * named. 三天 and 一周 go on from the day that is named, else from today.
 */
export function leaveDays(text: string, today: Day): LeaveDays {
  const said = spelled(text.normalize('NFKC').toLowerCase(), today);
  const wishes = [...wishesIn(said), ...[...said.matchAll(asWell)].map(pieceOf)];
  const clauses = clausesOf(said).map((clause) => ({
    ...clause,
    wished: wishes.some((wish) => wish.start >= clause.start && wish.start < clause.end),
  }));
  const isWished = (piece: Piece): boolean =>
    clauses.some(({ start, end, wished }) => wished && piece.start < end && piece.end > start);
  const runs = runsIn(said, today, wishes.length > 0);
  const beside = runs.filter(isWished);
  const meant =
    beside.length > 0 ? nearest(said, beside, wishes) : runs.filter(({ days }) => days.every(isAhead(today)));
  const part = partOfDays.exec(said);
  if (exceptDays.test(said) || (part !== null && (beside.length === 0 || isWished(pieceOf(part)))))
    return { days: [], unclear: true };
  const unclearAt = unclearDay.exec(said);
  if (meant.length === 0 && unclearAt !== null) {
    const piece = pieceOf(unclearAt);
    const own = clauses.find(({ start, end }) => piece.start >= start && piece.start < end);
    const besides = own === undefined ? '' : said.slice(own.start, own.end).replace(unclearAt[0], '');
    if (isWished(piece) || /^(?:那天|晚上?|我|都)*$/u.test(besides)) return { days: [], unclear: true };
  }
  const length = leaveLength(said, runs);
  const left = leftOver.exec(said);
  if (length === 'unclear' || (meant.length === 0 && length === null && left !== null && isWished(pieceOf(left))))
    return { days: [], unclear: true };
  const named = meant.flatMap((run) => run.days);
  const days = length === null || named.length > 1 ? named : goOn(length, named, today);
  const unclear = days.length === 0 && meant.some(({ missing }) => missing);
  return { days: [...new Set(days.map(String))].toSorted(), unclear };
}

/** 下周二请假 周三也请: of the same week. */
const asWell = /也(?:要|想)?[请休][了吧]?(?=$|[\s,，。])/gu;
const also = /^(?:晚上?|夜里?|我|的)*也/u;
const pieceOf = ({ index, 0: words }: RegExpExecArray): Piece => ({ start: index, end: index + words.length });

const later = new RegExp(
  `(?<!假|过|第|[\\d一二三四五六七八九十]|[请休歇告]个?)(${countWords})个?(天|日|周|星期|礼拜)(?:以|之)?后(?!再?(?:回|来|能|才|可|恢复|上班|就))|\\bin (${countWords}) (day|week)s?\\b`,
  'gu',
);

/** @returns the words with each day that they name in a form that {@link token} finds; 三天后 as its date */
function spelled(said: string, today: Day): string {
  let all = said.replaceAll(later, (words, ...found: (string | undefined)[]) => {
    const [count = '', unit = ''] = found.slice(0, 4).filter((one) => one !== undefined);
    const days = countOf(count) * (/[天日]|day/u.test(unit) ? 1 : 7);
    const { month, day } = today.add({ days });
    return days === 0 ? words : `${String(month)}月${String(day)}日`;
  });
  for (const [pattern, written] of spelledOut) all = all.replaceAll(pattern, written);
  return all;
}

const isAhead =
  (today: Day) =>
  (day: Day): boolean =>
    Temporal.PlainDate.compare(day, today) >= 0;

/** Every run of days; what is joined by 到 is filled up. Where nothing is `wished`, until when is no matter. */
function runsIn(said: string, today: Day, wished: boolean): Run[] {
  const runs: Run[] = [];
  for (const match of said.matchAll(token)) {
    const [words] = match;
    const start = match.index;
    const end = start + words.length;
    if (/^\d+[号日]$/u.test(words) && noDay.test(said.slice(end))) continue;
    const last = runs.at(-1);
    const gap = last === undefined ? '' : said.slice(last.end, start);
    const first = last?.days.at(-1);
    const isOpen = wished && before.test(said.slice(end));
    const joined = last !== undefined && !isOpen && (until.test(gap) || and.test(gap));
    const days = daysCalled(
      joined || also.test(said.slice(end))
        ? inherited(words, last === undefined ? '' : said.slice(last.start, last.end))
        : words,
      joined ? first : undefined,
      today,
    );
    if (!joined) {
      const head = said.slice(Math.max(0, start - 30), start);
      const from = first !== undefined && isAhead(today)(first) ? first : today;
      const all = fromNow.test(head) ? through(from, days) : wished && openEnd.test(head) ? [] : days;
      const own = isOpen ? [] : all;
      runs.push({ start, end, days: own, missing: own.length === 0 });
      continue;
    }
    const [to] = days;
    if (until.test(gap) && first !== undefined && to !== undefined) last.days.push(...between(first, to));
    last.days.push(...days);
    last.missing ||= days.length === 0;
    last.end = end;
  }
  return runs;
}

/** 下周三和周五 are both of next week. */
function inherited(words: string, before: string): string {
  const which = /^下|^next /u.exec(before)?.[0];
  return which !== undefined && /^(?:周|星期|礼拜|mon|tue|wed|thu|fri|sat|sun)/u.test(words)
    ? `${which}${words}`
    : words;
}

/** @param first the day before it in a run: 12月30号到2号 is of January */
function daysCalled(words: string, first: Day | undefined, today: Day): Day[] {
  if (/^昨|^前/u.test(words)) return [today.subtract({ days: words.startsWith('昨') ? 1 : 2 })];
  const next = /^(?:下|next)/u.test(words) ? 7 : 0;
  const monday = today.add({ days: 1 - today.dayOfWeek + next });
  if (new RegExp(`^(?:${whole})$`, 'iu').test(words)) {
    const all = Array.from({ length: 7 }, (_, days) => monday.add({ days }));
    return all.filter(isAhead(today));
  }
  if (new RegExp(`^(?:${weekend})$`, 'iu').test(words))
    return [monday.add({ days: 5 }), monday.add({ days: 6 })].filter(isAhead(today));
  const from = /^\d/u.test(words) && first !== undefined ? first : today;
  const day = saidDay(words, from);
  if (day === null) return [];
  const early = first !== undefined && /^(?:周|星期|礼拜)/u.test(words) && Temporal.PlainDate.compare(day, first) < 0;
  return [early ? day.add({ days: 7 }) : day];
}

function between(from: Day, to: Day): Day[] {
  const count = from.until(to, { largestUnit: 'days' }).days;
  if (count < 2 || count > longest) return [];
  return Array.from({ length: count - 1 }, (_, at) => from.add({ days: at + 1 }));
}

const through = (from: Day, days: readonly Day[]): Day[] => days.flatMap((to) => [from, ...between(from, to), to]);

/** Of several runs beside wishes those next to one; 都 takes all of them. */
function nearest(said: string, runs: readonly Run[], wishes: readonly Piece[]): Run[] {
  if (runs.length < 2 || said.includes('都')) return [...runs];
  const away = (run: Run, wish: Piece): number => Math.max(wish.start - run.end, run.start - wish.end);
  const best = wishes.map((wish) => runs.toSorted((a, b) => away(a, wish) - away(b, wish))[0]);
  return runs.filter((run) => best.includes(run));
}

/** So many days from the one that is named, or from today. */
function goOn(total: number, days: readonly Day[], today: Day): Day[] {
  const first = days[0] ?? today;
  return total < 2 ? [...days] : Array.from({ length: total }, (_, at) => first.add({ days: at }));
}

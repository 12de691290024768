import { clausesOf, wishesIn } from './leave-words.ts';
import { dayWords, saidDay } from './said-day.ts';

/** The days that words of leave are about. */
export interface LeaveDays {
  /** ISO dates in their order, each once; none: no day is named. */
  days: string[];
  /** A day is named that nobody can tell the date of: 月底那天. */
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

const numbers = '一二两三四五六七八九十';
const week = '(下个?|这个?|本)?(?:周|星期|礼拜)';
/** 周一三五, 24、25号, 今明两晚: each written out, so that every day stands for itself. */
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
    /(?<![\d月])((?:\d{1,2}(?:[、,，和跟与到至]|[-–—~～]))+)(?=\d{1,2}[号日])|(?<=月)((?:\d{1,2}(?:[、,，和跟与到至]|[-–—~～]))+)(?=\d{1,2}[号日])/gu,
    (_, list = '', ofMonth = '') => (list === '' ? ofMonth : list).replaceAll(/\d+/gu, '$&号'),
  ],
  [
    /(今)?明(后)?(?:这?[两二三23])?(?=[天晚日夜])(?:[天晚日夜](?:上|里)?)?/gu,
    (whole, today = '', after = '') =>
      today === '' && after === '' ? whole : `${today === '' ? '' : '今天'}明天${after === '' ? '' : '后天'}`,
  ],
];

const past = '昨[天晚夜日]|前[天晚]';
const whole = '(?:下个?|这个?|本)(?:周|星期|礼拜)(?![一二三四五六日末天])|\\b(?:next|this) week\\b';
const weekend = '(?:下个?|这个?|本)?(?:周|星期|礼拜)末|\\b(?:next |this )?weekend\\b';
const token = new RegExp(`${past}|(?<!下个?)(?:${whole}|${weekend}|${dayWords})`, 'giu');
/** 3号点 is no day. */
const noDay = /^(?:点|楼|门|厂|位|车|线|杆|桥|院|岗|机|路口|楼)/u;
const until = /^(?:晚上?|夜里?|的|起|开始)*\s*(?:到|至|直到|[-–—~～]+|until|till|to|through)\s*$/iu;
const and = /^(?:晚上?|夜里?|的)*(?:[\s,，、&]|和|跟|与|及|还有|以及|或者?|and\b|or\b|都|也)*$/iu;
const unclearDay =
  /月[底末初中头尾](?:那[天晚几])?|年[底末初](?!假)|[这那头接下来]{1,3}[几两些]天|过[几两]天|改天|哪天|下下个?(?:周|星期|礼拜)[一二三四五六日天]?|国庆|元旦|春节|过年|除夕|中秋|端午|清明|五一(?!路)|(?:[这下]个?|本)月|\bend of (?:the |this )?month\b|\b(?:these|a few|some) days\b|\bnext month\b/u;

/**
 * The days on which somebody wishes to be away: those beside the wish, 孩子明天考试 今晚请假 is tonight; with none there, all that are
 * named. 三天 and 一周 go on from the day that is named, else from today.
 */
export function leaveDays(text: string, today: Day): LeaveDays {
  const said = spelled(text.normalize('NFKC').toLowerCase());
  const wishes = wishesIn(said);
  const clauses = clausesOf(said).map((clause) => ({
    ...clause,
    wished: wishes.some((wish) => wish.start >= clause.start && wish.start < clause.end),
  }));
  const isWished = (piece: Piece): boolean =>
    clauses.some(({ start, end, wished }) => wished && piece.start < end && piece.end > start);
  const runs = runsIn(said, today);
  const beside = runs.filter(isWished);
  const meant =
    beside.length > 0 ? nearest(said, beside, wishes) : runs.filter(({ days }) => days.every(isAhead(today)));
  const unclearAt = unclearDay.exec(said);
  if (meant.length === 0 && unclearAt !== null) {
    const piece = { start: unclearAt.index, end: unclearAt.index + unclearAt[0].length };
    const own = clauses.find(({ start, end }) => piece.start >= start && piece.start < end);
    const besides = own === undefined ? '' : said.slice(own.start, own.end).replace(unclearAt[0], '');
    if (isWished(piece) || /^(?:那天|晚上?|我|都)*$/u.test(besides)) return { days: [], unclear: true };
  }
  const days = goOn(
    said,
    meant.flatMap((run) => run.days),
    today,
  );
  const unclear = days.length === 0 && meant.some(({ missing }) => missing);
  return { days: [...new Set(days.map(String))].toSorted(), unclear };
}

function spelled(said: string): string {
  let all = said;
  for (const [pattern, written] of spelledOut) all = all.replaceAll(pattern, written);
  return all;
}

const isAhead =
  (today: Day) =>
  (day: Day): boolean =>
    Temporal.PlainDate.compare(day, today) >= 0;

/** Every run of days; what is joined by 到 is filled up. */
function runsIn(said: string, today: Day): Run[] {
  const runs: Run[] = [];
  for (const match of said.matchAll(token)) {
    const [words] = match;
    const start = match.index;
    const end = start + words.length;
    if (/^\d+[号日]$/u.test(words) && noDay.test(said.slice(end))) continue;
    const last = runs.at(-1);
    const gap = last === undefined ? '' : said.slice(last.end, start);
    const first = last?.days.at(-1);
    const joined = last !== undefined && (until.test(gap) || and.test(gap));
    const days = daysCalled(
      joined ? inherited(words, said.slice(last.start, last.end)) : words,
      joined ? first : undefined,
      today,
    );
    if (!joined) {
      runs.push({ start, end, days, missing: days.length === 0 });
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

/** A longer time is taken for a slip. */
const longest = 31;

function between(from: Day, to: Day): Day[] {
  const count = from.until(to, { largestUnit: 'days' }).days;
  if (count < 2 || count > longest) return [];
  return Array.from({ length: count - 1 }, (_, at) => from.add({ days: at + 1 }));
}

/** Of several runs beside wishes those next to one; 都 takes all of them. */
function nearest(said: string, runs: readonly Run[], wishes: readonly Piece[]): Run[] {
  if (runs.length < 2 || said.includes('都')) return [...runs];
  const away = (run: Run, wish: Piece): number => Math.max(wish.start - run.end, run.start - wish.end);
  const best = wishes.map((wish) => runs.toSorted((a, b) => away(a, wish) - away(b, wish))[0]);
  return runs.filter((run) => best.includes(run));
}

const length = new RegExp(
  `(?:[请休歇告]个?|假|连着?续?|接下来|一共|共)([${numbers}]|\\d{1,2})个?(天|晚|夜|日|周|星期|礼拜)|([${numbers}]|\\d{1,2})个?(天|晚上?|夜|日|周|星期|礼拜)(?:的?假|都?[来去上巡]不)|\\bfor (\\d{1,2}|two|three|four|five|a) (day|night|week)`,
  'u',
);
const english = ['a', 'two', 'three', 'four', 'five'];

/** 请三天假, 明天起请假一周: so many days from the one that is named, or from today. */
function goOn(said: string, days: readonly Day[], today: Day): Day[] {
  const parts: (string | undefined)[] = length.exec(said)?.slice(1) ?? [];
  const [count = '', unit = ''] = parts.filter((part) => part !== undefined);
  if (count === '' || days.length > 1) return [...days];
  const number = /\d/u.test(count)
    ? Number(count)
    : english.includes(count)
      ? english.indexOf(count) + 1
      : digitOf(count);
  const total = Math.min(/周|星期|礼拜|week/u.test(unit) ? number * 7 : number, longest);
  const first = days[0] ?? today;
  return total < 2 ? [...days] : Array.from({ length: total }, (_, at) => first.add({ days: at }));
}

function digitOf(word: string): number {
  return word === '两' ? 2 : '一二三四五六七八九十'.indexOf(word) + 1;
}

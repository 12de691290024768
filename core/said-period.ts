import type { Instant } from './clock.ts';
import { numberOf } from './reading/numerals.ts';
import { monthWords, shortMonths } from './said-day.ts';
import { zoneMonth, zonePeriod } from './zone-period.ts';

/** The month or year that words name, and the words that are left. */
export interface SaidPeriod {
  /** `2026-11` or `2026`. */
  name: string;
  rest: string;
}

const iso = /(?<!\d)(20\d\d)[-./](\d{1,2})(?!\d)/u;
const yearInFigures = /(?<!\d)(?:20)?(\d\d)年度?的?|(?<!\d)20(\d\d)(?!\d)/u;
/** By how many years before this one. */
const yearsAgo: readonly (readonly [RegExp, number])[] = [
  [/前年度?的?/u, 2],
  [/去年度?的?|\blast year(?:['’]s)?/u, 1],
  [/今年度?的?|本年度?的?|\bthis year(?:['’]s)?/u, 0],
];
const month = /(?<![\d一二三四五六七八九十])(\d{1,2}|十[一二]?|[一二三四五六七八九])月份?/u;
/** In “may I see my hours” it is no month. */
const englishMonth = new RegExp(`(\\blast )?\\b(?!may i\\b)(${monthWords})`, 'u');
const wholeYear = /全年度?|整年|\byear\b/u;
const thisMonth = /本月|这个?月|当月|\bthis month\b/u;
const lastMonth = /上个?月|\blast month\b|\blast\b/u;

/**
 * Reads 上个月, 去年12月, 2025年三月, 2026-03, 全年, last December; the current month where none is named, or one that there is not. A month
 * without its year is the latest such month.
 * @param now what it is reckoned from
 */
export function saidPeriod(words: string, now: Instant, timeZone: string): SaidPeriod {
  let rest = words.normalize('NFKC').toLowerCase();
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(rest);
    if (match !== null) rest = rest.replace(match[0], ' ');
    return match;
  };
  const current = zoneMonth(now, timeZone);
  const name = nameIn(take, current);
  if (name === null && take(thisMonth) === null && take(lastMonth) !== null)
    return { name: zonePeriod(current, timeZone)?.before ?? current, rest };
  return { name: zonePeriod(name ?? current, timeZone)?.name ?? current, rest };
}

type Take = (pattern: RegExp) => RegExpExecArray | null;

/** By its year, its month or both; null: neither is named. */
function nameIn(take: Take, current: string): string | null {
  const [, isoYear, isoMonth] = take(iso) ?? [];
  if (isoYear !== undefined) return monthOf(Number(isoYear), Number(isoMonth));
  const thisYear = Number(current.slice(0, 4));
  const year = yearIn(take, thisYear);
  const [figures, isLast] = monthIn(take);
  if (figures === null) {
    const isWhole = take(wholeYear) !== null;
    return year === null ? (isWhole ? String(thisYear) : null) : String(year);
  }
  const name = monthOf(year ?? thisYear, figures);
  // 12月 said in March is last year's, and so is “last March”.
  return year === null && (name > current || (isLast && name === current)) ? monthOf(thisYear - 1, figures) : name;
}

function yearIn(take: Take, thisYear: number): number | null {
  const [, short, bare] = take(yearInFigures) ?? [];
  if (short !== undefined || bare !== undefined) return 2000 + Number(short ?? bare);
  const ago = yearsAgo.find(([pattern]) => take(pattern) !== null)?.[1];
  return ago === undefined ? null : thisYear - ago;
}

/** Its number, and whether “last” stands before it. */
function monthIn(take: Take): [number | null, boolean] {
  const written = take(month)?.[1];
  if (written !== undefined) return [numberOf(written)?.value ?? 0, false];
  const [, last, called] = take(englishMonth) ?? [];
  if (called === undefined) return [null, false];
  return [shortMonths.indexOf(called.slice(0, 3)) + 1, last !== undefined];
}

const monthOf = (year: number, month: number): string => `${String(year)}-${String(month).padStart(2, '0')}`;

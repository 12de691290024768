import { numberOf } from './reading/numerals.ts';

/** More days are taken for a slip. */
export const longest = 31;

const english = ['a', 'two', 'three', 'four', 'five'];
const words = '[一二两三四五六七八九十]{1,3}';

/** How many days or weeks, as people put it, as the inside of a pattern; give it to {@link countOf}. */
export const countWords = `\\d{1,2}|${words}|${english.join('|')}`;

/** The number that {@link countWords} found; 0: none, or only about so many. */
export function countOf(said: string): number {
  if (english.includes(said)) return english.indexOf(said) + 1;
  const number = numberOf(said);
  return number === undefined || number.approximate ? 0 : number.value;
}

/** 24日 is a date, 三日 a time. */
const unit = '(天|晚上?|夜|(?<!\\d)日|周|星期|礼拜)';
const lasts = new RegExp(
  `(?:[请休歇告]个?|假|连着?续?|接下来|一共|共)(\\d{1,2}|${words})个?${unit}|(?<![第\\d])(\\d{1,2}|${words})个?${unit}(?:的?假|都?[来去上巡]不)|\\bfor (\\d{1,2}|${english.join('|')}) (day|night|week)|\\b(\\d{1,2}|${english.join('|')}) (day|night|week)s?['’]? (?:off|leave)`,
  'gu',
);

/**
 * For how many days somebody wishes to be away: 请三天假, 请假一周. What is part of a day that is named is no time.
 * @param days where days are named
 * @returns null where nothing is said of it; unclear: 两三天, none at all, or longer than anybody asks for in a word
 */
export function leaveLength(said: string, days: readonly { start: number; end: number }[]): number | 'unclear' | null {
  const overlaps = ({ index, 0: all }: RegExpExecArray): boolean =>
    days.some(({ start, end }) => index < end && index + all.length > start);
  const found = [...said.matchAll(lasts)].find((match) => !overlaps(match));
  if (found === undefined) return null;
  const [count = '', of = ''] = found.slice(1).filter((part: string | undefined) => part !== undefined);
  const number = countOf(count) * (/周|星期|礼拜|week/u.test(of) ? 7 : 1);
  return number === 0 || number > longest ? 'unclear' : number;
}

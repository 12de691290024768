/** Numbers as people write them: 8, 十二, 两百, 六千多, 18.6万, 七八, 十来, 半. */

/** Matches one number; give the match to {@link numberOf}. */
export const numeral =
  '(?:\\d+(?:\\.\\d+)?(?:\\s*[-~到至]\\s*\\d+(?:\\.\\d+)?)?|[零〇一二三四五六七八九十百千万两俩仨几]+)(?:[百千万])?(?:来|多|几)?';

/** A number that was said, and whether it was a guess. */
export interface SaidNumber {
  readonly value: number;
  readonly approximate: boolean;
}

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  仨: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };

/**
 * Reads what {@link numeral} matched, or undefined when it is no number.
 * Of a range (七八, 10-15) the upper end counts: whoever waits is not disappointed.
 */
export function numberOf(words: string): SaidNumber | undefined {
  const guess = /[来多几]/.test(words);
  const arabic = /^(\d+(?:\.\d+)?)(?:\s*[-~到至]\s*(\d+(?:\.\d+)?))?\s*([百千万]?)/.exec(words);
  if (arabic !== null) {
    const value = Number(arabic[2] ?? arabic[1]) * (units[arabic[3] ?? ''] ?? 1);
    return { value, approximate: guess || arabic[2] !== undefined };
  }
  const neighbours =
    /^([一二三四五六七八九])([一二三四五六七八九])$|([一二三四五六七八九])([一二三四五六七八九])(?=[十百千万]|$)/.exec(
      words,
    );
  const value = chinese(
    neighbours === null ? words : words.replace(neighbours[0], neighbours[2] ?? neighbours[4] ?? ''),
  );
  return value === undefined ? undefined : { value, approximate: guess || neighbours !== null };
}

function chinese(words: string): number | undefined {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let seen = false;
  for (const letter of words) {
    const unit = units[letter];
    const value = digits[letter];
    if (value !== undefined) digit = value;
    else if (unit === 10_000) [total, section, digit] = [(total + section + (digit ?? 0)) * unit, 0, undefined];
    else if (unit !== undefined) [section, digit] = [section + (digit ?? 1) * unit, undefined];
    seen ||= value !== undefined || unit !== undefined;
  }
  return seen ? total + section + (digit ?? 0) : undefined;
}

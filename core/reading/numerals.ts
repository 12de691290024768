/** Numbers as people write them: 8, 十二, 两百, 六千多, 18.6万, 七八, 十来, 10-15. */

/** Matches one number inside a larger pattern, without a capturing group; give what it matched to {@link numberOf}. */
export const numeral =
  '(?:\\d{1,9}(?:\\.\\d{1,4})?(?:[-~到至]\\d{1,9}(?:\\.\\d{1,4})?)?[百千万]?|上[百千万]|几?[一二两俩三仨四五六七八九十廿百千万零〇]{1,12}几?)[来多余几]?';

/** A number that was said; `approximate` when it was a guess. */
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
const arabic = /^(\d+(?:\.\d+)?)(?:[-~到至](\d+(?:\.\d+)?))?([百千万]?)/;
/** Two digits side by side are a range: 七八, 三五, 十五六, 二三十. */
const neighbours = /([一二两三四五六七八九])([一二两三四五六七八九])(?![一二两三四五六七八九])/;

/**
 * Reads what {@link numeral} matched, or undefined when it is no number.
 * Of a range the upper end counts (七八 is 8): whoever plans with it is not disappointed. 十来 and 二十多 count as 10 and 20.
 */
export function numberOf(words: string): SaidNumber | undefined {
  const guess = /[来多余几上]/.test(words);
  const figure = arabic.exec(words);
  if (figure !== null) {
    const value = Number(figure[2] ?? figure[1]) * (units[figure[3] ?? ''] ?? 1);
    return { value: Math.round(value * 1000) / 1000, approximate: guess || figure[2] !== undefined };
  }
  const range = neighbours.exec(words);
  const value = chinese(range === null ? words : words.replace(range[0], range[2] ?? ''));
  return value === undefined ? undefined : { value, approximate: guess || range !== null };
}

function chinese(words: string): number | undefined {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let seen = false;
  for (const letter of words.replace(/^几(?=[十百千万])/, '三').replace('廿', '二十')) {
    const unit = units[letter];
    const value = digits[letter];
    if (value !== undefined) digit = value;
    else if (unit === 10_000)
      [total, section, digit] = [(total + section + (digit ?? (section > 0 ? 0 : 1))) * unit, 0, undefined];
    else if (unit !== undefined) [section, digit] = [section + (digit ?? 1) * unit, undefined];
    seen ||= value !== undefined || unit !== undefined;
  }
  return seen ? total + section + (digit ?? 0) : undefined;
}

/** Characters that a picture's font has no drawing for would come out as boxes; the words beside them say the same. */
const undrawable = /[\p{Extended_Pictographic}\p{Cc}\p{Cs}\u{fe0f}\u{20e3}\u{200d}]/gu;

/** Words as they may stand in SVG: names that people chose can hold anything. */
export function svgWords(text: string): string {
  return text
    .replaceAll(undrawable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** How a line of words is drawn. */
export interface Lettering {
  size: number;
  colour: string;
  bold?: boolean;
  anchor?: 'start' | 'middle' | 'end';
}

/** One line of words at a spot; `y` is its base line. */
export function svgText(x: number, y: number, words: string, how: Lettering): string {
  const weight = how.bold === true ? ' font-weight="700"' : '';
  const anchor = how.anchor === undefined ? '' : ` text-anchor="${how.anchor}"`;
  return `<text x="${round(x)}" y="${round(y)}" font-size="${String(how.size)}" fill="${how.colour}"${weight}${anchor}>${svgWords(words)}</text>`;
}

/** A number with one place, as short as it can be. */
export function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/**
 * How wide words come out, about: Chinese characters are as wide as they are high, others a little over half.
 * @returns units of the size
 */
export function widthOf(words: string, size: number): number {
  let wide = 0;
  for (const character of words) wide += /[\u1100-\u11ff\u2e80-\uffef]/.test(character) ? 1 : 0.58;
  return wide * size;
}

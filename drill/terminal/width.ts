const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Two columns: East Asian Wide and Fullwidth (Unicode Standard Annex #11), and pictures. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;
const nothing = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

/** The characters of a text as a reader counts them. */
export function characters(text: string): string[] {
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}

/** How many columns of a terminal one character takes: 0, 1 or 2. */
export function columnsOf(character: string): number {
  if (wide.test(character)) return 2;
  return nothing.test(character) ? 0 : 1;
}

/** How many columns of a terminal a text takes. */
export function width(text: string): number {
  return characters(text).reduce((sum, character) => sum + columnsOf(character), 0);
}

/** The text with what would move a terminal's cursor or colour it taken out: names come from files and chats. */
export function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}

/** As much of the beginning of a text as fits into so many columns. */
export function headOf(text: string, columns: number): string {
  let head = '';
  let left = columns;
  for (const character of characters(text)) {
    left -= columnsOf(character);
    if (left < 0) break;
    head += character;
  }
  return head;
}

/** The text in exactly so many columns: cut off with `…`, or filled up with spaces. */
export function fitted(text: string, columns: number): string {
  const cut = width(text) <= columns ? text : `${headOf(text, columns - 1)}…`;
  return cut + ' '.repeat(Math.max(0, columns - width(cut)));
}

/** An answer and what it quotes, as WeChat writes both into one text. */
export interface QuotedText {
  /** Whose words are quoted, as shown in the chat. */
  author: string;
  quoted: string;
  /** The answer itself, perhaps ''. */
  text: string;
}

/** `」`, then a line of nothing but dashes. Puppets and phones differ in dashes and spaces. */
const border = /」[ \t]*\n[ \t]*(?:[-‐-―─_][ \t\u2005\u00A0]*){3,}(?:\n|$)/g;

/**
 * Takes a quote in text form apart:
 *
 *     「名字：原文」
 *     - - - - - - - - - - - - - - -
 *     回复
 *
 * The original may have several lines, brackets of its own, and a quote of its own. Null when the text is no quote.
 */
export function readQuote(text: string): QuotedText | null {
  if (!text.startsWith('「')) return null;
  const borders = [...text.matchAll(border)];
  // The border where all brackets are closed ends the outer quote; people's stray brackets make that fail, then the last one does.
  const end = borders.find((found) => depthAfter(text, found.index) === 0) ?? borders.at(-1);
  if (end === undefined) return null;
  const inside = text.slice(1, end.index);
  const colon = inside.search(/[:：]/);
  return {
    author: colon < 0 ? '' : inside.slice(0, colon).trim(),
    quoted: inside.slice(colon + 1).trim(),
    text: text.slice(end.index + end[0].length).trim(),
  };
}

/** How many brackets are still open after the closing one at `index`. */
function depthAfter(text: string, index: number): number {
  let depth = 0;
  for (let i = 0; i <= index; i += 1) {
    if (text[i] === '「') depth += 1;
    else if (text[i] === '」') depth -= 1;
  }
  return depth;
}

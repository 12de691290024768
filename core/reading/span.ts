/** Pieces of the plain text, and the text without them. */

/** From `start` to `end` of the plain text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The plain text with a bar in the place of every letter of `spans`, so that all places stay where they are. */
export function without(plain: string, spans: readonly Span[]): string {
  let left = plain;
  for (const { start, end } of spans) left = left.slice(0, start) + '|'.repeat(end - start) + left.slice(end);
  return left;
}

/** Where `words` is first found in `plain`. */
export function spanOf(words: RegExp, plain: string): Span | undefined {
  const match = words.exec(plain);
  return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
}

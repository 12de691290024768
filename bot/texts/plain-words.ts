/** Words as they are compared: of one width and case, without the mark at their end. */
export function plainWords(words: string): string {
  return words
    .normalize('NFKC')
    .replaceAll('’', "'")
    .replaceAll(/[。.!！~～]+$/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

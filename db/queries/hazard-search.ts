import type { Hazard } from '../../core/hazard.ts';

/** A character that is a word of its own, because no index knows where Chinese words begin and end; else a run of letters. */
const piece =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}])+/gu;

function pieces(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(piece) ?? [];
}

/** What a hazard is found by, ready for the index. */
export function searchText(hazard: Pick<Hazard, 'number' | 'words' | 'placeWords' | 'area'>): string {
  return pieces([hazard.number, hazard.words, hazard.placeWords, hazard.area].join(' ')).join(' ');
}

/** The phrases that must all stand in the text: one for each word of the question, at most eight; none: nothing to look for. */
export function searchPhrases(words: string): string[][] {
  return words
    .split(/\s+/)
    .map(pieces)
    .filter((phrase) => phrase.length > 0)
    .slice(0, 8);
}

/** The question in FTS5's language: every phrase quoted, so that nothing in it is an operator. */
export function fts5Question(phrases: readonly (readonly string[])[]): string {
  return phrases.map((phrase) => `"${phrase.join(' ').replaceAll('"', '')}"`).join(' AND ');
}

/** The question in the language of `to_tsquery`: pieces are letters and digits only, so quoting is enough. */
export function tsQuestion(phrases: readonly (readonly string[])[]): string {
  return phrases
    .map((phrase) => phrase.map((piece) => `'${piece.replaceAll(/['\\]/g, '')}'`).join(' <-> '))
    .join(' & ');
}

/** The key of a hazard's words: its number without letter and dashes, `H-2611-0042` → 26110000042, so that age sorts it. */
export function textKey({ number }: Pick<Hazard, 'number'>): number {
  const [, month = '0', count = '0'] = number.split('-');
  return Number(month) * 10_000_000 + Number(count);
}

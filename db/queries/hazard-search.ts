import type { Hazard } from '../../core/hazard.ts';

/** A character that is a word of its own, because no index knows where Chinese words begin and end; else a run of letters. */
const piece =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}])+/gu;

function pieces(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(piece) ?? [];
}

/** Each piece with the one after it: characters are in every text, pairs of them in few, so that pairs find quickly. */
function pairs(phrase: readonly string[]): string[] {
  return phrase.slice(1).map((after, at) => `${phrase[at] ?? ''}${after}`);
}

/** What a hazard is found by, ready for the index: its pieces, then its pairs. */
export function searchText(hazard: Pick<Hazard, 'number' | 'words' | 'placeWords' | 'area'>): string {
  const all = pieces([hazard.number, hazard.words, hazard.placeWords, hazard.area].join(' '));
  return [...all, ...pairs(all)].join(' ');
}

/** The phrases that must all stand in the text, in what the index knows: one for each word of the question, at most eight. */
export function searchPhrases(words: string): string[][] {
  return words
    .split(/\s+/)
    .map(pieces)
    .filter((phrase) => phrase.length > 0)
    .slice(0, 8)
    .map((phrase) => (phrase.length === 1 ? phrase : pairs(phrase)));
}

/** A phrase in FTS5's language: quoted, so that nothing in it is an operator. */
export function fts5Phrase(phrase: readonly string[]): string {
  return `"${phrase.join(' ').replaceAll('"', '')}"`;
}

/** A phrase as it stands in a text between two spaces. */
export function plainPhrase(phrase: readonly string[]): string {
  return ` ${phrase.join(' ')} `;
}

/** The phrases in the language of `to_tsquery`: they are letters and digits only, so quoting is enough. */
export function tsQuestion(phrases: readonly (readonly string[])[]): string {
  return phrases.map(tsPhrase).join(' & ');
}

/** Every second pair is enough, and the last: they overlap, and each costs the index a look. */
function tsPhrase(phrase: readonly string[]): string {
  const last = phrase.length - 1;
  const asked = phrase.map((_, at) => at).filter((at) => at % 2 === 0 || at === last);
  const quoted = (at: number): string => `'${(phrase[at] ?? '').replaceAll(/['\\]/g, '')}'`;
  return asked.map((at, i) => (i === 0 ? '' : ` <${at - (asked[i - 1] ?? 0)}> `) + quoted(at)).join('');
}

/** The key of a hazard's words: its number without letter and dashes, `H-2611-0042` → 26110000042, so that age sorts it. */
export function textKey({ number }: Pick<Hazard, 'number'>): number {
  const [, month = '0', count = '0'] = number.split('-');
  return Number(month) * 10_000_000 + Number(count);
}

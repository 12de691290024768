import { styleText } from 'node:util';
import { characters, columnsOf, headOf, width } from './width.ts';

/** How a piece of text looks; without colours it is only its words. */
export type Look = 'plain' | 'quiet' | 'strong' | 'mark' | 'bot' | 'person' | 'officer' | 'button' | 'good' | 'trouble';

/** A piece of a line in one look. */
export interface Span {
  text: string;
  look: Look;
}

const styles = {
  plain: [],
  quiet: ['dim'],
  strong: ['bold'],
  mark: ['bold', 'yellow'],
  bot: ['cyan'],
  person: ['bold', 'green'],
  officer: ['bold', 'magenta'],
  button: ['blue'],
  good: ['green'],
  trouble: ['bold', 'red'],
} as const satisfies Record<Look, readonly Parameters<typeof styleText>[0][]>;

/** A piece of text. */
export const span = (text: string, look: Look = 'plain'): Span => ({ text, look });

/** The spans as one string, coloured or not. */
export function painted(spans: readonly Span[], colours: boolean): string {
  return spans
    .map(({ text, look }) =>
      colours && look !== 'plain' ? styleText([...styles[look]], text, { validateStream: false }) : text,
    )
    .join('');
}

/** How many columns the spans take. */
export function spansWidth(spans: readonly Span[]): number {
  return spans.reduce((sum, { text }) => sum + width(text), 0);
}

/** What a line is not broken inside of: a Latin word, or one wide character; closing marks stay with what they close. */
interface Piece extends Span {
  kind: 'space' | 'narrow' | 'wide';
}

const closing = /^[，。！？：；、）”』」】)\],.!?:;]$/u;

function piecesOf({ text, look }: Span): Piece[] {
  const pieces: Piece[] = [];
  for (const character of characters(text)) {
    const kind = character === ' ' ? 'space' : columnsOf(character) === 2 ? 'wide' : 'narrow';
    const last = pieces.at(-1);
    const joins = closing.test(character) ? last?.kind !== 'space' : kind === 'narrow' && last?.kind === 'narrow';
    if (last !== undefined && joins) last.text += character;
    else pieces.push({ text: character, look, kind });
  }
  return pieces;
}

/** The spans in at most so many columns; what is too much is cut off with `…`. */
export function clippedSpans(spans: readonly Span[], columns: number): Span[] {
  if (spansWidth(spans) <= columns) return [...spans];
  const kept: Span[] = [];
  let left = columns - 1;
  for (const { text, look } of spans) {
    const whole = width(text) <= left;
    kept.push(span(whole ? text : `${headOf(text, left)}…`, look));
    if (!whole) return kept;
    left -= width(text);
  }
  return kept;
}

/** The spans in lines of at most so many columns, and at most so many lines; what is left over becomes `…`. */
export function wrapped(spans: readonly Span[], columns: number, mostLines: number): Span[][] {
  const lines: Span[][] = [];
  let line: Span[] = [];
  for (const piece of spans.flatMap(piecesOf)) {
    const full = line.length > 0 && spansWidth(line) + width(piece.text) > columns;
    if (full && lines.length < mostLines - 1) {
      lines.push(line);
      line = [];
    }
    if (line.length > 0 || piece.kind !== 'space') line.push(piece);
  }
  return [...lines, line].map((one) => clippedSpans(one, columns));
}

import { painted, spansWidth, type Span } from './span.ts';

/** Where a drill is shown. */
export interface Screen {
  /** Columns to write in. */
  readonly columns: number;
  /** The block below the story can be drawn anew in place. */
  readonly live: boolean;
  /** Writes lines above the block, and the block anew. */
  write(lines: readonly Span[][], block: readonly Span[][]): void;
  /** Leaves the terminal as it was found; twice does no harm. */
  close(): void;
}

/** The part of a stream that a screen writes to. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** Missing where the stream is no terminal. It says no when NO_COLOR is set. */
  hasColors?: () => boolean;
  write(text: string): unknown;
}

const narrowest = 60;
const widest = 120;
/** A terminal that fills its last column may begin a new line by itself. */
const margin = 1;
const usualColumns = 100;

const hideCursor = '\u001b[?25l';
const showCursor = '\u001b[?25h';
/** To the start of the line, so many lines up, and nothing below. */
const eraseLines = (lines: number): string => `\r${lines > 0 ? `\u001b[${lines}A` : ''}\u001b[J`;

/** A terminal is drawn upon; a file, a pipe and a terminal that wants no colours get plain lines. */
export function openScreen(output: Output): Screen {
  return output.isTTY === true && output.hasColors?.() === true ? liveScreen(output) : plainScreen(output);
}

const columnsOf = ({ columns }: Output): number =>
  Math.min(widest, Math.max(narrowest, (columns ?? usualColumns + margin) - margin));

function plainScreen(output: Output): Screen {
  return {
    columns: columnsOf(output),
    live: false,
    write: (lines) => {
      for (const line of lines) output.write(`${painted(line, false).trimEnd()}\n`);
    },
    close: () => undefined,
  };
}

function liveScreen(output: Output): Screen {
  let drawn: readonly number[] = [];
  output.write(hideCursor);
  /** A terminal that was made narrower since has broken the lines that stand there. */
  const rowsDrawn = (): number =>
    drawn.reduce((rows, columns) => rows + Math.max(1, Math.ceil(columns / (output.columns ?? usualColumns))), 0);
  return {
    get columns() {
      return columnsOf(output);
    },
    live: true,
    write: (lines, block) => {
      const text = [...lines, ...block].map((line) => `${painted(line, true)}\n`).join('');
      output.write(`${eraseLines(rowsDrawn())}${text}`);
      drawn = block.map(spansWidth);
    },
    close: () => void output.write(showCursor),
  };
}

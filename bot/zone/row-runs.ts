import { isScalar, type Node } from 'yaml';
import { readRow } from './row-text.ts';

/** List items written one row of JSON each, on consecutive lines. */
export interface RowRun {
  /** Line of the first row in the file, from 1. */
  line: number;
  /** Where the rows begin on their lines, from 1. */
  column: number;
  texts: string[];
  values: object[];
}

/** A text without its rows, and the rows. */
export interface Unrowed {
  /** For each run a marker on its first line and empty lines for the others, so that every line keeps its number. */
  rest: string;
  runs: RowRun[];
}

const marker = '\u0001rows ';
const rowLine = /^( *- )(\{.*\})\r?$/;

/** Takes the rows of JSON out of a text. */
export function takeRows(text: string): Unrowed {
  const runs: RowRun[] = [];
  let running: RowRun | null = null;
  const lines = text.split('\n').map((line, i) => {
    const [, lead = '', body = ''] = rowLine.exec(line) ?? [];
    const value = body === '' ? null : readRow(body);
    if (value === null) {
      running = null;
      return line;
    }
    if (running?.column === lead.length + 1) {
      running.texts.push(body);
      running.values.push(value);
      return '';
    }
    running = { line: i + 1, column: lead.length + 1, texts: [body], values: [value] };
    runs.push(running);
    return `${lead}"\\x01rows ${runs.length - 1}"`;
  });
  return { rest: lines.join('\n'), runs };
}

/** The run that a node of the rest's tree stands for. */
export function runAt(runs: readonly RowRun[], node: Node | null): RowRun | undefined {
  if (!isScalar(node) || typeof node.value !== 'string' || !node.value.startsWith(marker)) return undefined;
  return runs[Number(node.value.slice(marker.length))];
}

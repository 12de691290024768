import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { guarded, type Cell } from '../../core/table/table.ts';

/**
 * Writes a table row by row, the heading first: a workbook when the name ends so, else CSV in UTF-8 with its mark, which Excel
 * needs. No cell is a formula. The file is there as a whole or not at all.
 * @throws an error with `code`, as of node:fs
 */
export async function writeTable(path: string, name: string, rows: AsyncIterable<readonly Cell[]>): Promise<void> {
  const unfinished = `${path}.new`;
  const bytes = extname(path).toLowerCase() === '.xlsx' ? await workbook(name, rows) : csv(safe(rows));
  try {
    await pipeline(bytes, createWriteStream(unfinished));
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function* safe(rows: AsyncIterable<readonly Cell[]>): AsyncGenerator<Cell[], void> {
  for await (const row of rows) yield row.map((cell) => (typeof cell === 'string' ? guarded(cell) : cell));
}

/** So many rows at the head are looked at to know how wide the columns are; a table may be too long to be held. */
const measuredRows = 500;
/** In characters of a digit's width; a long text is read in its cell. */
const widest = 48;

/** The bytes of a workbook with one sheet of this name, the heading first; columns as wide as what stands in them. No cell is a formula. */
export async function workbook(name: string, rows: AsyncIterable<readonly Cell[]>): Promise<AsyncIterable<Uint8Array>> {
  const { calculateColumnWidth, writeXlsxStream } = await import('hucre/xlsx');
  const rest = safe(rows);
  const head: Cell[][] = [];
  while (head.length < measuredRows) {
    const next: IteratorResult<Cell[], void> = await rest.next();
    if (next.done === true) break;
    head.push(next.value);
  }
  const across = Math.max(0, ...head.map(({ length }) => length));
  const columns = Array.from({ length: across }, (_, at) => ({
    width: calculateColumnWidth(
      head.map((row) => row[at] ?? null),
      { maxWidth: widest },
    ),
  }));
  return writeXlsxStream(chained(head, rest), { name, columns, freezePane: { rows: 1 } });
}

async function* chained(head: readonly Cell[][], rest: AsyncIterable<Cell[]>): AsyncGenerator<Cell[]> {
  yield* head;
  yield* rest;
}

function csv(rows: AsyncIterable<Cell[]>): Readable {
  return Readable.from(lines(rows));
}

async function* lines(rows: AsyncIterable<Cell[]>): AsyncGenerator<string> {
  yield '\uFEFF';
  for await (const row of rows) yield `${row.map(field).join(',')}\r\n`;
}

/** RFC 4180. */
function field(cell: Cell): string {
  const text = String(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

import { extname } from 'node:path';
import type { TableRow } from '../../core/table/table.ts';
import { readCsv } from './read-csv.ts';

/** The rows of a table by the kind of its file; what spreadsheets need is loaded when one is read. */
export async function* readTable(path: string): AsyncGenerator<TableRow> {
  if (extname(path).toLowerCase() === '.xlsx') {
    const { readXlsx } = await import('./read-xlsx.ts');
    yield* readXlsx(path);
  } else yield* readCsv(path);
}

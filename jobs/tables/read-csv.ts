import { open } from 'node:fs/promises';
import { TableFileError, type TableRow } from '../../core/table/table.ts';

/** More than a hundred thousand long rows; it is read at once. */
const largestBytes = 100_000_000;

/**
 * The rows of a CSV file, whether UTF-8 with or without its mark or, as Excel writes them in Chinese, GB18030; parted by commas,
 * semicolons or tabs.
 * @throws TableFileError when it is no text or too large
 */
export async function* readCsv(path: string): AsyncGenerator<TableRow> {
  const { detectDelimiter, streamCsvRows } = await import('hucre/csv');
  const text = textOf(await bytesOf(path));
  let number = 0;
  const given = { delimiter: detectDelimiter(text.slice(0, 20_000)), typeInference: false } as const;
  for (const cells of streamCsvRows(text, given)) {
    number += 1;
    const words = cells.map((cell) => (cell === null || String(cell).trim() === '' ? null : String(cell)));
    if (words.some((cell) => cell !== null)) yield { number, cells: words };
  }
}

async function bytesOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    if ((await file.stat()).size > largestBytes) throw new TableFileError('too_large');
    return await file.readFile();
  } finally {
    await file.close();
  }
}

function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return text;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw new TableFileError('not_table');
}

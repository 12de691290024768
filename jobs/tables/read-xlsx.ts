import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { TableFileError, type Cell, type TableRow } from '../../core/table/table.ts';

/** Where the parts of a workbook lie; a zip slip is no danger, nothing is written. */
const workbookPath = 'xl/workbook.xml';
/** No sheet is wider: columns past it are left out. */
const widest = 200;
/** Unpacked, one part may be so large; a bomb ends here. */
const largestPart = 1_500_000_000;

/**
 * The rows of a workbook's first sheet, one after another: of 50,000 rows only the shared words are held. Days come as the numbers
 * that spreadsheets keep, and each row says from when they count.
 * @throws TableFileError when it is no workbook, or too large
 */
export async function* readXlsx(path: string): AsyncGenerator<TableRow> {
  const zip = await openZip(path);
  try {
    const entries = await entriesOf(zip);
    const { sheet, since1904 } = await firstSheet(zip, entries);
    const strings = await sharedStrings(zip, entries.get('xl/sharedStrings.xml'));
    for await (const row of sheetRows(zip, sheet, strings)) yield since1904 ? { ...row, since1904 } : row;
  } finally {
    zip.close();
  }
}

async function openZip(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { autoClose: false });
  } catch (error) {
    throw isMissing(error) ? error : new TableFileError('not_table', error);
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code);

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entry.uncompressedSize > largestPart) throw new TableFileError('too_large');
    entries.set(entry.fileName.replace(/^\//, ''), entry);
    if (entries.size > 10_000) throw new TableFileError('too_large');
  }
  return entries;
}

type Tags = Partial<{
  open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  close: (name: string) => void;
  text: (words: string) => void;
}>;

/** Names without their prefix: LibreOffice and others write some. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function parserOf({ open, close, text }: Tags): SaxesParser {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw new TableFileError('not_table', error);
  });
  parser.on('doctype', () => {
    throw new TableFileError('not_table');
  });
  if (open !== undefined) parser.on('opentag', ({ name, attributes }) => open(local(name), attributes));
  if (close !== undefined) parser.on('closetag', ({ name }) => close(local(name)));
  if (text !== undefined) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  return parser;
}

/** Reads a part piece by piece; after each piece whoever asked may take what it gave. */
async function* pieces(zip: ZipFile, entry: Entry): AsyncGenerator<string> {
  const stream: Readable = await zip.openReadStreamPromise(entry);
  stream.setEncoding('utf8');
  for await (const piece of stream) yield String(piece);
}

async function parsePart(zip: ZipFile, entry: Entry | undefined, tags: Tags): Promise<void> {
  if (entry === undefined) return;
  const parser = parserOf(tags);
  for await (const piece of pieces(zip, entry)) parser.write(piece);
  parser.close();
}

/** The first sheet, and whether the workbook's days count from 1904 (ECMA-376 Part 1, 18.2.28, date1904). */
async function firstSheet(
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
): Promise<{ sheet: Entry; since1904: boolean }> {
  let relation = '';
  let since1904 = false;
  await parsePart(zip, entries.get(workbookPath), {
    open: (name, attributes) => {
      if (name === 'sheet' && relation === '') relation = attributes['r:id'] ?? '';
      if (name === 'workbookPr') since1904 = ['1', 'true', 'on'].includes(attributes.date1904 ?? '');
    },
  });
  let target = 'worksheets/sheet1.xml';
  await parsePart(zip, entries.get('xl/_rels/workbook.xml.rels'), {
    open: (name, attributes) => {
      if (name === 'Relationship' && attributes.Id === relation) target = attributes.Target ?? target;
    },
  });
  const sheet = entries.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  if (sheet === undefined) throw new TableFileError('not_table');
  return { sheet, since1904 };
}

/** Words that several cells share. How a word is read aloud (rPh) is none of it. */
async function sharedStrings(zip: ZipFile, entry: Entry | undefined): Promise<string[]> {
  const strings: string[] = [];
  let words = '';
  let inText = false;
  let aloud = false;
  await parsePart(zip, entry, {
    open: (name) => {
      if (name === 'si') words = '';
      if (name === 't') inText = true;
      if (name === 'rPh') aloud = true;
    },
    close: (name) => {
      if (name === 'si') strings.push(words);
      if (name === 't') inText = false;
      if (name === 'rPh') aloud = false;
    },
    text: (piece) => {
      if (inText && !aloud) words += piece;
    },
  });
  return strings;
}

/** `C12` is in the third column. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]+/.exec(reference)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

async function* sheetRows(zip: ZipFile, entry: Entry, strings: readonly string[]): AsyncGenerator<TableRow> {
  const ready: TableRow[] = [];
  let number = 0;
  let cells: Cell[] = [];
  let column = -1;
  let type = '';
  let value = '';
  let inValue = false;
  const parser = parserOf({
    open: (name, attributes) => {
      if (name === 'row') {
        number = attributes.r === undefined ? number + 1 : Number(attributes.r);
        cells = [];
        column = -1;
      } else if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
        type = attributes.t ?? 'n';
        value = '';
      } else if (name === 'v' || name === 't') inValue = true;
    },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false;
      else if (name === 'c' && column >= 0 && column < widest) {
        while (cells.length < column) cells.push(null);
        cells[column] = cellOf(type, value, strings);
      } else if (name === 'row' && cells.some((cell) => cell !== null)) ready.push({ number, cells });
    },
    text: (words) => {
      if (inValue) value += words;
    },
  });
  for await (const piece of pieces(zip, entry)) {
    parser.write(piece);
    yield* ready.splice(0);
  }
  parser.close();
  yield* ready.splice(0);
}

/** What a cell holds; of a formula its last result, of an error nothing. */
function cellOf(type: string, value: string, strings: readonly string[]): Cell {
  if (value === '') return null;
  const words = type === 's' ? (strings[Number(value)] ?? '') : value;
  if (type === 'e' || words.trim() === '') return null;
  return type === 'n' && Number.isFinite(Number(words)) ? Number(words) : words;
}

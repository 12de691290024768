import type { ZoneIssue } from '../zone/fault.ts';

/** The lists that people exchange as tables. */
export const tableNames = ['enterprises', 'hazards', 'owners'] as const;
export type TableName = (typeof tableNames)[number];

/** What stands in a cell; spreadsheets keep days as numbers. Null: nothing. */
export type Cell = string | number | null;

/** One row of a file. */
export interface TableRow {
  /** As the spreadsheet counts, from 1. */
  number: number;
  cells: readonly Cell[];
  /** Its days count from 1904, as old workbooks of a Mac do; missing: from 1900. */
  since1904?: true;
}

/** A column by any of its headings. */
export interface Column<Key extends string = string> {
  key: Key;
  zh: string;
  en: string;
  /** What others call it. */
  also?: readonly string[];
  /** Without this column nothing can be read. */
  need?: true;
}

/** Why a row is refused, and where: a fault of the value, or of rows among one another. */
export interface RowFault {
  row: number;
  /** The column's key; '' for the row as a whole. */
  column: string;
  issue:
    | ZoneIssue
    | { code: 'same_row' | 'same_rank' | 'contradicts'; row: number }
    | { code: 'before_report' | 'in_future' | 'not_enterprise' };
}

/** Why nothing of a file can be read. */
export type TableFault =
  | { code: 'no_heading' }
  | { code: 'missing_columns'; columns: readonly string[] }
  | { code: 'same_column'; column: string }
  | { code: 'not_table' }
  | { code: 'too_large' };

/** Between the first days of both counts (ECMA-376 Part 1, 18.17.4.1). */
const daysTo1904 = 1_462;

/** A row's cells by column. */
export class Cells<Key extends string = string> {
  readonly number: number;
  readonly #places: ReadonlyMap<Key, number>;
  readonly #cells: readonly Cell[];
  readonly #since1904: boolean;

  constructor(row: TableRow, places: ReadonlyMap<Key, number>) {
    this.number = row.number;
    this.#since1904 = row.since1904 === true;
    this.#places = places;
    this.#cells = row.cells;
  }

  /** Whether the file has this column at all: an empty cell empties a field, a missing column leaves it as it is. */
  has(key: Key): boolean {
    return this.#places.has(key);
  }

  raw(key: Key): Cell {
    const at = this.#places.get(key);
    return at === undefined ? null : (this.#cells[at] ?? null);
  }

  /** The text of a cell as a person reads it; undefined when it is empty. */
  text(key: Key): string | undefined {
    const value = this.raw(key);
    const text = value === null ? '' : unguarded(String(value)).normalize('NFKC').trim();
    return text === '' ? undefined : text;
  }

  /** What stands in a column of days; a day's number counts from 1900, whatever the workbook counts from. */
  day(key: Key): Cell {
    const value = this.raw(key);
    if (typeof value !== 'number') return this.text(key) ?? null;
    return this.#since1904 ? value + daysTo1904 : value;
  }

  /** A number, also one that is stored as text; whatever else stands there comes back as text. */
  numeric(key: Key): number | string | undefined {
    const text = this.text(key);
    if (text === undefined) return undefined;
    return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  }

  /** Several in one cell, parted as people part them. */
  list(key: Key): string[] {
    return (this.text(key) ?? '')
      .split(/[、,;；，\n]+/u)
      .map((one) => one.trim())
      .filter((one) => one !== '');
  }
}

/** Cells that a spreadsheet would take for a formula; see OWASP, CSV Injection. */
const dangerous = /^\s*[=+\-@\t\r]/u;

/** A text that no spreadsheet runs: an apostrophe makes it text. */
export function guarded(text: string): string {
  return dangerous.test(text) ? `'${text}` : text;
}

/** A text without the apostrophe that guarded it. */
export function unguarded(text: string): string {
  return text.startsWith("'") && dangerous.test(text.slice(1)) ? text.slice(1) : text;
}

/** A file that is no table, or one so large that nobody could have written it by hand. */
export class TableFileError extends Error {
  readonly code: 'not_table' | 'too_large';

  constructor(code: 'not_table' | 'too_large', cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

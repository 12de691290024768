import { Heading, type Places } from './heading.ts';
import { Cells, type Column, type RowFault, type TableFault, type TableRow } from './table.ts';

/** What a file came to: its rows, or why nothing of it can be taken. */
export interface ReadTable<Row> {
  rows: Row[];
  /** The first of them, in the order of the file; `refused` counts all rows with one. */
  faults: RowFault[];
  refused: number;
  fault: TableFault | null;
}

/** What is wrong with a row beside the rows before it; nothing is wrong with those. */
export type Beside<Row> = (row: Row, number: number) => RowFault[];

/** How one table's rows are read. `beside` begins anew with each table. */
export interface RowReading<Key extends string, Row> {
  columns: readonly Column<Key>[];
  read: (cells: Cells<Key>) => { row: Row } | { faults: RowFault[] };
  beside: () => Beside<Row>;
}

/** No two rows may share this; the column says it. */
export function noTwo<Row>(column: string, keyOf: (row: Row) => string): () => Beside<Row> {
  return () => {
    const seen = new Map<string, number>();
    return (one, row) => {
      const key = keyOf(one);
      const first = seen.get(key);
      if (first !== undefined) return [{ row, column, issue: { code: 'same_row', row: first } }];
      seen.set(key, row);
      return [];
    };
  };
}

/** So many faults are kept for showing; a person mends these first. */
const keptFaults = 1_000;

/**
 * Reads a whole table, each row by itself, and says of each that is refused where and why. The heading may stand below a title, and
 * empty rows anywhere.
 */
export async function readRows<Key extends string, Row>(
  file: AsyncIterable<TableRow>,
  reading: RowReading<Key, Row>,
): Promise<ReadTable<Row>> {
  const taker = new Taker(reading);
  for await (const row of file) if (!taker.give(row)) break;
  return taker.end();
}

/** Takes rows one after another: first it looks for the heading, then it reads. */
class Taker<Key extends string, Row> {
  readonly #reading: RowReading<Key, Row>;
  readonly #heading: Heading;
  readonly #table: ReadTable<Row> = { rows: [], faults: [], refused: 0, fault: null };
  readonly #beside: Beside<Row>;
  /** Rows among which the heading is looked for. */
  readonly #first: TableRow[] = [];
  #places: Places | null = null;

  constructor(reading: RowReading<Key, Row>) {
    this.#reading = reading;
    this.#beside = reading.beside();
    this.#heading = new Heading(reading.columns);
  }

  /** False: nothing of this file can be read. */
  give(row: TableRow): boolean {
    if (this.#places !== null) {
      this.#take(row, this.#places);
      return true;
    }
    this.#first.push(row);
    if (!this.#heading.look(row)) this.#begin();
    return this.#table.fault === null;
  }

  end(): ReadTable<Row> {
    if (this.#places === null && this.#table.fault === null) this.#begin();
    return this.#table;
  }

  #begin(): void {
    const found = this.#heading.found();
    if ('code' in found) {
      this.#table.fault = found;
      return;
    }
    this.#places = found.places;
    for (const row of this.#first.splice(0)) if (row.number > found.row) this.#take(row, found.places);
  }

  #take(row: TableRow, places: Places): void {
    const { columns, read } = this.#reading;
    const cells = new Cells(row, places as ReadonlyMap<Key, number>);
    // A line under the table that says something elsewhere is no row of it.
    if (columns.every(({ key }) => cells.text(key) === undefined)) return;
    const result = read(cells);
    if ('faults' in result) {
      this.#refuse(result.faults);
      return;
    }
    const faults = this.#beside(result.row, row.number);
    if (faults.length > 0) this.#refuse(faults);
    else this.#table.rows.push(result.row);
  }

  #refuse(faults: readonly RowFault[]): void {
    this.#table.refused += 1;
    if (this.#table.faults.length < keptFaults) this.#table.faults.push(...faults);
  }
}

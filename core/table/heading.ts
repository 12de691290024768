import type { Cell, Column, TableFault, TableRow } from './table.ts';

/** The heading stands in one of the first rows: titles and notes may stand above it. */
const headingRows = 10;

/** Which cell of a row each column is. */
export type Places = ReadonlyMap<string, number>;

/** `联系电话（必填）*` is 联系电话. */
function plain(cell: Cell): string {
  return String(cell ?? '')
    .normalize('NFKC')
    .replaceAll(/\(.*?\)|\[.*?\]|[*\s_-]/gu, '')
    .toLowerCase();
}

function namesOf({ key, zh, en, also = [] }: Column): string[] {
  return [key, zh, en, ...also].map(plain);
}

/** Which columns a row names; a column that is named twice is there twice. */
function named(row: TableRow, columns: readonly Column[]): { key: string; at: number }[] {
  return row.cells.flatMap((cell, at) => {
    const name = plain(cell);
    const column = name === '' ? undefined : columns.find((one) => namesOf(one).includes(name));
    return column === undefined ? [] : [{ key: column.key, at }];
  });
}

/**
 * Finds the heading among the first rows: the one that names most columns. The names may be Chinese or English, in any order, with
 * others among them.
 */
export class Heading {
  readonly #columns: readonly Column[];
  #best: { row: number; named: { key: string; at: number }[] } | null = null;
  #seen = 0;

  constructor(columns: readonly Column[]) {
    this.#columns = columns;
  }

  /** Looks at one of the first rows. False: no more of them are needed. */
  look(row: TableRow): boolean {
    const found = named(row, this.#columns);
    if (found.length > (this.#best?.named.length ?? 0)) this.#best = { row: row.number, named: found };
    this.#seen += 1;
    return this.#seen < headingRows;
  }

  /** What was found once no more is to be looked at; `row` is the heading's own number. */
  found(): { row: number; places: Places } | TableFault {
    const best = this.#best;
    if (best === null || best.named.length === 0) return { code: 'no_heading' };
    const places = new Map<string, number>();
    for (const { key, at } of best.named) {
      if (places.has(key)) return { code: 'same_column', column: key };
      places.set(key, at);
    }
    const missing = this.#columns.filter(({ key, need }) => need === true && !places.has(key)).map(({ key }) => key);
    return missing.length > 0 ? { code: 'missing_columns', columns: missing } : { row: best.row, places };
  }
}

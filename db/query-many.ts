import type { Handle } from './handle.ts';
import { sql } from './drizzle.ts';
import { query } from './query.ts';
import type { Preparable, Query, Values, Writing } from './query.ts';

/** Rows that travel in one statement at most. Sizes are its powers of two, so that few statements serve any number of rows. */
const mostRows = 64;

/** A query that takes any number of rows; see `queryMany`. */
export interface ManyQuery<Row, Answer> {
  ofSize(size: number): Query<readonly Row[], Answer[]>;
}

/** Defines a query that is written once and takes many rows in one statement; each row has its own stand-ins. */
export function queryMany<Row, Answer = never>(
  write: (on: Writing, rows: Values<Row>[]) => Preparable<unknown>,
): ManyQuery<Row, Answer> {
  const sizes = new Map<number, Query<readonly Row[], Answer[]>>();
  const ofSize = (size: number): Query<readonly Row[], Answer[]> => {
    const rows = Array.from({ length: size }, (_, i) => standIns(i) as Values<Row>);
    return query((on) => write(on, rows) as Preparable<Answer[]>);
  };
  return {
    ofSize: (size) => {
      const known = sizes.get(size) ?? ofSize(size);
      sizes.set(size, known);
      return known;
    },
  };
}

/** Runs the query for all rows, in their order, in as few statements as their number has ones in binary. */
export async function runMany<Row extends object, Answer>(
  handle: Handle,
  many: ManyQuery<Row, Answer>,
  rows: readonly Row[],
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0, size = mostRows; from < rows.length;) {
    if (size > rows.length - from) {
      size /= 2;
      continue;
    }
    const answered = await handle.run(many.ofSize(size), rows.slice(from, from + size));
    if (Array.isArray(answered)) answers.push(...answered);
    from += size;
  }
  return answers;
}

/** Stand-ins for the values of one row among those that are given as a list. */
function standIns(row: number): unknown {
  return new Proxy(
    {},
    { get: (_, name) => (typeof name === 'string' ? sql.placeholder(`${String(row)}.${name}`) : undefined) },
  );
}

import type { Handle } from './handle.ts';
import { sql } from './drizzle.ts';
import { query } from './query.ts';
import type { Preparable, Query, Values, Writing } from './query.ts';

/**
 * How many rows a statement can have: few statements to keep prepared, and few of them for any number of rows. The longest
 * takes some milliseconds to compile when it is first used.
 */
const sizes = [32, 24, 16, 12, 8, 7, 6, 5, 4, 3, 2, 1];

/** A query that takes any number of rows; see `queryMany`. */
export interface ManyQuery<Row, Answer> {
  ofSize(size: number): Query<readonly Row[], Answer[]>;
}

/** Defines a query that is written once and takes many rows in one statement; each row has its own stand-ins. */
export function queryMany<Row, Answer = never>(
  write: (on: Writing, rows: Values<Row>[]) => Preparable<unknown>,
): ManyQuery<Row, Answer> {
  const known = new Map<number, Query<readonly Row[], Answer[]>>();
  const define = (size: number): Query<readonly Row[], Answer[]> => {
    const rows = Array.from({ length: size }, (_, i) => standIns(i) as Values<Row>);
    return query((on) => write(on, rows) as Preparable<Answer[]>);
  };
  return {
    ofSize: (size) => {
      const found = known.get(size) ?? define(size);
      known.set(size, found);
      return found;
    },
  };
}

/** Runs the query for all rows, in their order, in few statements that do not wait for one another. */
export async function runMany<Row extends object, Answer>(
  handle: Handle,
  many: ManyQuery<Row, Answer>,
  rows: readonly Row[],
): Promise<Answer[]> {
  const running: Promise<unknown>[] = [];
  for (let from = 0, size = 0; from < rows.length; from += size) {
    size = sizes.find((one) => one <= rows.length - from) ?? 1;
    running.push(handle.run(many.ofSize(size), rows.slice(from, from + size)));
  }
  const answered = await Promise.all(running);
  return answered.flatMap((answers) => (Array.isArray(answers) ? (answers as Answer[]) : []));
}

/** Stand-ins for the values of one row among those that are given as a list. */
function standIns(row: number): unknown {
  return new Proxy(
    {},
    { get: (_, name) => (typeof name === 'string' ? sql.placeholder(`${String(row)}.${name}`) : undefined) },
  );
}

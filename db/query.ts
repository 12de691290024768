import type { PgDatabase, PgPreparedQuery, PgQueryResultHKT, PreparedQueryConfig } from 'drizzle-orm/pg-core';
import type { Placeholder, SQL } from 'drizzle-orm/sql';
import type { Dialect } from './dialect.ts';
import { sql } from './drizzle.ts';
import { compile } from './plan.ts';
import type { Plan, Prepared } from './plan.ts';
import type { Tables } from './schema.ts';

/** What a statement without `returning` resolves to, on both engines. */
export interface Changed {
  /** How many rows it inserted, updated or deleted. */
  changed: number;
}

interface ChangedResult extends PgQueryResultHKT {
  type: Changed;
}

/** The query builders, and nothing else of drizzle: its own `transaction` commits what it should not on SQLite. */
export type Builders = Pick<
  PgDatabase<ChangedResult>,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'with' | '$with'
>;

/** What a query is written with. */
export interface Writing {
  db: Builders;
  tables: Tables;
  dialect: Dialect;
}

/** Stand-ins for the values that come with each call, by name. */
export type Values<Given> = {
  readonly [Name in keyof Given]: Placeholder<Name & string, Given[Name]> & SQL<Given[Name]>;
};

/** Any finished query builder whose rows are `Result`. */
export interface Preparable<Result> {
  prepare(name: string): PgPreparedQuery<PreparedQueryConfig & { execute: Result }>;
}

/**
 * A query, written once and run on both engines: `Given` are the values it is called with, `Result` what it resolves to.
 * It is compiled on first use and kept; the driver's statement is kept per connection.
 */
export interface Query<Given, Result> {
  readonly name: string;
  readonly write: (on: Writing, value: Values<Given>) => Preparable<Result>;
}

let count = 0;

/** Defines a query at the top of a module. Values given as `undefined` are refused: pass null. */
export function query<Given, Result>(
  write: (on: Writing, value: Values<Given>) => Preparable<Result>,
): Query<Given, Result> {
  count += 1;
  return { name: `q${String(count)}`, write };
}

/** Compiles queries for one engine and remembers them. */
export class Compiler {
  readonly writing: Writing;
  readonly #plans = new Map<unknown, Plan>();

  constructor(writing: Writing) {
    this.writing = writing;
  }

  /** The query's plan; made on the first call. */
  planOf<Given, Result>(query: Query<Given, Result>): Plan {
    const known = this.#plans.get(query);
    if (known !== undefined) return known;
    const plan = this.#compile(query.name, query.write(this.writing, placeholders as Values<Given>));
    this.#plans.set(query, plan);
    return plan;
  }

  /** A plan for one use, for queries whose text depends on what is asked. */
  planOnce<Result>(write: (on: Writing) => Preparable<Result>): Plan {
    return this.#compile('', write(this.writing));
  }

  #compile(name: string, built: Preparable<unknown>): Plan {
    return compile(name, built.prepare(name) as unknown as Prepared);
  }
}

const placeholders: unknown = new Proxy(
  {},
  { get: (_, name) => (typeof name === 'string' ? sql.placeholder(name) : undefined) },
);

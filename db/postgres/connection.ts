import pg from 'pg';
import type { PoolClient, QueryResult } from 'pg';
import type { Executor } from '../handle.ts';
import { bindAll } from '../plan.ts';
import type { GivenValues, Plan } from '../plan.ts';
import type { Changed, Compiler } from '../query.ts';

/** int8 and numeric, as PostgreSQL numbers its types. */
const numberTypes = new Set<number>([20, 1700]);

/** Whole numbers and counts come as numbers, as on SQLite; everything of ours fits 53 bits. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((...asked: Parameters<typeof pg.types.getTypeParser>): unknown =>
    numberTypes.has(asked[0]) ? Number : pg.types.getTypeParser(...asked)) as typeof pg.types.getTypeParser,
};

/** Runs queries on one client of the pool. */
export class Connection implements Executor {
  readonly client: PoolClient;
  readonly compiler: Compiler;

  constructor(client: PoolClient, compiler: Compiler) {
    this.client = client;
    this.compiler = compiler;
  }

  async execute(plan: Plan, given: GivenValues): Promise<unknown> {
    const values = bindAll(plan, given);
    const named = plan.name === '' ? {} : { name: plan.name };
    const result: QueryResult = await this.client.query({ ...named, text: plan.sql, values, rowMode: 'array', types });
    if (!plan.mapRow) return { changed: result.rowCount ?? 0 } satisfies Changed;
    return (result.rows as unknown[][]).map(plan.mapRow);
  }
}

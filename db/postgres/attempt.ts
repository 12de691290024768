import { DatabaseError } from 'pg';
import type { PoolClient } from 'pg';
import { Handle } from '../handle.ts';
import type { Compiler } from '../query.ts';
import { inTransaction } from '../transaction.ts';
import { Connection } from './connection.ts';

/**
 * Runs a callback once in a transaction on this client. The client is fit for the next one afterwards, or the error says
 * otherwise.
 * @returns what the callback gave and the handle, whose hooks are to be run
 */
export async function attempt<Result>(
  client: PoolClient,
  compiler: Compiler,
  run: (handle: Handle) => Promise<Result>,
): Promise<{ result: Result; handle: Handle }> {
  const handle = new Handle(new Connection(client, compiler));
  // Not waited for: BEGIN travels with the first query. If it fails, so does everything after it.
  const begun = client.query('BEGIN').catch((error: unknown) => {
    handle.fail(error);
  });
  const result = await inTransaction(handle, async (open) => {
    const value = await run(open);
    await begun;
    return value;
  }).catch(async (error: unknown) => {
    await begun;
    await rollBack(client, error);
    throw error;
  });
  await commit(client);
  return { result, handle };
}

/** The client can no longer be used. `committed: 'no'`: nothing was written; `'unknown'`: the answer to COMMIT was lost. */
export class BrokenClient extends Error {
  readonly committed: 'no' | 'unknown';

  constructor(committed: 'no' | 'unknown', cause: unknown) {
    super(`The connection to PostgreSQL was lost inside a transaction; committed: ${committed}`, { cause });
    this.committed = committed;
  }
}

/** PostgreSQL answers ROLLBACK to the COMMIT of a transaction in which a query failed. */
async function commit(client: PoolClient): Promise<void> {
  const answer = await client.query('COMMIT').catch((error: unknown) => {
    throw new BrokenClient('unknown', error);
  });
  if (answer.command !== 'COMMIT') throw new Error('The transaction was rolled back: one of its queries had failed');
}

async function rollBack(client: PoolClient, cause: unknown): Promise<void> {
  try {
    await client.query('ROLLBACK');
  } catch (error) {
    throw new BrokenClient('no', new AggregateError([cause, error]));
  }
}

/**
 * Whether the same callback can succeed when it is run again: it lost against another transaction (serialization failure,
 * deadlock), inserted what another had inserted a moment before and will now find, or lost its connection before COMMIT.
 */
export function isRetryable(error: unknown): boolean {
  if (error instanceof BrokenClient) return error.committed === 'no';
  return error instanceof DatabaseError && ['40001', '40P01', '23505'].includes(error.code ?? '');
}

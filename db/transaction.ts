import { AsyncLocalStorage } from 'node:async_hooks';
import type { Handle } from './handle.ts';

/** How long a callback may keep a transaction open, in milliseconds; it waits for nothing but the database. */
const limitMs = 10_000;

const current = new AsyncLocalStorage<Handle>();

/** The transaction that the calling code runs in, if it still runs. */
export function currentTransaction(): Handle | undefined {
  const handle = current.getStore();
  return handle?.open ? handle : undefined;
}

/** @throws Error inside a transaction: a second one would wait for the first, which waits for it. */
export function refuseNested(): void {
  if (currentTransaction()) {
    throw new Error('A transaction inside a transaction: use the handle that is there, or afterCommit');
  }
}

/**
 * Runs a callback on its handle and ends the handle, whatever happens.
 * @throws what the callback throws; else the first error of a query, even if the callback caught it; or that it took too long
 */
export async function inTransaction<Result>(handle: Handle, run: (handle: Handle) => Promise<Result>): Promise<Result> {
  const { promise: overdue, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new Error(`A transaction was given up: its callback was not done after ${limitMs} ms`));
  }, limitMs);
  try {
    const result = await Promise.race([current.run(handle, complete, handle, run), overdue]);
    handle.end();
    return result;
  } finally {
    handle.abandon();
    clearTimeout(timer);
  }
}

async function complete<Result>(handle: Handle, run: (handle: Handle) => Promise<Result>): Promise<Result> {
  const result = await run(handle);
  await handle.runLast();
  return result;
}

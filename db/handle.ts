import type { GivenValues, Plan } from './plan.ts';
import type { Compiler, Preparable, Query, Writing } from './query.ts';
import { namesPeople, stillKnown } from './read-ahead.ts';
import type { ReadAhead } from './read-ahead.ts';

/** Runs statements on one connection. */
export interface Executor {
  readonly compiler: Compiler;
  /** Rows, or how many were changed, as the plan says. `undefined` values are refused. */
  execute(plan: Plan, given: GivenValues): Promise<unknown>;
}

/**
 * One transaction, or the read side, as queries see it. It dies with its transaction: a callback that keeps it learns so
 * at once instead of writing into somebody else's transaction.
 */
export class Handle {
  readonly #executor: Executor;
  readonly #hooks: (() => void)[] = [];
  readonly #last: (() => Promise<void>)[] = [];
  #open = true;
  /** What was read beforehand, as long as it is what the database says. */
  readAhead: ReadAhead | undefined;
  /** Whom private matters name, as far as it was asked in this transaction: it is asked several times of one message. */
  readonly concerned = new Map<string, boolean>();
  #failure: { error: unknown } | undefined;

  constructor(executor: Executor) {
    this.#executor = executor;
  }

  /** Which engine runs the statements, for what is kept differently. */
  get engine(): 'sqlite' | 'postgres' {
    return this.#executor.compiler.writing.dialect.engine;
  }

  /** Whether the transaction still runs. */
  get open(): boolean {
    return this.#open;
  }

  /** Runs a query that was written beforehand. Any error fails the whole transaction, even when it is caught. */
  async run<Given, Result>(query: Query<Given, Result>, given: Given): Promise<Result> {
    this.#mustBeOpen();
    return this.#execute(this.#executor.compiler.planOf(query), given as GivenValues) as Promise<Result>;
  }

  /** Builds and runs a query whose text depends on what is asked, such as a search with optional filters. Slower. */
  async once<Result>(write: (on: Writing) => Preparable<Result>): Promise<Result> {
    this.#mustBeOpen();
    return this.#execute(this.#executor.compiler.planOnce(write), {}) as Promise<Result>;
  }

  /** Runs when, and only when, this transaction is committed. It must not throw and is not waited for. */
  afterCommit(hook: () => void): void {
    this.#mustBeOpen();
    this.#hooks.push(hook);
  }

  /** Runs when the callback is through, still inside the transaction; for what is best written once, at the end. */
  atLast(run: () => Promise<void>): void {
    this.#mustBeOpen();
    this.#last.push(run);
  }

  /** Runs what `atLast` collected. */
  async runLast(): Promise<void> {
    for (const run of this.#last) await run();
  }

  /** Runs what `afterCommit` collected; an error of one does not keep the others from running. */
  runHooks(failed: (error: unknown) => void): void {
    for (const hook of this.#hooks) {
      try {
        hook();
      } catch (error) {
        failed(error);
      }
    }
  }

  /** Marks the transaction as failed. */
  fail(error: unknown): void {
    this.#failure ??= { error };
  }

  /** Ends the handle's life; throws the first error that any of its queries met. */
  end(): void {
    this.#open = false;
    if (this.#failure) throw this.#failure.error;
  }

  /** Ends the handle's life whatever happened. */
  abandon(): void {
    this.#open = false;
  }

  async #execute(plan: Plan, given: GivenValues): Promise<unknown> {
    if (plan.writes !== null && namesPeople(plan.writes)) this.concerned.clear();
    if (plan.writes !== null && this.readAhead) this.readAhead = stillKnown(this.readAhead, plan.writes);
    try {
      return await this.#executor.execute(plan, given);
    } catch (error) {
      this.fail(error);
      throw error;
    }
  }

  #mustBeOpen(): void {
    if (!this.#open) throw new Error('This transaction is over; its handle can no longer be used');
  }
}

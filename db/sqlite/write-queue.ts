import { setImmediate as nextTurn } from 'node:timers/promises';
import { Handle } from '../handle.ts';
import { inTransaction } from '../transaction.ts';
import type { Connection } from './connection.ts';

/** Callers that share one fsync. More would keep timers and sockets waiting. */
const groupSize = 32;

interface Caller {
  run: (handle: Handle) => Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

/** How a caller fared inside its savepoint; told to it only when the whole group is on disk. */
type Outcome = { caller: Caller; value: unknown; handle: Handle } | { caller: Caller; error: unknown };

/**
 * Writes to one SQLite file, first come, first served. Callers that wait together share one transaction and so one fsync
 * (group commit), each inside its own savepoint: whoever fails is rolled back alone.
 */
export class WriteQueue {
  readonly #connection: Connection;
  readonly #committed: (handle: Handle) => void;
  readonly #waiting: Caller[] = [];
  #draining: Promise<void> | undefined;

  constructor(connection: Connection, committed: (handle: Handle) => void) {
    this.#connection = connection;
    this.#committed = committed;
  }

  /** Runs `run` in its turn; answers after the commit. */
  add<Result>(run: (handle: Handle) => Promise<Result>): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.push({ run, resolve: resolve as (value: unknown) => void, reject });
      this.#draining ??= this.#drain();
    });
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    await this.#draining;
  }

  /** Waits while each turn of the event loop brings more callers: the more there are, the less each pays for the fsync. */
  async #gather(): Promise<void> {
    let before: number;
    do {
      before = this.#waiting.length;
      await nextTurn();
    } while (this.#waiting.length > before && this.#waiting.length < groupSize);
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#gather();
      await this.#group();
    }
    this.#draining = undefined;
  }

  async #group(): Promise<void> {
    const callers: Caller[] = [];
    const outcomes = await this.#together(callers, () =>
      callers.length < groupSize ? this.#waiting.shift() : undefined,
    );
    if (outcomes) for (const outcome of outcomes) this.#tell(outcome);
    else for (const caller of callers) await this.#alone(caller);
  }

  /**
   * Takes callers as long as there are any, also those who come while others are at work, and puts them into `callers`.
   * Undefined when the transaction was lost as a whole (disk full, I/O error): then nothing has happened.
   */
  async #together(callers: Caller[], next: () => Caller | undefined): Promise<Outcome[] | undefined> {
    const outcomes: Outcome[] = [];
    try {
      this.#connection.control('BEGIN IMMEDIATE');
    } catch (error) {
      for (let caller = next(); caller !== undefined; caller = next()) callers.push(caller);
      return callers.map((caller) => ({ caller, error }));
    }
    try {
      for (let caller = next(); caller !== undefined; caller = next()) {
        callers.push(caller);
        outcomes.push(await this.#inSavepoint(caller));
      }
      this.#connection.control('COMMIT');
      return outcomes;
    } catch (error) {
      this.#rollBack();
      if (callers.length > 1) return undefined;
      return callers.map((caller) => outcomes.find((outcome) => 'error' in outcome) ?? { caller, error });
    }
  }

  async #alone(caller: Caller): Promise<void> {
    const left = [caller];
    const outcomes = await this.#together([], () => left.shift());
    for (const outcome of outcomes ?? []) this.#tell(outcome);
  }

  async #inSavepoint(caller: Caller): Promise<Outcome> {
    const handle = new Handle(this.#connection);
    this.#connection.control('SAVEPOINT caller');
    try {
      const value = await inTransaction(handle, caller.run);
      this.#connection.control('RELEASE caller');
      return { caller, value, handle };
    } catch (error) {
      if (!this.#connection.database.inTransaction) throw error;
      this.#connection.control('ROLLBACK TO caller');
      this.#connection.control('RELEASE caller');
      return { caller, error };
    }
  }

  #rollBack(): void {
    if (this.#connection.database.inTransaction) this.#connection.control('ROLLBACK');
  }

  #tell(outcome: Outcome): void {
    if ('error' in outcome) {
      outcome.caller.reject(outcome.error);
      return;
    }
    outcome.caller.resolve(outcome.value);
    this.#committed(outcome.handle);
  }
}

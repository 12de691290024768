import type { Sealing } from '../core/ports/sealing.ts';
import type { Reads, Store, Tx, WakeWord } from '../core/ports/store.ts';
import type { Engine } from './engine.ts';
import { SqlTx } from './sql-tx.ts';
import { currentTransaction } from './transaction.ts';
import type { Words } from './words.ts';

/** The zone's database on either engine. */
export class SqlStore implements Store {
  readonly read: Reads;
  readonly sealing: Sealing;
  readonly #engine: Engine;
  readonly #words: Words;
  readonly #hearingLosses = new Set<(error: unknown) => void>();

  constructor(engine: Engine, words: Words, sealing: Sealing) {
    this.read = new SqlTx(engine.read, sealing);
    this.sealing = sealing;
    this.#engine = engine;
    this.#words = words;
  }

  async transaction<Result>(run: (tx: Tx) => Promise<Result>): Promise<Result> {
    try {
      return await this.#engine.transaction((handle) => {
        const wakeSenders = (): void => handle.afterCommit(() => this.#engine.say({ about: 'outbox' }));
        return run(new SqlTx(handle, this.sealing, wakeSenders));
      });
    } catch (error) {
      for (const hear of this.#hearingLosses) hear(error);
      throw error;
    }
  }

  wipe(): Promise<void> {
    return this.#engine.wipe();
  }

  notify(word: WakeWord): void {
    const transaction = currentTransaction();
    if (transaction) transaction.afterCommit(() => this.#engine.say(word));
    else this.#engine.say(word);
  }

  listen(hear: (word: WakeWord) => void): () => void {
    return this.#words.listen(hear);
  }

  onLost(hear: (error: unknown) => void): () => void {
    this.#hearingLosses.add(hear);
    return () => this.#hearingLosses.delete(hear);
  }

  close(): Promise<void> {
    return this.#engine.close();
  }
}

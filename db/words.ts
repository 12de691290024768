import type { WakeWord } from '../core/ports/store.ts';

/** Passes wake-up words on to everybody who listens in this process. */
export class Words {
  readonly #listeners = new Set<(word: WakeWord) => void>();
  readonly #failed: (error: unknown) => void;

  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  /** Adds a listener; the answer removes it. */
  listen(hear: (word: WakeWord) => void): () => void {
    // Wrapped, so that one function can listen twice and each ending ends its own.
    const listener = (word: WakeWord) => hear(word);
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Tells every listener; one that throws does not keep the others from hearing. */
  tell(word: WakeWord): void {
    for (const hear of this.#listeners) {
      try {
        hear(word);
      } catch (error) {
        this.#failed(error);
      }
    }
  }

  /** After a connection was lost words may have been missed: everybody looks for work. */
  tellMissed(): void {
    this.tell({ about: 'outbox' });
    this.tell({ about: 'timers' });
  }
}

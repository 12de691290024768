import { setTimeout as sleep } from 'node:timers/promises';
import type { Inbound } from '../../core/message.ts';
import type { Receive } from '../../core/ports/chat.ts';
import type { Log } from '../../core/ports/log.ts';

const LONGEST_WAIT_MS = 30_000;

/**
 * Hands events over until they are stored. WeChat delivers nothing twice, so when storage is down they wait here, in
 * memory, each room in its order.
 */
export class HandOver {
  readonly #receive: Receive;
  readonly #log: Log;
  readonly #firstWaitMs: number;
  readonly #stopping = new AbortController();
  /** Events cannot be stored, and that was said. */
  #isStuck = false;
  /** The last thing in hand of each room. */
  readonly #inHand = new Map<string, Promise<void>>();

  constructor(receive: Receive, log: Log, firstWaitMs: number) {
    this.#receive = receive;
    this.#log = log;
    this.#firstWaitMs = firstWaitMs;
  }

  /** Makes events and hands them over, after everything of the same room before it. Failures are logged. */
  inOrder(room: string, make: () => Promise<readonly Inbound[]>): void {
    // What does not depend on what came before begins at once.
    const made = make();
    const before = this.#inHand.get(room) ?? Promise.resolve();
    const mine = before.then(async () => {
      try {
        const events = await made;
        if (events.length > 0) await this.#untilStored(events);
      } catch (error) {
        this.#log.error({ err: error, room }, 'WeChat event could not be taken');
      }
    });
    this.#inHand.set(room, mine);
    // A rejection is answered for above; until its turn comes it must not count as unhandled.
    made.catch(() => undefined);
    void mine.then(() => {
      if (this.#inHand.get(room) === mine) this.#inHand.delete(room);
    });
  }

  /** Waits; ends early when stopping. */
  async pause(milliseconds: number): Promise<void> {
    try {
      await sleep(milliseconds, undefined, { signal: this.#stopping.signal });
    } catch (error) {
      if (!this.#stopping.signal.aborted) throw error;
    }
  }

  /** Waits for what is in hand, then gives up what still cannot be stored. */
  async stop(waitMs: number): Promise<void> {
    const all = Promise.all(this.#inHand.values());
    const timer = setTimeout(() => this.#stopping.abort(), waitMs);
    await all;
    clearTimeout(timer);
    this.#stopping.abort();
  }

  async #untilStored(events: readonly Inbound[]): Promise<void> {
    for (let wait = this.#firstWaitMs; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      try {
        await this.#receive(events);
        this.#isStuck = false;
        return;
      } catch (error) {
        const updateIds = events.map(({ updateId }) => updateId);
        if (this.#stopping.signal.aborted) {
          this.#log.error(
            { err: error, updateIds },
            'WeChat events are lost: they could not be stored before the stop',
          );
          return;
        }
        if (!this.#isStuck)
          this.#log.warn({ err: error, updateIds }, 'WeChat events could not be stored; trying again');
        this.#isStuck = true;
      }
      await this.pause(wait);
    }
  }
}

import type { Inbound, InboundMessage, InboundTap } from '../../core/message.ts';

const PATIENCE_MS = 8_000;

/** Stands in for the inbox: keeps what an adapter hands over, and lets a test wait for it. */
export class Collected {
  readonly events: Inbound[] = [];
  /** How many of the next hand-overs fail, as when storage is down. */
  failures = 0;
  #waiting: (() => void)[] = [];

  receive = async (events: readonly Inbound[]): Promise<void> => {
    await Promise.resolve();
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('storage is down');
    }
    this.events.push(...events);
    for (const wake of this.#waiting.splice(0)) wake();
  };

  /** The first `count` events that fit, as soon as they are there. */
  async until(fits: (event: Inbound) => boolean, count = 1): Promise<Inbound[]> {
    const giveUp = AbortSignal.timeout(PATIENCE_MS);
    for (;;) {
      const found = this.events.filter(fits);
      if (found.length >= count) return found;
      await new Promise<void>((resolve, reject) => {
        this.#waiting.push(resolve);
        giveUp.addEventListener('abort', () => reject(new Error(`only ${found.length} of ${count} such events came`)), {
          once: true,
        });
      });
    }
  }

  /** The message with this text, as soon as it is there. */
  async message(text: string): Promise<{ inbound: Inbound; message: InboundMessage }> {
    return this.messageThat((message) => message.text === text);
  }

  /** The first message that fits, as soon as it is there. */
  async messageThat(
    fits: (message: InboundMessage) => boolean,
  ): Promise<{ inbound: Inbound; message: InboundMessage }> {
    const [inbound] = await this.until(({ event }) => event.kind === 'message' && fits(event));
    if (inbound?.event.kind !== 'message') throw new Error('no such message');
    return { inbound, message: inbound.event };
  }

  /** The first tap, or words with `code` in them, as soon as it is there. */
  async answer(code: string): Promise<InboundTap | InboundMessage> {
    const [inbound] = await this.until(
      ({ event }) => event.kind === 'tap' || (event.kind === 'message' && event.text.includes(code)),
    );
    if (inbound?.event.kind !== 'tap' && inbound?.event.kind !== 'message') throw new Error('no such answer');
    return inbound.event;
  }
}

import { buttonsOf } from './bot-api-stand-in.ts';
import type { BotApiStandIn, Call } from './bot-api-stand-in.ts';

interface Waiter {
  fits: (call: Call) => boolean;
  done: (call: Call) => void;
}

/** Everything that reaches the stand-in, and waiting for something to. */
export class CallWatch {
  calls: Call[] = [];
  #waiters: Waiter[] = [];
  #lastAt = 0;

  constructor(standIn: BotApiStandIn) {
    standIn.onCall = (call) => {
      this.calls.push(call);
      this.#lastAt = call.at;
      for (const waiter of this.#waiters.filter(({ fits }) => fits(call))) waiter.done(call);
    };
  }

  /** The next fitting call, or one that is there already. */
  async call(what: string, fits: (call: Call) => boolean, timeoutMs = 10_000): Promise<Call> {
    const there = this.calls.find(fits);
    if (there !== undefined) return there;
    return await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`Nobody sent ${what} within ${timeoutMs} ms`)), timeoutMs);
      const waiter: Waiter = {
        fits,
        done: (call) => {
          clearTimeout(timer);
          this.#waiters = this.#waiters.filter((other) => other !== waiter);
          resolve(call);
        },
      };
      this.#waiters.push(waiter);
    });
  }

  /** The message in this chat that carries a button of the verb, and the button's data. */
  async button(chat: number, verb: string): Promise<{ messageId: number; data: string }> {
    const dataOf = (call: Call): string | undefined => buttonsOf(call).find((data) => data.split('.')[1] === verb);
    const call = await this.call(`the button ${verb}`, (one) => one.chat === chat && dataOf(one) !== undefined);
    return { messageId: call.messageId, data: dataOf(call) ?? '' };
  }

  /** Resolves when nothing was sent for `ms`, counted from now. */
  async quiet(ms: number): Promise<void> {
    const from = performance.now();
    while (performance.now() - Math.max(from, this.#lastAt) < ms)
      await new Promise((resolve) => setTimeout(resolve, ms / 4));
  }

  forget(): void {
    this.calls = [];
  }
}

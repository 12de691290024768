import { ids } from './bench-zone.ts';
import type { CallWatch } from './call-watch.ts';
import { tapUpdate, textUpdate } from './updates.ts';
import type { WebhookClient } from './webhook-client.ts';

/** One incident from outside: what a resident writes and what the officer taps. */
export class CallOut {
  readonly #client: WebhookClient;
  readonly #watch: CallWatch;

  constructor(client: WebhookClient, watch: CallWatch) {
    this.#client = client;
    this.#watch = watch;
  }

  /** From the report to the card that offers to call out. */
  async prepare(resident: number): Promise<void> {
    this.#watch.forget();
    await this.#client.post(textUpdate(ids.resident(resident), '厂里着火了 浓烟 西塘工业区这边'));
    await this.tap('confirm');
    await this.#watch.button(ids.commandGroup, 'call_out');
    await this.#watch.quiet(300);
  }

  /** The officer taps a button of the command card; answers when the tap was posted. */
  async tap(verb: string): Promise<{ at: number; answered: Promise<unknown> }> {
    const { messageId, data } = await this.#watch.button(ids.commandGroup, verb);
    const { update } = tapUpdate(ids.officer, ids.commandGroup, messageId, data);
    const at = performance.now();
    const answered = this.#client.post(update);
    await Promise.resolve();
    return { at, answered };
  }

  /** Ends it, so that everybody can be called again. */
  async end(): Promise<void> {
    await (
      await this.tap('cancel')
    ).answered;
    await this.#watch.quiet(1_200);
  }
}

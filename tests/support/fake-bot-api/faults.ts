/**
 * What goes wrong with a call.
 * - `revoked`: 401, nothing done: the token is taken back. - `proxy_page`: 404 as a page of HTML, nothing done: something
 *   on the way answered. - `flood`: 429, nothing done. - `server_error`: 500 as JSON, nothing done. - `bad_gateway`: 502 as a page of HTML, nothing done.
 * - `reset_before`: the connection breaks and nothing was done. - `reset_after`: done, then the connection breaks.
 * - `hang`: nothing done and no answer ever. - `hang_after`: done, and no answer ever. - `slow`: done and answered later.
 * - `garbage`: done, but the answer is no JSON.
 */
export const faultKinds = [
  'revoked',
  'proxy_page',
  'flood',
  'server_error',
  'bad_gateway',
  'reset_before',
  'reset_after',
  'hang',
  'hang_after',
  'slow',
  'garbage',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  kind: FaultKind;
  /** Only these methods; all when missing. */
  methods?: readonly string[] | undefined;
  /** Only this chat; all when missing. */
  chat?: number | undefined;
  /** So many calls before it is over; Infinity until cleared. */
  times: number;
  /** For `flood`. */
  retryAfterSeconds: number;
  /** For `slow`. */
  delayMs: number;
}

/** The faults that are to come, first come first served. */
export class Faults {
  #faults: Fault[] = [];

  add(fault: Fault): void {
    this.#faults.push(fault);
  }

  clear(): void {
    this.#faults = [];
  }

  /** The fault for this call, counted down. */
  take(method: string, chatId: number | undefined): Fault | undefined {
    const fault = this.#faults.find(
      ({ methods, chat }) =>
        (methods === undefined || methods.includes(method)) && (chat === undefined || chat === chatId),
    );
    if (!fault) return undefined;
    fault.times -= 1;
    if (fault.times <= 0) this.#faults = this.#faults.filter((other) => other !== fault);
    return fault;
  }
}

import net from 'node:net';
import tls from 'node:tls';
import { TransportError } from '../../core/error.ts';
import { CallConnection, type Exchange } from './call-connection.ts';

/** One call. The path holds the token, so it appears in no error. */
export interface Call {
  /** Below the root; begins with a slash. */
  path: string;
  /** For errors and logs: what is asked for, without the token. */
  what: string;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array | string;
  timeoutMs: number;
  signal?: AbortSignal | undefined;
}

export interface CallAnswer {
  status: number;
  body: Buffer;
}

/** More than the outbox sends at once (256), so that sends that hang leave room for asking for updates and answering taps. */
const MOST_CONNECTIONS = 320;

/** An exchange with its connection; null: it waits for one. */
interface Placed extends Exchange {
  on: CallConnection | null;
}

/**
 * POSTs over connections that stay open. Every message that is said goes through here, and node:http's client costs three times
 * as much as writing the request and reading the answer. It tells apart what certainly did not arrive (`retryable`) from what
 * may have arrived (`unknown`).
 */
export class CallClient {
  readonly #root: URL;
  readonly #all = new Set<CallConnection>();
  readonly #free: CallConnection[] = [];
  readonly #waiting: Placed[] = [];

  /** @param root such as `https://api.telegram.org`, perhaps with a path */
  constructor(root: string) {
    this.#root = new URL(root.replace(/\/+$/, ''));
  }

  /** @throws TransportError when there is no answer to look at */
  call(call: Call): Promise<CallAnswer> {
    return new Promise((resolve, reject) => {
      const { signal, timeoutMs, what } = call;
      const over = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
      };
      const exchange: Placed = {
        on: null,
        head: this.#headOf(call),
        body: call.body,
        answered: (answer) => {
          over();
          resolve(answer);
        },
        lost: (why, arrived) => {
          over();
          reject(new TransportError(arrived ? 'unknown' : 'retryable', `${what}: ${why}`));
        },
      };
      const timer = setTimeout(() => this.#giveUp(exchange, `no answer within ${timeoutMs} ms`), timeoutMs);
      const abort = (): void => this.#giveUp(exchange, 'ended');
      signal?.addEventListener('abort', abort);
      if (signal?.aborted === true) exchange.lost('ended', false);
      else this.#begin(exchange);
    });
  }

  /** Closes every connection; calls under way fail. */
  close(): void {
    for (const exchange of this.#waiting.splice(0)) exchange.lost('closed', false);
    for (const connection of this.#all) connection.close('closed');
  }

  #begin(exchange: Placed): void {
    const connection = this.#free.pop() ?? (this.#all.size < MOST_CONNECTIONS ? this.#open() : null);
    exchange.on = connection;
    if (connection === null) this.#waiting.push(exchange);
    else connection.begin(exchange);
  }

  #giveUp(exchange: Placed, why: string): void {
    if (exchange.on !== null) {
      exchange.on.close(why);
      return;
    }
    this.#waiting.splice(this.#waiting.indexOf(exchange), 1);
    exchange.lost(why, false);
  }

  #open(): CallConnection {
    const { protocol, hostname, port } = this.#root;
    const secure = protocol === 'https:';
    const host = hostname.replace(/^\[|\]$/g, '');
    // `connect` is looked up at each call and not imported by name, so that what intercepts connections is seen.
    const socket = secure
      ? tls.connect({ host, port: Number(port || 443), ...(net.isIP(host) === 0 && { servername: host }) })
      : net.connect({ host, port: Number(port || 80) });
    const connection = new CallConnection(
      socket,
      secure ? 'secureConnect' : 'connect',
      (free) => this.#offer(free),
      (closed) => this.#forget(closed),
    );
    this.#all.add(connection);
    return connection;
  }

  /** It takes the next call that waits, or is kept for one. */
  #offer(connection: CallConnection): void {
    this.#free.push(connection);
    const next = this.#waiting.shift();
    if (next !== undefined) this.#begin(next);
  }

  #forget(connection: CallConnection): void {
    this.#all.delete(connection);
    const at = this.#free.indexOf(connection);
    if (at >= 0) this.#free.splice(at, 1);
    const next = this.#waiting.shift();
    if (next !== undefined) this.#begin(next);
  }

  #headOf({ path, headers, body }: Call): string {
    const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const { host, pathname } = this.#root;
    const root = pathname === '/' ? '' : pathname;
    return `POST ${root}${path} HTTP/1.1\r\nhost: ${host}\r\n${fields.join('')}content-length: ${Buffer.byteLength(body)}\r\n\r\n`;
  }
}

import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { TransportError, type TransportFailure } from '../../core/error.ts';

/** One request. The path holds the token, so it appears in no error. */
export interface HttpRequest {
  method: 'GET' | 'POST';
  /** Below the root; begins with a slash. */
  path: string;
  /** For errors and logs: what is asked for, without the token. */
  what: string;
  headers?: Readonly<Record<string, string>>;
  body?: Uint8Array | string;
  timeoutMs: number;
  /** More bytes than this in the answer are refused. */
  limitBytes?: number;
  signal?: AbortSignal | undefined;
}

export interface HttpAnswer {
  status: number;
  body: Buffer;
}

/** An answer whose body is still to come. Without an interest in it, `close` it. */
export interface HttpStream {
  status: number;
  pieces: AsyncIterable<Uint8Array>;
  close(): void;
}

/** A free connection is closed after so long, before the server does it and a request is lost on it. */
const IDLE_MS = 20_000;
/** More than the outbox sends at once (256), so that sends that hang leave room for asking for updates and answering taps. */
const MOST_CONNECTIONS = 320;
const ANSWER_LIMIT_BYTES = 8 * 1024 * 1024;

/**
 * A small HTTP client over connections that stay open; several times as fast as a new connection for each call. It tells
 * apart what certainly did not arrive (`retryable`) from what may have arrived (`unknown`).
 */
export class HttpClient {
  readonly #root: string;
  readonly #agent: http.Agent;
  /** Its `request` is looked up at each call and not imported by name, so that what intercepts requests is seen. */
  readonly #module: typeof http | typeof https;
  readonly #standsAt: 'connect' | 'secureConnect';

  /** @param root such as `https://api.telegram.org`, perhaps with a path */
  constructor(root: string) {
    this.#root = root.replace(/\/+$/, '');
    const options = { keepAlive: true, maxSockets: MOST_CONNECTIONS, timeout: IDLE_MS };
    const secure = this.#root.startsWith('https:');
    this.#module = secure ? https : http;
    this.#standsAt = secure ? 'secureConnect' : 'connect';
    this.#agent = new this.#module.Agent(options);
  }

  /** @throws TransportError when there is no answer to look at */
  call(ask: HttpRequest): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      // From the moment the connection stands (for https: is agreed on), the other side may have read all of it. Asking
      // again for a file does no harm.
      let arrived = false;
      const fail = (
        why: string,
        failure: TransportFailure = arrived && ask.method === 'POST' ? 'unknown' : 'retryable',
      ): void => {
        clearTimeout(timer);
        reject(new TransportError(failure, `${ask.what}: ${why}`));
        request.destroy();
      };
      const timer = setTimeout(() => fail(`no answer within ${ask.timeoutMs} ms`), ask.timeoutMs);
      const request = this.#module.request(
        `${this.#root}${ask.path}`,
        { method: ask.method, agent: this.#agent, headers: headersOf(ask), ...(ask.signal && { signal: ask.signal }) },
        (response) => {
          arrived = true;
          collect(response, ask.limitBytes ?? ANSWER_LIMIT_BYTES).then(
            (body) => {
              clearTimeout(timer);
              if (body === null) fail('the answer is too large', ask.method === 'POST' ? 'unknown' : 'permanent');
              else resolve({ status: response.statusCode ?? 0, body });
            },
            (error: unknown) => fail(codeOf(error)),
          );
        },
      );
      request.on('socket', (socket) => {
        if (socket.connecting) socket.once(this.#standsAt, () => (arrived = true));
        else arrived = true;
      });
      request.on('error', (error) => fail(codeOf(error)));
      request.end(ask.body);
    });
  }

  /**
   * Asks for something large. The pieces of the answer come as they are read, more than the limit is refused; whoever leaves
   * them ends the connection.
   * @throws TransportError when there is no answer to look at, also from the pieces
   */
  open(ask: Omit<HttpRequest, 'method' | 'body'> & { limitBytes: number }): Promise<HttpStream> {
    return new Promise((resolve, reject) => {
      let isLate = false;
      const failed = (error: unknown): TransportError =>
        new TransportError('retryable', `${ask.what}: ${isLate ? `not there in ${ask.timeoutMs} ms` : codeOf(error)}`);
      const request = this.#module.request(
        `${this.#root}${ask.path}`,
        { method: 'GET', agent: this.#agent, headers: headersOf(ask) },
        (response) => {
          const close = (): void => {
            clearTimeout(timer);
            response.destroy();
          };
          const pieces = piecesOf(response, { ...ask, failed, close });
          resolve({ status: response.statusCode ?? 0, pieces, close });
        },
      );
      const timer = setTimeout(() => {
        isLate = true;
        request.destroy();
      }, ask.timeoutMs);
      request.on('error', (error) => {
        clearTimeout(timer);
        reject(failed(error));
      });
      request.end();
    });
  }

  /** Closes every connection; calls under way fail. */
  close(): void {
    this.#agent.destroy();
  }
}

function headersOf({ headers, body }: Pick<HttpRequest, 'headers' | 'body'>): Record<string, string | number> {
  return { ...headers, ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) };
}

async function* piecesOf(
  response: IncomingMessage,
  how: { what: string; limitBytes: number; failed: (error: unknown) => TransportError; close: () => void },
): AsyncGenerator<Uint8Array, void, undefined> {
  let size = 0;
  try {
    for await (const piece of response as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > how.limitBytes) {
        throw new TransportError('permanent', `${how.what}: larger than ${how.limitBytes} bytes`, {
          reason: 'refused',
        });
      }
      yield piece;
    }
  } catch (error) {
    throw error instanceof TransportError ? error : how.failed(error);
  } finally {
    how.close();
  }
}

/** The whole body; null when it is larger than the limit. */
async function collect(response: IncomingMessage, limitBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limitBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** The system's short word for what went wrong, such as ECONNRESET; never the message, which could name the address. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

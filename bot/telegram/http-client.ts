import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { TransportError } from '../../core/error.ts';

/** One request for something large. The path holds the token, so it appears in no error. */
export interface HttpRequest {
  /** Below the root; begins with a slash. */
  path: string;
  /** For errors and logs: what is asked for, without the token. */
  what: string;
  timeoutMs: number;
  /** More bytes than this in the answer are refused. */
  limitBytes: number;
}

/** An answer whose body is still to come. Without an interest in it, `close` it. */
export interface HttpStream {
  status: number;
  pieces: AsyncIterable<Uint8Array>;
  close(): void;
}

/** A free connection is closed after so long, before the server does it and a request is lost on it. */
const IDLE_MS = 20_000;

/** Fetches files, piece by piece, over connections that stay open. Asking again for a file does no harm. */
export class HttpClient {
  readonly #root: string;
  readonly #agent: http.Agent;
  /** Its `request` is looked up at each call and not imported by name, so that what intercepts requests is seen. */
  readonly #module: typeof http | typeof https;

  /** @param root such as `https://api.telegram.org`, perhaps with a path */
  constructor(root: string) {
    this.#root = root.replace(/\/+$/, '');
    const options = { keepAlive: true, timeout: IDLE_MS };
    const secure = this.#root.startsWith('https:');
    this.#module = secure ? https : http;
    this.#agent = new this.#module.Agent(options);
  }

  /**
   * The pieces of the answer come as they are read, more than the limit is refused; whoever leaves
   * them ends the connection.
   * @throws TransportError when there is no answer to look at, also from the pieces
   */
  open(ask: HttpRequest): Promise<HttpStream> {
    return new Promise((resolve, reject) => {
      let isLate = false;
      const failed = (error: unknown): TransportError =>
        new TransportError('retryable', `${ask.what}: ${isLate ? `not there in ${ask.timeoutMs} ms` : codeOf(error)}`);
      const request = this.#module.request(`${this.#root}${ask.path}`, { agent: this.#agent }, (response) => {
        const close = (): void => {
          clearTimeout(timer);
          response.destroy();
        };
        const pieces = piecesOf(response, { ...ask, failed, close });
        resolve({ status: response.statusCode ?? 0, pieces, close });
      });
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

/** The system's short word for what went wrong, such as ECONNRESET; never the message, which could name the address. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

import type { Socket } from 'node:net';
import { AnswerReader, type WireAnswer } from './answer-reader.ts';

/** A request on its way, and who waits for its answer. */
export interface Exchange {
  /** Request line and fields, with the empty line after them. */
  head: string;
  body: Uint8Array | string;
  answered(answer: WireAnswer): void;
  /** `arrived`: the other side may have read all of it. */
  lost(why: string, arrived: boolean): void;
}

/** A free connection is closed after so long, or so long before the server would do it, lest a request is lost on it. */
const IDLE_MS = 20_000;
const MARGIN_MS = 1_000;
const ANSWER_LIMIT_BYTES = 8 * 1024 * 1024;

/** One connection, with one exchange on it at a time. */
export class CallConnection {
  readonly #socket: Socket;
  readonly #free: (connection: CallConnection) => void;
  #exchange: Exchange | null = null;
  #reader = new AnswerReader(ANSWER_LIMIT_BYTES);
  /** From then on (for https: when it is agreed on) the other side reads what is written. */
  #stands = false;
  #idleMs = IDLE_MS;

  /**
   * @param standsAt the socket's event when the connection stands
   * @param free is told after each exchange that leaves the connection fit for another
   * @param closed is told once, at the end
   */
  constructor(
    socket: Socket,
    standsAt: 'connect' | 'secureConnect',
    free: (connection: CallConnection) => void,
    closed: (connection: CallConnection) => void,
  ) {
    this.#socket = socket;
    this.#free = free;
    socket.setNoDelay(true);
    socket.setTimeout(IDLE_MS);
    socket.on('timeout', () => {
      if (this.#exchange === null) this.close('idle');
    });
    socket.on(standsAt, () => (this.#stands = true));
    socket.on('data', (piece: Buffer) => this.#read(() => this.#reader.take(piece)));
    socket.on('end', () => this.#read(() => this.#reader.end()));
    socket.on('error', (error) => this.close(codeOf(error)));
    socket.on('close', () => {
      this.close('ECONNRESET');
      closed(this);
    });
  }

  begin(exchange: Exchange): void {
    this.#exchange = exchange;
    this.#reader = new AnswerReader(ANSWER_LIMIT_BYTES);
    if (typeof exchange.body === 'string') {
      this.#socket.write(exchange.head + exchange.body);
      return;
    }
    this.#socket.write(exchange.head);
    this.#socket.write(exchange.body);
  }

  /** The exchange under way, if there is one, is lost. */
  close(why: string): void {
    const exchange = this.#exchange;
    this.#exchange = null;
    this.#socket.destroy();
    exchange?.lost(why, this.#stands);
  }

  #read(read: () => WireAnswer | null): void {
    const exchange = this.#exchange;
    // Nothing was asked, so it is no answer to anything.
    if (exchange === null) {
      this.close('unasked');
      return;
    }
    try {
      const answer = read();
      if (answer === null) return;
      this.#exchange = null;
      this.#goOn(answer);
      exchange.answered(answer);
    } catch (error) {
      this.close(error instanceof Error ? error.message : 'failed');
    }
  }

  #goOn({ keepAliveMs }: WireAnswer): void {
    const idleMs = Math.min(IDLE_MS, keepAliveMs - MARGIN_MS);
    if (idleMs <= 0) {
      this.#socket.destroy();
      return;
    }
    if (idleMs !== this.#idleMs) this.#socket.setTimeout(idleMs);
    this.#idleMs = idleMs;
    this.#free(this);
  }
}

/** The system's short word for what went wrong, such as ECONNRESET; never the message, which could name the address. */
function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';

/** Between two words of a quiet stream: proxies and pages take longer silence for a lost line. */
const HEARTBEAT_MS = 15_000;

/** One event of a stream. */
interface StreamEvent {
  id?: string;
  data: string;
}

/** What a stream does while it is open. */
export interface Streaming {
  /** Begins; answers how to stop. */
  open(write: (event: StreamEvent) => void): Promise<() => void>;
  /** What is said when there was nothing to say for a while. */
  heartbeat(): string;
}

/** Every open server-sent event stream: at most so many, and all of them end when the program does. */
export class EventStreams {
  readonly #limit: number;
  readonly #open = new Set<() => void>();
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Answers with a stream, or with 503 when too many are open. */
  answer(context: Context, streaming: Streaming): Response {
    if (this.#open.size >= this.#limit) return context.text('', 503, { 'retry-after': '5' });
    // Proxies of the nginx family would hold events back.
    context.header('x-accel-buffering', 'no');
    return streamSSE(context, async (stream) => {
      const ended = Promise.withResolvers<undefined>();
      const end = (): void => ended.resolve(undefined);
      this.#open.add(end);
      stream.onAbort(end);
      const write = (event: StreamEvent): void => void stream.writeSSE(event).catch(end);
      const heart = setInterval(() => write({ data: streaming.heartbeat() }), HEARTBEAT_MS);
      let stop: (() => void) | null = null;
      try {
        stop = await streaming.open(write);
        await ended.promise;
      } finally {
        clearInterval(heart);
        stop?.();
        this.#open.delete(end);
      }
    });
  }

  /** Ends every stream; browsers come back by themselves. */
  close(): void {
    for (const end of this.#open) end();
  }
}

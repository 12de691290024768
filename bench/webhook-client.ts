import { Agent, request } from 'node:http';

/** Posts updates to a bot's webhook over connections that stay open. */
export class WebhookClient {
  readonly #agent: Agent;
  readonly #port: number;
  readonly #path: string;
  readonly #secret: string;

  constructor(target: { port: number; path: string; secret: string }, connections: number) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
    this.#port = target.port;
    this.#path = target.path;
    this.#secret = target.secret;
  }

  /** Resolves with the status when the bot has answered. */
  post(update: object): Promise<number> {
    const json = Buffer.from(JSON.stringify(update));
    return new Promise((resolve, reject) => {
      const call = request(
        {
          agent: this.#agent,
          host: '127.0.0.1',
          port: this.#port,
          path: this.#path,
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'content-length': json.length,
            'x-telegram-bot-api-secret-token': this.#secret,
          },
        },
        (response) => {
          response.resume();
          response.on('end', () => resolve(response.statusCode ?? 0));
        },
      );
      call.on('error', (error: NodeJS.ErrnoException) => {
        // The server had just closed a connection that was idle: nothing was read, so it is posted again.
        if (call.reusedSocket && error.code === 'ECONNRESET') this.post(update).then(resolve, reject);
        else reject(error);
      });
      call.end(json);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

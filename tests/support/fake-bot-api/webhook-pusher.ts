import { Agent, request } from 'node:http';
import type { Update } from 'grammy/types';
import type { Clock } from '../../../core/clock.ts';

/** Where updates are pushed to. */
export interface WebhookTarget {
  url: string;
  secret: string;
  maxConnections: number;
}

const FIRST_RETRY_MS = 50;
const LONGEST_RETRY_MS = 2_000;

interface Lane {
  updates: Update[];
  failures: number;
}

/** POSTs updates to the bot's webhook: one at a time for a chat, many chats at once, again until a 2xx comes back. */
export class WebhookPusher {
  target: WebhookTarget | undefined;
  lastError: { date: number; message: string } | undefined;
  delivered = 0;
  readonly #clock: Clock;
  readonly #confirm: (update: Update) => void;
  #agent: Agent | undefined;
  #lanes = new Map<number, Lane>();
  #ready: number[] = [];
  #inFlight = 0;
  #retries = new Set<NodeJS.Timeout>();

  constructor(clock: Clock, confirm: (update: Update) => void) {
    this.#clock = clock;
    this.#confirm = confirm;
  }

  start(target: WebhookTarget): void {
    this.stop();
    this.target = target;
    this.#agent = new Agent({ keepAlive: true, maxSockets: target.maxConnections });
  }

  stop(): void {
    this.target = undefined;
    this.lastError = undefined;
    this.#agent?.destroy();
    this.#agent = undefined;
    for (const timer of this.#retries) clearTimeout(timer);
    this.#retries.clear();
    this.#lanes.clear();
    this.#ready = [];
    this.#inFlight = 0;
  }

  add(update: Update, chatId: number): void {
    const lane = this.#lanes.get(chatId);
    if (lane) {
      lane.updates.push(update);
      return;
    }
    this.#lanes.set(chatId, { updates: [update], failures: 0 });
    this.#ready.push(chatId);
    this.#pump();
  }

  #pump(): void {
    const target = this.target;
    while (target && this.#inFlight < target.maxConnections) {
      const chatId = this.#ready.shift();
      if (chatId === undefined) return;
      const lane = this.#lanes.get(chatId);
      const update = lane?.updates[0];
      if (!lane || !update) continue;
      this.#inFlight += 1;
      void this.#post(target, update).then((problem) => {
        if (this.target === target) this.#done(chatId, lane, update, problem);
      });
    }
  }

  #done(chatId: number, lane: Lane, update: Update, problem: string | null): void {
    this.#inFlight -= 1;
    if (problem === null) {
      this.delivered += 1;
      this.#confirm(update);
      lane.updates.shift();
      lane.failures = 0;
      if (lane.updates.length > 0) this.#ready.push(chatId);
      else this.#lanes.delete(chatId);
    } else {
      this.lastError = { date: Math.floor(this.#clock.now() / 1000), message: problem };
      lane.failures += 1;
      const wait = Math.min(FIRST_RETRY_MS * 2 ** (lane.failures - 1), LONGEST_RETRY_MS);
      const timer = setTimeout(() => {
        this.#retries.delete(timer);
        this.#ready.push(chatId);
        this.#pump();
      }, wait);
      this.#retries.add(timer);
    }
    this.#pump();
  }

  /** Null: a 2xx came back. Otherwise the sentence that getWebhookInfo shows. */
  #post(target: WebhookTarget, update: Update): Promise<string | null> {
    // Nothing leaves this machine.
    if (target.url.startsWith('https:')) return Promise.resolve('Failed to resolve host: Name or service not known');
    const body = JSON.stringify(update);
    const headers: Record<string, string | number> = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    if (target.secret !== '') headers['x-telegram-bot-api-secret-token'] = target.secret;
    return new Promise((resolve) => {
      const call = request(
        target.url,
        { method: 'POST', headers, ...(this.#agent ? { agent: this.#agent } : {}) },
        (response) => {
          response.resume();
          const status = response.statusCode ?? 0;
          const failed = `Wrong response from the webhook: ${status} ${response.statusMessage ?? ''}`.trim();
          response.on('end', () => resolve(status >= 200 && status < 300 ? null : failed));
          response.on('error', () => resolve('Connection reset by peer'));
        },
      );
      call.on('error', (error) =>
        resolve(/ECONNREFUSED/.test(error.message) ? 'Connection refused' : 'Connection reset by peer'),
      );
      call.end(body);
    });
  }
}

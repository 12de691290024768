import { hash, timingSafeEqual } from 'node:crypto';
import type { RawUpdate } from './intake.ts';
import type { Log } from './log.ts';

/** The header with the secret that setWebhook agreed on (https://core.telegram.org/bots/api#setwebhook). */
export const webhookSecretHeader = 'x-telegram-bot-api-secret-token';
/** No update is anywhere near as large. The web server stops reading there and says 413 as well. */
const webhookBodyLimit = 1024 * 1024;

/**
 * What to answer: 200 stored, 400 not an update, 401 not from Telegram, 413 too large, 503 not stored, send it again.
 */
export type WebhookStatus = 200 | 400 | 401 | 413 | 503;

/** Takes updates that Telegram posts. */
export class TelegramWebhook {
  readonly #secretDigest: Buffer;
  readonly #log: Log;
  /** Null: not ready, or stopping; Telegram is asked to come again. */
  #take: ((updates: readonly RawUpdate[]) => Promise<void>) | null = null;
  #inHand = new Set<Promise<unknown>>();
  /** Updates cannot be stored, and that was said. */
  #isStuck = false;

  constructor(secret: string, log: Log) {
    this.#secretDigest = digestOf(secret);
    this.#log = log;
  }

  open(take: (updates: readonly RawUpdate[]) => Promise<void>): void {
    this.#take = take;
  }

  /** Takes no more, and waits for what is in hand. */
  async close(): Promise<void> {
    this.#take = null;
    await Promise.allSettled(this.#inHand);
  }

  /**
   * One POST. Never rejects.
   * @param secret the value of `webhookSecretHeader`
   */
  async handle(secret: string | undefined, body: Uint8Array | string): Promise<WebhookStatus> {
    if (secret === undefined || !timingSafeEqual(digestOf(secret), this.#secretDigest)) return 401;
    if (Buffer.byteLength(body) > webhookBodyLimit) return 413;
    const raw =
      typeof body === 'string' ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
    const parsed = parse(raw);
    if (!isUpdate(parsed)) return 400;
    const take = this.#take;
    if (take === null) return 503;
    const taking = take([{ raw, parsed }]);
    this.#inHand.add(taking);
    try {
      await taking;
      this.#isStuck = false;
      return 200;
    } catch (error) {
      if (!this.#isStuck)
        this.#log.error({ err: error }, 'A Telegram update could not be stored; Telegram is asked to send it again');
      this.#isStuck = true;
      return 503;
    } finally {
      this.#inHand.delete(taking);
    }
  }
}

/** Of one length whatever the text's, so that comparing takes the same time wherever two differ. */
function digestOf(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isUpdate(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'update_id' in value && Number.isSafeInteger(value.update_id);
}

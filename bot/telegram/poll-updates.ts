import { setTimeout as pause } from 'node:timers/promises';
import { GrammyError, type Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { ApiSignal } from './api.ts';
import { isConflict, isTokenRefused, toTransportError } from './errors.ts';
import { TransportError } from '../../core/error.ts';
import type { RawUpdate } from './intake.ts';
import type { Log } from './log.ts';
import { wantedUpdates } from './update-schema.ts';

/** What keeps updates from coming, where something does. */
export type PollTrouble = { code: 'conflict' | 'token_refused' | 'unreachable'; detail: string } | null;

/** How polling waits. */
export interface PollPace {
  /** How long the server holds a poll open when there is nothing to tell. */
  pollSeconds: number;
  /** Pause after the first failure; it doubles with each further one. */
  firstPauseMs: number;
  longestPauseMs: number;
  /** Longest pause where Telegram answers and only storing fails: what people write meanwhile is to be looked at soon. */
  longestUnstoredPauseMs: number;
}

export const pollPace: PollPace = {
  pollSeconds: 30,
  firstPauseMs: 1_000,
  longestPauseMs: 30_000,
  longestUnstoredPauseMs: 2_000,
};

/**
 * Asks for updates again and again, and confirms them only after `take` has resolved: an offset goes out with the next
 * poll, never before. Nothing that waits at the server is ever dropped.
 */
export class UpdatePoller {
  trouble: PollTrouble = null;
  readonly #api: Api;
  readonly #take: (updates: readonly RawUpdate[]) => Promise<void>;
  readonly #log: Log;
  readonly #pace: PollPace;
  readonly #onTrouble: (trouble: PollTrouble) => void;
  readonly #stopping = new AbortController();
  #offset = 0;
  /** Updates cannot be stored, and that was said. */
  #isStuck = false;
  #running: Promise<void> = Promise.resolve();

  constructor(parts: {
    api: Api;
    take: (updates: readonly RawUpdate[]) => Promise<void>;
    log: Log;
    pace: PollPace;
    /** Hears when something begins to keep updates from coming, and with null that it is over. */
    onTrouble: (trouble: PollTrouble) => void;
  }) {
    this.#api = parts.api;
    this.#take = parts.take;
    this.#log = parts.log;
    this.#pace = parts.pace;
    this.#onTrouble = parts.onTrouble;
  }

  start(): void {
    this.#running = this.#run(this.#stopping.signal);
  }

  /** Ends the poll, waits for what is in hand and confirms it. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
    if (this.#offset === 0) return;
    try {
      await this.#api.getUpdates({ offset: this.#offset, limit: 1, timeout: 0 });
    } catch (error) {
      // They come once more after the next start and are then known as seen.
      this.#log.info({ why: words(error) }, 'The last Telegram updates could not be confirmed');
    }
  }

  async #run(signal: AbortSignal): Promise<void> {
    const stopped = (): boolean => signal.aborted;
    for (let failures = 0; !stopped();) {
      try {
        await this.#round(signal);
        failures = 0;
        this.#isStuck = false;
        this.#report(null);
      } catch (error) {
        if (stopped()) return;
        failures += 1;
        await this.#rest(error, failures, signal);
      }
    }
  }

  async #round(signal: AbortSignal): Promise<void> {
    const asked = { offset: this.#offset, limit: 100, timeout: this.#pace.pollSeconds, allowed_updates: wantedUpdates };
    const updates = await this.#api.getUpdates(asked, signal as ApiSignal);
    await this.#take(updates.map((parsed) => ({ raw: JSON.stringify(parsed), parsed })));
    this.#offset = nextOffset(updates);
  }

  async #rest(error: unknown, failures: number, signal: AbortSignal): Promise<void> {
    const trouble = troubleOf(error);
    if (trouble) this.#report(trouble);
    else if (!this.#isStuck)
      this.#log.error({ err: error }, 'Telegram updates could not be stored; they are asked for again');
    this.#isStuck = trouble === null;
    if (isConflict(error, 'webhook')) await this.#dropWebhook();
    const { firstPauseMs, longestUnstoredPauseMs } = this.#pace;
    const longestPauseMs = trouble === null ? longestUnstoredPauseMs : this.#pace.longestPauseMs;
    const asked = error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1000 : 0;
    const wait = Math.max(asked, Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures - 1, 16)));
    await pause(wait, undefined, { signal }).catch(() => undefined);
  }

  /** A webhook left over from elsewhere shuts out polling. */
  async #dropWebhook(): Promise<void> {
    await this.#api.deleteWebhook({ drop_pending_updates: false }).catch((error: unknown) => {
      this.#log.warn({ why: words(error) }, 'The Telegram webhook could not be removed');
    });
  }

  /** Says what is wrong once, and once when it is over. */
  #report(trouble: PollTrouble): void {
    const before = this.trouble;
    this.trouble = trouble;
    if (trouble?.code === before?.code) return;
    this.#onTrouble(trouble);
    if (trouble) this.#log.error({ code: trouble.code, detail: trouble.detail }, 'Telegram gives no updates');
    else this.#log.info({}, 'Telegram gives updates again');
  }
}

/**
 * After an empty answer everything is confirmed and the next poll may ask from the start. It must: after a quiet week
 * Telegram begins anew with random ids, and a kept offset above them would throw them away.
 */
function nextOffset(updates: readonly Update[]): number {
  return updates.length === 0 ? 0 : Math.max(...updates.map(({ update_id: id }) => id)) + 1;
}

/** Null: the fault is not between us and Telegram. */
function troubleOf(error: unknown): PollTrouble {
  if (isConflict(error, 'poll')) {
    return { code: 'conflict', detail: 'another program polls with the same token; only one may' };
  }
  if (isConflict(error, 'webhook'))
    return { code: 'conflict', detail: 'a webhook was set with the same token; it is being removed' };
  if (isTokenRefused(error))
    return { code: 'token_refused', detail: 'Telegram does not know the token; ask BotFather for the right one' };
  const transport = toTransportError(error);
  return transport instanceof TransportError ? { code: 'unreachable', detail: transport.message } : null;
}

function words(error: unknown): string {
  const transport = toTransportError(error);
  return transport instanceof Error ? transport.message : 'unknown';
}

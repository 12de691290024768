import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../../core/clock.ts';
import { TransportError } from '../../core/error.ts';
import type { Attachment, Capabilities } from '../../core/message.ts';
import type { Finding } from '../../core/notice.ts';
import type { Room } from '../../core/people.ts';
import type { ChatAdapter, Outgoing, Receive } from '../../core/ports/chat.ts';
import { telegramApi, type ApiSignal, type TelegramApi, type TelegramConnection } from './api.ts';
import { TOAST_LIMIT, telegramCapabilities } from './capabilities.ts';
import { registerCommands, type MenuCommand } from './commands.ts';
import { shortened } from './encode.ts';
import { isTokenRefused, isWebhookRefused, toTransportError } from './errors.ts';
import { fetchFile } from './fetch-file.ts';
import { takeUpdates, type IntakeParts } from './intake.ts';
import { telegramLimits } from './limits.ts';
import type { Log } from './log.ts';
import { pollPace, UpdatePoller, type PollPace } from './poll-updates.ts';
import { selfCheck } from './self-check.ts';
import { sendOutgoing } from './send.ts';
import { wantedUpdates } from './update-schema.ts';
import { TelegramWebhook, type WebhookStatus } from './webhook.ts';

/** How updates come: asked for, or posted by Telegram to our address. */
type Delivery = { kind: 'polling' } | { kind: 'webhook'; url: string; secret: string };

/** What the adapter stands on. */
export interface TelegramParts extends TelegramConnection {
  delivery: Delivery;
  commands: readonly MenuCommand[];
  clock: Clock;
  log: Log;
  /** Hears once that Telegram refuses the token while the program runs, and that it takes it again. */
  onFinding: (finding: Finding) => void;
  pace?: PollPace;
}

/** Telegram as a chat platform, and the door for its webhook. */
export interface TelegramAdapter extends ChatAdapter {
  /** Telegram was reached and knows where to bring updates. */
  readonly connected: boolean;
  /** The bot's name behind t.me/; null until Telegram has told it. */
  readonly username: string | null;
  /**
   * One POST to the webhook. Never rejects.
   * @param secret the value of the header `x-telegram-bot-api-secret-token`
   */
  handleWebhook(secret: string | undefined, body: Uint8Array | string): Promise<WebhookStatus>;
}

/** Makes the adapter; nothing is asked of Telegram before `start`. */
export function telegramAdapter(parts: TelegramParts): TelegramAdapter {
  return new Adapter(parts);
}

class Adapter implements TelegramAdapter {
  readonly platform = 'telegram';
  readonly limits = telegramLimits;
  capabilities: Capabilities = telegramCapabilities;
  connected = false;
  username: string | null = null;
  readonly #parts: TelegramParts;
  readonly #telegram: TelegramApi;
  readonly #webhook: TelegramWebhook | null;
  readonly #stopping = new AbortController();
  #poller: UpdatePoller | null = null;
  #connecting: Promise<void> = Promise.resolve();
  #isRefused = false;

  constructor(parts: TelegramParts) {
    this.#parts = parts;
    this.#telegram = telegramApi(parts);
    this.#webhook = parts.delivery.kind === 'webhook' ? new TelegramWebhook(parts.delivery.secret, parts.log) : null;
  }

  /**
   * Resolves after the first try to connect, also when that failed: the other platforms must not wait for this one.
   * @throws Error with one line that names TELEGRAM_BOT_TOKEN or PUBLIC_URL, when Telegram refused it there and then
   */
  async start(receive: Receive): Promise<void> {
    const tried = Promise.withResolvers<Error | null>();
    this.#connecting = this.#connectUntilDone(receive, (refusal) => tried.resolve(refusal));
    const refusal = await Promise.race([tried.promise, this.#connecting]);
    if (refusal instanceof Error) throw refusal;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#connecting;
    await this.#poller?.stop();
    await this.#webhook?.close();
    this.#telegram.close();
  }

  async send(room: Pick<Room, 'externalId' | 'kind'>, outgoing: Outgoing): Promise<{ messageId: string | null }> {
    return { messageId: await this.#call(sendOutgoing(this.#telegram.api, room.externalId, outgoing)) };
  }

  async answerTap(tapId: string, text: string): Promise<void> {
    await this.#call(this.#telegram.api.answerCallbackQuery(tapId, { text: shortened(text, TOAST_LIMIT) }));
  }

  async selfCheck(rooms: readonly Room[]): Promise<Finding[]> {
    const trouble = this.#poller?.trouble;
    if (trouble && trouble.code !== 'unreachable') {
      return [{ platform: 'telegram', code: trouble.code, severity: 'error', detail: trouble.detail }];
    }
    const { delivery, clock } = this.#parts;
    const webhookUrl = delivery.kind === 'webhook' ? delivery.url : null;
    return selfCheck({ api: this.#telegram.api, clock, webhookUrl }, rooms);
  }

  /** A deep link takes 64 of these characters (Bot API, deep linking). */
  directLink(start: string): string | null {
    return this.username !== null && /^[\w-]{1,64}$/.test(start)
      ? `https://t.me/${this.username}?start=${start}`
      : null;
  }

  fetchFile(attachment: Attachment, limitBytes: number): AsyncIterable<Uint8Array> {
    return fetchFile(this.#telegram, attachment, limitBytes);
  }

  async handleWebhook(secret: string | undefined, body: Uint8Array | string): Promise<WebhookStatus> {
    return this.#webhook ? this.#webhook.handle(secret, body) : 401;
  }

  async #call<Result>(call: Promise<Result>): Promise<Result> {
    try {
      const result = await call;
      if (this.#isRefused) this.#tellRefused(false);
      return result;
    } catch (error) {
      if (isTokenRefused(error)) this.#tellRefused(true);
      throw toTransportError(error);
    }
  }

  /** A token that is revoked while the program runs stops everything here; whoever still has another chat must hear of it. */
  #tellRefused(isRefused: boolean): void {
    if (isRefused === this.#isRefused) return;
    this.#isRefused = isRefused;
    this.#parts.onFinding(
      isRefused
        ? { platform: 'telegram', code: 'token_refused', severity: 'error', detail: '' }
        : { platform: 'telegram', code: 'login_back', severity: 'info', detail: '' },
    );
  }

  async #connectUntilDone(receive: Receive, tried: (refusal: Error | null) => void): Promise<void> {
    const { log, pace = pollPace } = this.#parts;
    const { signal } = this.#stopping;
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        await this.#connect(receive, signal as ApiSignal);
        this.connected = true;
        tried(null);
        this.#tellRefused(false);
        return;
      } catch (error) {
        const known = toTransportError(error);
        if (!(known instanceof TransportError)) throw error;
        const refusal = refusalOf(error);
        // Only the start can be taken back; later others rely on the platforms that work.
        if (refusal !== null && failures === 0) {
          tried(refusal);
          return;
        }
        if (refusal === null) log.error({ why: known.message }, 'Telegram can not be reached; trying again');
        else log.error({ why: known.message, setting: refusal.message }, 'Telegram refuses a setting; trying again');
        if (isTokenRefused(error)) this.#tellRefused(true);
        tried(null);
        const wait = Math.min(pace.longestPauseMs, pace.firstPauseMs * 2 ** Math.min(failures, 16));
        await pause(Math.max(wait, known.retryAfterMs ?? 0), undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async #connect(receive: Receive, signal: ApiSignal): Promise<void> {
    const { api } = this.#telegram;
    const { delivery, clock, log, commands, pace = pollPace } = this.#parts;
    const me = await api.getMe(signal);
    this.username = me.username;
    this.capabilities = { ...telegramCapabilities, seesAllGroupMessages: me.can_read_all_group_messages };
    const intake: IntakeParts = { bot: { id: me.id, username: me.username }, receive, clock, log };
    if (delivery.kind === 'webhook') {
      this.#webhook?.open((updates) => takeUpdates(intake, updates));
      await api.setWebhook(
        delivery.url,
        {
          secret_token: delivery.secret,
          allowed_updates: wantedUpdates,
          max_connections: 100,
        },
        signal,
      );
    } else {
      await api.deleteWebhook({ drop_pending_updates: false }, signal);
      this.#poller = new UpdatePoller({
        api,
        take: (updates) => takeUpdates(intake, updates),
        log,
        pace,
        onTrouble: (trouble) => {
          if (trouble === null || trouble.code === 'token_refused') this.#tellRefused(trouble !== null);
        },
      });
      this.#poller.start();
    }
    await registerCommands(api, commands).catch((error: unknown) => {
      const known = toTransportError(error);
      log.warn({ why: known instanceof Error ? known.message : '' }, 'The menu of commands could not be registered');
    });
  }
}

/** One line that names the setting which Telegram will not take, now or later; null: it may be well on another try. */
function refusalOf(error: unknown): Error | null {
  if (isTokenRefused(error)) {
    const line = 'TELEGRAM_BOT_TOKEN: expected a token that Telegram knows; ask @BotFather for the right one';
    return new Error(line, { cause: error });
  }
  if (!isWebhookRefused(error)) return null;
  const line = 'PUBLIC_URL: expected an address that Telegram may post to: https, on port 443, 80, 88 or 8443';
  return new Error(line, { cause: error });
}

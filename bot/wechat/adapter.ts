import { TransportError } from '../../core/error.ts';
import type { Attachment, SendLimits } from '../../core/message.ts';
import type { Finding } from '../../core/notice.ts';
import type { Room } from '../../core/people.ts';
import type { ChatAdapter, Outgoing, Receive } from '../../core/ports/chat.ts';
import { wechatCapabilities } from './capabilities.ts';
import { fetchFile } from './fetch-file.ts';
import { hiddenFailure, hiding, hidingLog, type Hide } from './hide-secret.ts';
import { Intake } from './intake.ts';
import { Line } from './line.ts';
import { selfCheck } from './self-check.ts';
import { sendCard } from './send-card.ts';
import {
  ordinaryPace,
  type Puppet,
  type WechatLogin,
  type WechatPace,
  type WechatParts,
  type WechatSettings,
} from './settings.ts';
import { offline } from './transport-failure.ts';

/** WeChat, as the rest of the program sees it. */
export interface WechatAdapter extends ChatAdapter {
  /** How the account stands now; changes come through `WechatParts.onLogin`. */
  readonly login: WechatLogin;
}

/**
 * WeChat publishes no limits, it bans. Widely used protections for such accounts keep to about 40 messages a minute and one
 * a second in a chat; groups get less here, because that is where people report a talkative account.
 */
const limits: SendLimits = { perSecond: 1, perRoomPerSecond: 1, perGroupPerMinute: 12 };

const STOP_WAIT_MS = 5_000;

/** WeChat through any puppet of wechaty. Importing this file loads wechaty: use `loadWechat`. */
export function wechatAdapter(settings: WechatSettings, parts: WechatParts): WechatAdapter {
  return new Adapter(settings, parts);
}

class Adapter implements WechatAdapter {
  readonly platform = 'wechat';
  readonly capabilities = wechatCapabilities;
  readonly limits = limits;
  readonly #settings: WechatSettings;
  readonly #parts: WechatParts;
  readonly #pace: WechatPace;
  readonly #hide: Hide;
  #line: Line | null = null;
  #intake: Intake | null = null;

  constructor(settings: WechatSettings, parts: WechatParts) {
    this.#settings = settings;
    this.#hide = hiding(settings.token);
    this.#parts = { ...parts, log: hidingLog(parts.log, this.#hide) };
    this.#pace = { ...ordinaryPace, ...parts.pace };
  }

  get login(): WechatLogin {
    return this.#line?.login ?? { state: 'stopped' };
  }

  async start(receive: Receive): Promise<void> {
    const intake = new Intake(this.#parts, this.#pace, receive);
    this.#intake = intake;
    this.#line = new Line(this.#settings, { ...this.#parts, pace: this.#pace, hide: this.#hide }, intake);
    await this.#line.start();
  }

  async stop(): Promise<void> {
    await this.#intake?.stop(STOP_WAIT_MS);
    await this.#line?.stop();
  }

  async send(room: Pick<Room, 'externalId' | 'kind'>, outgoing: Outgoing): Promise<{ messageId: string | null }> {
    // There are no reactions: what would be one becomes nothing, and nobody is disturbed.
    if (outgoing.kind === 'reaction') return { messageId: null };
    const addressee =
      room.kind === 'group' && outgoing.replyTo !== null ? (this.#intake?.authorOf(outgoing.replyTo) ?? null) : null;
    const how = { textLimit: wechatCapabilities.textLimit, pace: this.#pace, addressee, log: this.#parts.log };
    return { messageId: await this.#guarded(() => sendCard(this.#loggedIn(), room, outgoing, how)) };
  }

  answerTap(): Promise<void> {
    return Promise.reject(new TransportError('permanent', 'WeChat has no buttons', { reason: 'refused' }));
  }

  async selfCheck(rooms: readonly Room[]): Promise<Finding[]> {
    return this.#line === null ? [] : selfCheck(this.#line, rooms, this.#pace.sendMs);
  }

  async *fetchFile(attachment: Attachment, limitBytes: number): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      yield* fetchFile(this.#loggedIn(), attachment, { limitBytes, waitMs: this.#pace.fileMs });
    } catch (error) {
      throw this.#hidden(error);
    }
  }

  async #guarded<Result>(call: () => Promise<Result>): Promise<Result> {
    try {
      return await call();
    } catch (error) {
      throw this.#hidden(error);
    }
  }

  #hidden(error: unknown): unknown {
    return error instanceof TransportError ? hiddenFailure(error, this.#hide) : error;
  }

  #loggedIn(): Puppet {
    const puppet = this.#line?.puppet ?? null;
    if (puppet === null) throw offline();
    return puppet;
  }
}

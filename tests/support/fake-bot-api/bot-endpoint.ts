import type { Call } from './call.ts';
import type { Fault, Faults } from './faults.ts';
import type { FloodLimits } from './flood-limits.ts';
import { botMethods } from './methods/bot.ts';
import { chatMethods } from './methods/chat.ts';
import { editMethods } from './methods/edit.ts';
import type { Method } from './methods/method.ts';
import { sendMethods } from './methods/send.ts';
import type { SentRecord } from './sent-record.ts';
import { badRequest, Refusal, tooManyRequests } from './refusal.ts';
import type { World } from './world.ts';

const methods = new Map<string, [string, Method]>(
  Object.entries({ ...sendMethods, ...editMethods, ...chatMethods, ...botMethods }).map(([name, method]) => [
    name.toLowerCase(),
    [name, method],
  ]),
);

/** What goes back over the wire, or what happens in its place. */
export interface Reply {
  status: number;
  body: unknown;
  fault: Fault | undefined;
}

/** Does one call: limits, faults, the method itself, and the record of it. */
export class BotEndpoint {
  readonly #world: World;
  readonly #faults: Faults;
  readonly #limits: FloodLimits;
  readonly #record: SentRecord;

  constructor(parts: { world: World; faults: Faults; limits: FloodLimits; record: SentRecord }) {
    this.#world = parts.world;
    this.#faults = parts.faults;
    this.#limits = parts.limits;
    this.#record = parts.record;
  }

  async handle(token: string, call: Call): Promise<Reply> {
    if (token !== this.#world.token) {
      const malformed = !/^[1-9]\d*:[\w-]+$/.test(token);
      return answer(malformed ? new Refusal(404, 'Not Found') : new Refusal(401, 'Unauthorized'));
    }
    const found = methods.get(call.method.toLowerCase());
    if (!found) return answer(new Refusal(404, 'Not Found: method not found'));
    const [name, method] = found;
    const chat = chatIdOf(call);
    const fault = this.#faults.take(name, chat ?? undefined);
    const outcome = await this.#outcome(call, method, chat, fault);
    this.#note(name, chat, call, outcome, fault);
    return answer(outcome, fault);
  }

  async #outcome(call: Call, method: Method, chat: number | null, fault: Fault | undefined): Promise<unknown> {
    switch (fault?.kind) {
      case 'revoked':
        return new Refusal(401, 'Unauthorized');
      case 'proxy_page':
        return new Refusal(404, 'Not Found');
      case 'flood':
        return tooManyRequests(fault.retryAfterSeconds);
      case 'server_error':
        return new Refusal(500, 'Internal Server Error: try again later');
      case 'bad_gateway':
        return new Refusal(502, 'Bad Gateway');
      case 'reset_before':
      case 'hang':
        return new Refusal(0, 'the connection broke before anything was done');
      case undefined:
      case 'reset_after':
      case 'hang_after':
      case 'slow':
      case 'garbage':
    }
    try {
      const unknownName = Object.keys(call.params).find((name) => !method.takes.includes(name));
      if (unknownName !== undefined) throw badRequest(`this fake knows no parameter "${unknownName}" here`);
      if (method.counts === true && chat !== null) this.#checkFlood(chat);
      return await method.run(call, this.#world);
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }

  #checkFlood(chat: number): void {
    const wait = this.#limits.check(chat, this.#world.clock.now());
    if (wait !== null) throw tooManyRequests(Math.ceil(wait / 1000));
  }

  #note(method: string, chat: number | null, call: Call, outcome: unknown, fault: Fault | undefined): void {
    const refusal = outcome instanceof Refusal ? outcome : null;
    this.#record.add({
      at: this.#world.clock.now(),
      wallMs: performance.timeOrigin + performance.now(),
      method,
      chat,
      payload: call.params,
      ok: refusal === null,
      messageId: refusal === null ? messageIdOf(outcome) : null,
      errorCode: refusal?.errorCode ?? null,
      description: refusal?.message ?? null,
      fault: fault?.kind ?? null,
    });
  }
}

function answer(outcome: unknown, fault?: Fault): Reply {
  if (!(outcome instanceof Refusal)) return { status: 200, body: { ok: true, result: outcome }, fault };
  const { errorCode, message, parameters } = outcome;
  return {
    status: errorCode,
    body: { ok: false, error_code: errorCode, description: message, ...(parameters && { parameters }) },
    fault,
  };
}

function chatIdOf(call: Call): number | null {
  const chatId = Number(call.params['chat_id']);
  return Number.isSafeInteger(chatId) && chatId !== 0 ? chatId : null;
}

function messageIdOf(outcome: unknown): number | null {
  if (typeof outcome !== 'object' || outcome === null || !('message_id' in outcome)) return null;
  return typeof outcome.message_id === 'number' ? outcome.message_id : null;
}

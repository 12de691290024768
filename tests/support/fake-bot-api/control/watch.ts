import { z } from 'zod';
import { faultKinds } from '../faults.ts';
import { publicRules } from '../flood-limits.ts';
import type { SentFilter } from '../sent-record.ts';
import type { PendingTap, StoredMessage, World } from '../world.ts';
import { action, ControlError } from './action.ts';

const filter = {
  since: z.number().optional(),
  chat: z.number().optional(),
  methods: z.array(z.string()).optional(),
  ok: z.boolean().optional(),
};
const POLL_MS = 5;

/** A message as somebody looking at the chat sees it. */
export interface ShownMessage {
  message: number;
  fromBot: boolean;
  text: string;
  buttons: { label: string; data: string | null; url: string | null }[][];
  hasPhoto: boolean;
  edits: number;
  reactions: string[];
}

/** What the bot did, how the chats look now, and what shall go wrong. */
export const watchActions = {
  /** Everything that the bot did, oldest first; `since`: only what came after that `seq`. */
  sent: action(z.object(filter), ({ record }, input: SentFilter) => record.list(input)),
  waitForSent: action(
    z.object({ ...filter, count: z.number().default(1), timeoutMs: z.number().default(5_000) }),
    ({ record }, { count, timeoutMs, ...input }) => record.wait(input, count, timeoutMs),
  ),
  counts: action(z.object({}), ({ record }) => record.counts),
  messages: action(z.object({ chat: z.number(), fromBot: z.boolean().optional() }), ({ world }, input) =>
    world
      .messagesOf(input.chat)
      .filter(({ fromBot }) => input.fromBot === undefined || input.fromBot === fromBot)
      .map(shown),
  ),
  message: action(z.object({ chat: z.number(), message: z.number() }), ({ world }, input) => {
    const stored = world.message(input.chat, input.message);
    return stored ? shown(stored) : null;
  }),
  /** How a tap was answered; waits for it up to `timeoutMs`. Null: not at all. */
  answer: action(z.object({ tap: z.string(), timeoutMs: z.number().default(0) }), async ({ world }, input) => {
    const end = performance.now() + input.timeoutMs;
    const tap = tapOf(world, input.tap);
    while (!tap.answer && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    return tap.answer ?? null;
  }),
  fault: action(
    z.object({
      kind: z.enum(faultKinds),
      methods: z.array(z.string()).optional(),
      chat: z.number().optional(),
      times: z.number().default(1),
      retryAfterSeconds: z.number().default(1),
      delayMs: z.number().default(100),
    }),
    ({ faults }, input) => {
      faults.add(input);
      return {};
    },
  ),
  clearFaults: action(z.object({}), ({ faults }) => {
    faults.clear();
    return {};
  }),
  /** `rules` null: no limits at all. Left out: the public server's. */
  limits: action(
    z.object({
      rules: z
        .object({
          perSecond: z.number(),
          perChatPerSecond: z.number(),
          perGroupPerMinute: z.number(),
          slackMs: z.number().default(50),
        })
        .nullable()
        .default(publicRules),
    }),
    ({ limits }, { rules }) => {
      limits.rules = rules;
      limits.forget();
      return {};
    },
  ),
  /** Sends the bot anything at all, also what no client could. */
  rawUpdate: action(
    z.object({ body: z.record(z.string(), z.unknown()), chat: z.number().default(0) }),
    ({ world }, input) => ({
      update: world.updates.pushRaw(input.body, input.chat),
    }),
  ),
  redeliver: action(z.object({ update: z.number(), chat: z.number().default(0) }), ({ world }, input) => {
    if (!world.updates.pushAgain(input.update, input.chat)) throw new ControlError(`no update ${input.update}`);
    return {};
  }),
  restartUpdateIds: action(z.object({ at: z.number() }), ({ world }, { at }) => {
    world.updates.restartIdsAt(at);
    return {};
  }),
  /** How updates get to the bot, and how many wait. */
  delivery: action(z.object({}), ({ world }) => ({
    webhook: world.updates.webhook.target?.url ?? null,
    delivered: world.updates.webhook.delivered,
    pending: world.updates.pendingCount,
    lastError: world.updates.webhook.lastError?.message ?? null,
    allowed: world.updates.allowed ?? null,
  })),
  commands: action(z.object({}), ({ world }) => Object.fromEntries(world.commands)),
  /** Whether calls are kept (the default) or only counted. */
  keepSent: action(z.object({ on: z.boolean() }), ({ record }, { on }) => {
    record.keeps = on;
    return {};
  }),
  /** Forgets calls and messages; people and groups stay. */
  clear: action(z.object({}), ({ world, record, limits }) => {
    record.clear();
    limits.forget();
    world.forgetAllMessages();
    return {};
  }),
  /** Cuts every connection, as when the network goes. */
  cutConnections: action(z.object({}), ({ server }) => {
    setImmediate(() => server.closeAllConnections());
    return {};
  }),
};

function shown({ message, fromBot, edits, botReactions }: StoredMessage): ShownMessage {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  return {
    message: message.message_id,
    fromBot,
    text: message.text ?? message.caption ?? '',
    buttons: rows.map((row) =>
      row.map((button) => ({
        label: button.text,
        data: 'callback_data' in button ? button.callback_data : null,
        url: 'url' in button ? button.url : null,
      })),
    ),
    hasPhoto: message.photo !== undefined,
    edits,
    reactions: botReactions,
  };
}

function tapOf(world: World, id: string): PendingTap {
  const tap = world.taps.get(id);
  if (!tap) throw new ControlError(`no tap ${id}`);
  return tap;
}

import type { Instant } from '../../core/clock.ts';
import type { Inbound, InboundChange, RoomKind } from '../../core/message.ts';
import { decodeMemberChange, decodeServiceMessage } from './decode-change.ts';
import { decodeMessage } from './decode-message.ts';
import { authorOf, kindOf, roomOf, senderOf } from './decode-who.ts';
import type { BotIdentity, Draft } from './draft.ts';
import {
  updateSchema,
  type TelegramMessage,
  type TelegramReaction,
  type TelegramTap,
  type TelegramUpdate,
} from './update-schema.ts';

/** What came of an update: events in the neutral form, or why it was refused (a sentence for the log, without its text). */
export type Decoded = { kind: 'events'; events: Inbound[] } | { kind: 'refused'; updateId: number | null; why: string };

/**
 * Reads one Update of the Bot API. Never throws.
 * @param raw its JSON as it came
 * @param parsed the same, parsed
 * @param now for the kinds that carry no date of their own
 */
export function decodeUpdate(raw: string, parsed: unknown, bot: BotIdentity, now: Instant): Decoded {
  const result = updateSchema.safeParse(parsed);
  if (!result.success) {
    const [issue] = result.error.issues;
    return {
      kind: 'refused',
      updateId: updateIdOf(parsed),
      why: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'malformed'}`,
    };
  }
  const drafts = draftsOf(result.data, parsed, bot, now);
  if (drafts.length === 0) return { kind: 'refused', updateId: result.data.update_id, why: 'nobody and no chat in it' };
  const many = drafts.length > 1;
  return {
    kind: 'events',
    events: drafts.map(({ key, ...draft }, part) => ({
      platform: 'telegram',
      updateId: key ?? [result.data.update_id, draft.sentAt / 1000, ...(many ? [part] : [])].join('.'),
      ...draft,
      raw,
    })),
  };
}

function draftsOf(update: TelegramUpdate, parsed: unknown, bot: BotIdentity, now: Instant): Draft[] {
  if (update.message) return fromMessage(update.message, fieldsOf(parsed, 'message'), bot);
  if (update.edited_message) return fromEdit(update.edited_message, bot);
  if (update.callback_query) return [fromTap(update.callback_query, now)];
  if (update.message_reaction) return [fromReaction(update.message_reaction)];
  if (update.my_chat_member) return [decodeMemberChange(update.my_chat_member, 'bot')];
  if (update.chat_member) return [decodeMemberChange(update.chat_member, 'person')];
  return fromUnknown(parsed, now);
}

function fromMessage(message: TelegramMessage, fields: readonly string[], bot: BotIdentity): Draft[] {
  const about = { sentAt: message.date * 1000, room: roomOf(message.chat), sender: authorOf(message) };
  const event = decodeMessage(message, bot);
  if (event) return [{ ...about, event }];
  const service = decodeServiceMessage(message, bot);
  return service.length > 0 ? service : [{ ...about, event: other(fields) }];
}

function fromEdit(message: TelegramMessage, bot: BotIdentity): Draft[] {
  const event = decodeMessage(message, bot);
  const about = {
    sentAt: (message.edit_date ?? message.date) * 1000,
    room: roomOf(message.chat),
    sender: authorOf(message),
  };
  if (!event) return [{ ...about, event: { kind: 'other', what: 'edited_message' } }];
  return [{ ...about, event: { ...event, edited: true, writtenAt: message.date * 1000 } }];
}

/** A tap carries no date; its own id, which Telegram never reuses, names it. */
function fromTap(tap: TelegramTap, now: Instant): Draft {
  const messageId = tap.message && { messageId: String(tap.message.message_id) };
  return {
    key: `tap.${tap.id}`,
    sentAt: now,
    room: tap.message ? roomOf(tap.message.chat) : { externalId: String(tap.from.id), kind: 'direct' },
    sender: senderOf(tap.from),
    event: { kind: 'tap', data: tap.data ?? '', ...messageId, tapId: tap.id },
  };
}

function fromReaction(change: TelegramReaction): Draft {
  const before = new Set(change.old_reaction.map(({ emoji }) => emoji));
  const added = change.new_reaction.find(({ type, emoji }) => type === 'emoji' && !before.has(emoji));
  const event: InboundChange =
    added?.emoji === undefined
      ? { kind: 'other', what: 'reaction_removed' }
      : { kind: 'reaction', messageId: String(change.message_id), emoji: added.emoji };
  return {
    sentAt: change.date * 1000,
    room: roomOf(change.chat),
    sender: change.user ? senderOf(change.user) : null,
    event,
  };
}

/** Kinds that this program knows nothing of: kept, with whoever they came from. */
function fromUnknown(parsed: unknown, now: Instant): Draft[] {
  const [what, body] = Object.entries(recordOf(parsed)).find(([name]) => name !== 'update_id') ?? [];
  if (what === undefined) return [];
  const { chat, from } = recordOf(body);
  const room = chatOf(chat) ?? chatOf(from);
  return room ? [{ sentAt: now, room, sender: null, event: { kind: 'other', what } }] : [];
}

/** Fields that every message has, or that say nothing about what it is. */
const COMMON = new Set([
  'message_id',
  'from',
  'chat',
  'date',
  'sender_chat',
  'message_thread_id',
  'is_topic_message',
  'reply_to_message',
]);

function other(fields: readonly string[]): InboundChange {
  return { kind: 'other', what: fields.find((name) => !COMMON.has(name)) ?? 'message' };
}

function fieldsOf(parsed: unknown, name: string): string[] {
  return Object.keys(recordOf(recordOf(parsed)[name]));
}

function chatOf(value: unknown): { externalId: string; kind: RoomKind } | undefined {
  const { id, type } = recordOf(value);
  return typeof id === 'number'
    ? { externalId: String(id), kind: kindOf(typeof type === 'string' ? type : 'private') }
    : undefined;
}

function updateIdOf(parsed: unknown): number | null {
  const { update_id: id } = recordOf(parsed);
  return typeof id === 'number' && Number.isSafeInteger(id) ? id : null;
}

function recordOf(value: unknown): Partial<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? value : {};
}

import type { Inbound, InboundChange } from '../../core/message.ts';
import type { BotIdentity, Draft } from './draft.ts';
import { authorOf, nameOf, roomOf, senderOf } from './decode-who.ts';
import type { TelegramMemberChange, TelegramMessage, TelegramUser } from './update-schema.ts';

/**
 * Joins, leaves and moves, as a message in the chat tells them. The bot's own come as `my_chat_member`, so they are passed
 * over here.
 */
export function decodeServiceMessage(message: TelegramMessage, bot: BotIdentity): Draft[] {
  const about = { sentAt: message.date * 1000, room: roomOf(message.chat), sender: authorOf(message) };
  if (message.migrate_to_chat_id !== undefined) {
    return [{ ...about, event: { kind: 'room_moved', toExternalId: String(message.migrate_to_chat_id) } }];
  }
  const came = (message.new_chat_members ?? []).map((user) => ({ user, kind: 'member_joined' as const }));
  const left = message.left_chat_member ? [{ user: message.left_chat_member, kind: 'member_left' as const }] : [];
  return [...came, ...left]
    .filter(({ user }) => user.id !== bot.id)
    .map(({ user, kind }) => ({ ...about, ...memberEvent(kind, user, about) }));
}

/** A change of somebody's standing in a chat: the bot's (also blocking it), or another member's. */
export function decodeMemberChange(change: TelegramMemberChange, whose: 'bot' | 'person'): Draft {
  const about = { sentAt: change.date * 1000, room: roomOf(change.chat), sender: senderOf(change.from) };
  const before = isIn(change.old_chat_member);
  const after = isIn(change.new_chat_member);
  if (whose === 'bot') return { ...about, event: botChange(before, after, about.room) };
  const { user } = change.new_chat_member;
  if (before === after) return { ...about, event: { kind: 'other', what: 'rights_changed' } };
  return { ...about, ...memberEvent(after ? 'member_joined' : 'member_left', user, about) };
}

function botChange(before: boolean, after: boolean, room: Inbound['room']): InboundChange {
  if (room.kind === 'direct') return { kind: after ? 'unblocked' : 'blocked' };
  if (before === after) return { kind: 'other', what: 'rights_changed' };
  return { kind: after ? 'bot_joined' : 'bot_left' };
}

/** A join is told as a message and as a change of member; one key makes them one event. */
function memberEvent(
  kind: 'member_joined' | 'member_left',
  user: TelegramUser,
  { room, sentAt }: Pick<Inbound, 'room' | 'sentAt'>,
): Pick<Draft, 'key' | 'event'> {
  const memberExternalId = String(user.id);
  return {
    key: [kind, room.externalId, memberExternalId, sentAt / 1000].join('.'),
    event: { kind, memberExternalId, name: nameOf(user) },
  };
}

function isIn({ status, is_member: restrictedIn }: TelegramMemberChange['new_chat_member']): boolean {
  if (status === 'restricted') return restrictedIn !== false;
  return status !== 'left' && status !== 'kicked';
}

import type { ChatMember } from 'grammy/types';
import { integerOf, isRecord, jsonOf, textOf } from '../call.ts';
import { chatOf } from '../chat-access.ts';
import { badRequest } from '../refusal.ts';
import type { FakeGroup, MemberStatus, World } from '../world.ts';
import { messageOf } from './edit.ts';
import type { Methods } from './method.ts';

/** Emojis that the server takes as a bot's reaction (the ones of use here; the real list is longer). */
const REACTIONS = [
  '👍',
  '👎',
  '❤',
  '🔥',
  '🥰',
  '👏',
  '😁',
  '🤔',
  '🎉',
  '🙏',
  '👌',
  '🕊',
  '🐳',
  '💯',
  '⚡',
  '🏆',
  '🤝',
  '✍',
  '🫡',
  '👀',
  '😢',
];

/** Methods about chats, members, reactions and taps. */
export const chatMethods: Methods = {
  getChat: {
    takes: ['chat_id'],
    run: (call, world) => {
      const chatId = chatOf(call, world, 'read');
      const permissions = { can_send_messages: true, can_send_photos: true };
      return { ...world.chat(chatId), accent_color_id: 0, max_reaction_count: 11, ...(chatId < 0 && { permissions }) };
    },
  },
  getChatMember: {
    takes: ['chat_id', 'user_id'],
    run: (call, world) => {
      const group = groupOf(world, chatOf(call, world, 'read'));
      const userId = integerOf(call, 'user_id');
      const user = userId === world.me.id ? world.me : world.users.get(userId)?.user;
      if (!user) throw badRequest('invalid user_id specified');
      return memberOf(user, userId === world.me.id ? group.bot : (group.members.get(userId) ?? 'left'));
    },
  },
  getChatAdministrators: {
    takes: ['chat_id'],
    run: (call, world) => {
      const group = groupOf(world, chatOf(call, world, 'read'));
      const admins = [...group.members].filter(([, status]) => status === 'administrator' || status === 'creator');
      const people = admins.flatMap(([id, status]) => {
        const person = world.users.get(id);
        return person ? [memberOf(person.user, status)] : [];
      });
      return group.bot === 'administrator' ? [...people, memberOf(world.me, group.bot)] : people;
    },
  },
  getChatMemberCount: {
    takes: ['chat_id'],
    run: (call, world) => {
      const chatId = chatOf(call, world, 'read');
      return (world.groups.get(chatId)?.members.size ?? 1) + 1;
    },
  },
  leaveChat: {
    takes: ['chat_id'],
    run: (call, world) => {
      groupOf(world, chatOf(call, world, 'edit')).bot = 'left';
      return true;
    },
  },
  pinChatMessage: {
    takes: ['chat_id', 'message_id', 'disable_notification', 'business_connection_id'],
    run: (call, world) => {
      const [chatId] = messageOf(call, world, 'write', 'message to pin');
      const group = world.groups.get(chatId);
      if (group && group.bot !== 'administrator')
        throw badRequest('not enough rights to manage pinned messages in the chat');
      return true;
    },
  },
  setMessageReaction: {
    takes: ['chat_id', 'message_id', 'reaction', 'is_big'],
    run: (call, world) => {
      const emojis = reactionsOf(jsonOf(call, 'reaction', 'reaction types'));
      const [chatId, stored] = messageOf(call, world, 'read', 'message to react');
      if (emojis.length > 1) throw badRequest('REACTIONS_TOO_MANY');
      const allowed = world.groups.get(chatId)?.reactions ?? REACTIONS;
      if (emojis.some((emoji) => !REACTIONS.includes(emoji) || !allowed.includes(emoji)))
        throw badRequest('REACTION_INVALID');
      stored.botReactions = emojis;
      return true;
    },
  },
  answerCallbackQuery: {
    takes: ['callback_query_id', 'text', 'show_alert', 'url', 'cache_time'],
    run: (call, world) => {
      const tap = world.taps.get(textOf(call, 'callback_query_id'));
      const now = world.clock.now();
      if (!tap || tap.answer || now - tap.tappedAt > TAP_LIFETIME_MS) {
        throw badRequest('query is too old and response timeout expired or query ID is invalid');
      }
      const text = textOf(call, 'text');
      if (text.length > LONGEST_TOAST) throw badRequest('MESSAGE_TOO_LONG');
      tap.answer = { text, showAlert: textOf(call, 'show_alert') === 'true', answeredAt: now };
      return true;
    },
  },
};

/** A tap that is not answered in this time can't be answered any more. */
const TAP_LIFETIME_MS = 30_000;
const LONGEST_TOAST = 200;

/** How the API describes one member. */
export function memberOf(user: ChatMember['user'], status: MemberStatus): ChatMember {
  const { id, is_bot, first_name, last_name, username } = user;
  const person = {
    id,
    is_bot,
    first_name,
    ...(last_name !== undefined && { last_name }),
    ...(username !== undefined && { username }),
  };
  if (status === 'kicked') return { status, user: person, until_date: 0 };
  if (status === 'administrator') {
    return {
      status,
      user: person,
      can_be_edited: false,
      is_anonymous: false,
      can_manage_chat: true,
      can_delete_messages: true,
    } as ChatMember;
  }
  return { status, user: person } as ChatMember;
}

function groupOf(world: World, chatId: number): FakeGroup {
  const group = world.groups.get(chatId);
  if (!group) throw badRequest('there are no members in the private chat');
  return group;
}

function reactionsOf(given: unknown): string[] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) throw badRequest('expected an Array of ReactionType');
  return given.map((reaction: unknown) => {
    if (!isRecord(reaction)) throw badRequest("can't parse ReactionType: expected an Object");
    if (reaction['type'] !== 'emoji') throw badRequest("can't parse ReactionType: invalid reaction type specified");
    if (typeof reaction['emoji'] !== 'string') throw badRequest('can\'t parse ReactionType: Can\'t find field "emoji"');
    return reaction['emoji'];
  });
}

import type { Inbound, Language, RoomKind } from '../../core/message.ts';
import type { TelegramChat, TelegramMessage, TelegramUser } from './update-schema.ts';

type Sender = NonNullable<Inbound['sender']>;

/** The chat as a room. */
export function roomOf(chat: TelegramChat): Inbound['room'] {
  return {
    externalId: String(chat.id),
    kind: kindOf(chat.type),
    ...(chat.title !== undefined && { title: chat.title }),
  };
}

/** Everything that is not a private chat has more than one reader. */
export function kindOf(chatType: string): RoomKind {
  return chatType === 'private' ? 'direct' : 'group';
}

/** Who wrote a message. An administrator who writes as the group is the group. */
export function authorOf(message: TelegramMessage): Sender | null {
  if (message.sender_chat) return { externalId: String(message.sender_chat.id), name: message.sender_chat.title ?? '' };
  return message.from ? senderOf(message.from) : null;
}

/** A user as a sender. */
export function senderOf(user: TelegramUser): Sender {
  const language = languageOf(user.language_code);
  return { externalId: String(user.id), name: nameOf(user), ...(language && { language }) };
}

/** The name that the app shows; '' for somebody without one. */
export function nameOf(user: TelegramUser): string {
  return [user.first_name, user.last_name].filter((part) => part !== undefined && part !== '').join(' ');
}

/** The app's own language, where it is one of ours. */
function languageOf(code: string | undefined): Language | undefined {
  if (code?.startsWith('zh')) return 'zh';
  return code?.startsWith('en') ? 'en' : undefined;
}

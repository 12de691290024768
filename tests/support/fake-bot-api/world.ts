import type { Chat, ChatMember, Message, MessageEntity, User, UserFromGetMe } from 'grammy/types';
import type { Clock } from '../../../core/clock.ts';
import { Files } from './files.ts';
import { UpdateQueue } from './update-queue.ts';

/** A person with the app, and how they stand to the bot. */
export interface FakeUser {
  user: User;
  /** They pressed start once; before that the bot can't write to them. */
  started: boolean;
  blocked: boolean;
  deactivated: boolean;
}

export type MemberStatus = ChatMember['status'];

/** A group or supergroup. */
export interface FakeGroup {
  id: number;
  title: string;
  kind: 'group' | 'supergroup';
  bot: MemberStatus;
  members: Map<number, MemberStatus>;
  migratedTo: number | undefined;
  /** Emojis that may be put on messages here; null: all of the standard ones. */
  reactions: readonly string[] | null;
}

/** A message as it stands now, after edits and reactions. */
export interface StoredMessage {
  message: Message;
  fromBot: boolean;
  edits: number;
  botReactions: string[];
  /** Emoji by the user who put it. */
  userReactions: Map<number, string>;
}

/** A tap that waits for, or got, its answer. */
export interface PendingTap {
  id: string;
  tappedAt: number;
  answer: { text: string; showAlert: boolean; answeredAt: number } | undefined;
}

/** Everything that Telegram would know about one bot. */
export class World {
  readonly clock: Clock;
  readonly token: string;
  readonly me: UserFromGetMe;
  readonly users = new Map<number, FakeUser>();
  readonly groups = new Map<number, FakeGroup>();
  readonly taps = new Map<string, PendingTap>();
  readonly commands = new Map<string, unknown>();
  readonly files = new Files();
  readonly updates: UpdateQueue;
  #messages = new Map<number, Map<number, StoredMessage>>();
  #lastMessageId = new Map<number, number>();
  #nextUserId = 700_001;
  #nextGroupId = 9_001;
  #nextTapId = 1;

  constructor(options: { token: string; clock: Clock; username: string; privacyMode: boolean }) {
    this.token = options.token;
    this.clock = options.clock;
    this.updates = new UpdateQueue(options.clock);
    this.me = {
      id: Number.parseInt(options.token, 10),
      is_bot: true,
      first_name: '群防',
      username: options.username,
      can_join_groups: true,
      can_read_all_group_messages: !options.privacyMode,
      supports_inline_queries: false,
      can_connect_to_business: false,
      has_main_web_app: false,
      has_topics_enabled: false,
      allows_users_to_create_topics: false,
      can_manage_bots: false,
      supports_join_request_queries: false,
    };
  }

  /** Unix time in seconds, as the API writes it. */
  seconds(): number {
    return Math.floor(this.clock.now() / 1000);
  }

  nextUserId(): number {
    return this.#nextUserId++;
  }

  nextGroupId(kind: FakeGroup['kind']): number {
    const id = this.#nextGroupId++;
    return kind === 'group' ? -id : -1_000_000_000_000 - id;
  }

  nextTapId(): string {
    return `42${String(this.#nextTapId++).padStart(16, '0')}`;
  }

  nextMessageId(chatId: number): number {
    const id = (this.#lastMessageId.get(chatId) ?? 0) + 1;
    this.#lastMessageId.set(chatId, id);
    return id;
  }

  store(chatId: number, message: Message, fromBot: boolean): StoredMessage {
    const chat = this.#messages.get(chatId) ?? new Map<number, StoredMessage>();
    this.#messages.set(chatId, chat);
    const stored = { message, fromBot, edits: 0, botReactions: [], userReactions: new Map<number, string>() };
    chat.set(message.message_id, stored);
    return stored;
  }

  message(chatId: number, messageId: number): StoredMessage | undefined {
    return this.#messages.get(chatId)?.get(messageId);
  }

  messagesOf(chatId: number): StoredMessage[] {
    return [...(this.#messages.get(chatId)?.values() ?? [])];
  }

  forget(chatId: number, messageId: number): boolean {
    return this.#messages.get(chatId)?.delete(messageId) ?? false;
  }

  forgetAllMessages(): void {
    this.#messages.clear();
  }

  /** The chat object that messages of this chat carry. */
  chat(chatId: number): Exclude<Chat, Chat.ChannelChat> {
    const group = this.groups.get(chatId);
    if (group) return { id: group.id, type: group.kind, title: group.title };
    const user = this.users.get(chatId)?.user;
    return {
      id: chatId,
      type: 'private',
      first_name: user?.first_name ?? '',
      ...(user?.last_name === undefined ? {} : { last_name: user.last_name }),
      ...(user?.username === undefined ? {} : { username: user.username }),
    };
  }

  /** Whether an ordinary message of a group reaches the bot: privacy mode hides what does not concern it. */
  reachesBot(
    group: FakeGroup,
    text: string,
    entities: readonly MessageEntity[],
    repliesTo: StoredMessage | undefined,
  ): boolean {
    if (group.bot === 'left' || group.bot === 'kicked') return false;
    if (this.me.can_read_all_group_messages || group.bot === 'administrator' || group.bot === 'creator') return true;
    if (repliesTo?.fromBot === true) return true;
    return entities.some((entity) => {
      const words = text.slice(entity.offset, entity.offset + entity.length).toLowerCase();
      const name = `@${this.me.username.toLowerCase()}`;
      if (entity.type === 'mention') return words === name;
      return entity.type === 'bot_command' && entity.offset === 0 && (!words.includes('@') || words.endsWith(name));
    });
  }
}

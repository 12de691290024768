import { z } from 'zod';

/**
 * The part of the Bot API's Update that is read here (https://core.telegram.org/bots/api#update). Everything else of an
 * update is let through unseen; what is read must have the right shape, or the whole update is refused.
 */
const id = z.int();
const seconds = z.int().nonnegative();

const user = z.object({
  id,
  is_bot: z.boolean().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  username: z.string().optional(),
  language_code: z.string().optional(),
});

const chat = z.object({
  id,
  type: z.enum(['private', 'group', 'supergroup', 'channel']),
  title: z.string().optional(),
});

const entity = z.object({
  type: z.string(),
  offset: z.int().nonnegative(),
  length: z.int().nonnegative(),
  user: user.optional(),
});

/** An entity that makes no sense is left out; the message it came with is kept. */
const entities = z.array(z.unknown()).transform((list) =>
  list.flatMap((item) => {
    const read = entity.safeParse(item);
    return read.success ? [read.data] : [];
  }),
);

const file = z.object({
  file_id: z.string().min(1),
  file_unique_id: z.string().optional(),
  file_size: z.number().optional(),
  mime_type: z.string().optional(),
  file_name: z.string().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  /** Side of a round video. */
  length: z.number().optional(),
  duration: z.number().optional(),
});

const location = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  horizontal_accuracy: z.number().optional(),
  live_period: z.number().optional(),
});

/** What came with a message, also with one that is answered. */
const content = {
  message_id: id,
  date: seconds,
  from: user.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  forward_origin: z.object({ sender_user: z.object({ id: id.optional() }).optional() }).optional(),
  media_group_id: z.string().optional(),
  photo: z.array(file).optional(),
  video: file.optional(),
  video_note: file.optional(),
  animation: file.optional(),
  voice: file.optional(),
  audio: file.optional(),
  document: file.optional(),
  location: location.optional(),
  venue: z.object({ title: z.string() }).optional(),
};

const repliedMessage = z.object({ ...content, date: seconds.optional() });

const message = z.object({
  ...content,
  message_thread_id: id.optional(),
  is_topic_message: z.boolean().optional(),
  edit_date: seconds.optional(),
  chat,
  sender_chat: chat.optional(),
  entities: entities.optional(),
  caption_entities: entities.optional(),
  reply_to_message: repliedMessage.optional(),
  external_reply: z.object({}).optional(),
  quote: z.object({ text: z.string() }).optional(),
  new_chat_members: z.array(user).optional(),
  left_chat_member: user.optional(),
  migrate_to_chat_id: id.optional(),
});

const member = z.object({ status: z.string(), user, is_member: z.boolean().optional() });
const memberChange = z.object({ chat, from: user, date: seconds, old_chat_member: member, new_chat_member: member });

const reaction = z.object({ type: z.string(), emoji: z.string().optional() });

export const updateSchema = z.object({
  update_id: id,
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: z
    .object({
      id: z.string(),
      from: user,
      message: z.object({ message_id: id, chat }).optional(),
      data: z.string().optional(),
    })
    .optional(),
  message_reaction: z
    .object({
      chat,
      message_id: id,
      user: user.optional(),
      date: seconds,
      old_reaction: z.array(reaction),
      new_reaction: z.array(reaction),
    })
    .optional(),
  my_chat_member: memberChange.optional(),
  chat_member: memberChange.optional(),
});

type Parsed = z.output<typeof updateSchema>;
export type TelegramUpdate = Parsed;
export type TelegramMessage = z.output<typeof message>;
export type TelegramContent = z.output<typeof repliedMessage>;
export type TelegramUser = z.output<typeof user>;
export type TelegramChat = z.output<typeof chat>;
export type TelegramFile = z.output<typeof file>;
export type TelegramEntity = z.output<typeof entity>;
export type TelegramTap = NonNullable<Parsed['callback_query']>;
export type TelegramReaction = NonNullable<Parsed['message_reaction']>;
export type TelegramMemberChange = z.output<typeof memberChange>;

/** Kinds of update that the bot asks for; those beyond the default must be named (https://core.telegram.org/bots/api#getupdates). */
export const wantedUpdates = [
  'message',
  'edited_message',
  'callback_query',
  'message_reaction',
  'my_chat_member',
  'chat_member',
] as const satisfies readonly (keyof Parsed)[];

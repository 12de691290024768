import type { Message } from 'grammy/types';
import { integerOf, isRecord, jsonOf, textOf, type Call } from '../call.ts';
import { chatOf } from '../chat-access.ts';
import { keyboardOf } from '../keyboard.ts';
import { badRequest } from '../refusal.ts';
import type { StoredMessage, World } from '../world.ts';
import type { Methods } from './method.ts';
import { captionOf, messageTextOf, photoOf } from './send.ts';

const EVERY_EDIT = ['chat_id', 'message_id', 'inline_message_id', 'reply_markup', 'business_connection_id'];
const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

/** Methods that change or remove a message of the bot. */
export const editMethods: Methods = {
  editMessageText: {
    takes: [...EVERY_EDIT, 'text', 'parse_mode', 'entities', 'link_preview_options'],
    counts: true,
    run: (call, world) => {
      const { text, entities } = messageTextOf(call);
      return edit(call, world, (message) => {
        if (message.text === undefined) throw badRequest('there is no text in the message to edit');
        return { ...without(message, 'entities'), text, ...(entities.length > 0 && { entities }) };
      });
    },
  },
  editMessageCaption: {
    takes: [...EVERY_EDIT, 'caption', 'parse_mode', 'caption_entities', 'show_caption_above_media'],
    counts: true,
    run: (call, world) => {
      const caption = captionOf(call);
      return edit(call, world, (message) => {
        if (message.photo === undefined && message.document === undefined) {
          throw badRequest('there is no caption in the message to edit');
        }
        return { ...without(message, 'caption', 'caption_entities'), ...caption };
      });
    },
  },
  editMessageReplyMarkup: {
    takes: EVERY_EDIT,
    counts: true,
    run: (call, world) => edit(call, world, (message) => message),
  },
  editMessageMedia: {
    takes: [...EVERY_EDIT, 'media'],
    counts: true,
    run: (call, world) => {
      const media = jsonOf(call, 'media', 'input media');
      if (!isRecord(media)) throw badRequest("can't parse InputMedia: expected an Object");
      if (media['type'] !== 'photo') throw badRequest("can't parse InputMedia: media must be a photo here");
      const inner = { ...call, params: media };
      const photo = photoOf(call, world, 'media', textOf(inner, 'media'));
      const caption = captionOf(inner);
      return edit(call, world, (message) => ({
        ...without(message, 'text', 'entities', 'caption', 'caption_entities'),
        photo,
        ...caption,
      }));
    },
  },
  deleteMessage: {
    takes: ['chat_id', 'message_id'],
    run: (call, world) => {
      const [chatId, stored] = messageOf(call, world, 'write', 'message to delete');
      const mayDelete = stored.fromBot || world.groups.get(chatId)?.bot === 'administrator' || chatId > 0;
      if (!mayDelete) throw badRequest("message can't be deleted");
      world.forget(chatId, stored.message.message_id);
      return true;
    },
  },
};

/** Finds the message that a call names. */
export function messageOf(
  call: Call,
  world: World,
  access: 'read' | 'edit' | 'write',
  what: string,
): [number, StoredMessage] {
  if (textOf(call, 'chat_id') === '' && integerOf(call, 'message_id') === 0) {
    throw badRequest('message identifier is not specified');
  }
  const chatId = chatOf(call, world, access);
  const stored = world.message(chatId, integerOf(call, 'message_id'));
  if (!stored) throw badRequest(`${what} not found`);
  return [chatId, stored];
}

function edit(call: Call, world: World, change: (message: Message) => Message): Message {
  const keyboard = keyboardOf(call);
  const [, stored] = messageOf(call, world, 'edit', 'message to edit');
  if (!stored.fromBot) throw badRequest("message can't be edited");
  const next: Message = {
    ...without(change(stored.message), 'reply_markup'),
    ...(keyboard && { reply_markup: keyboard }),
  };
  if (looks(next) === looks(stored.message)) throw badRequest(NOT_MODIFIED);
  stored.message = { ...next, edit_date: world.seconds() };
  stored.edits += 1;
  return stored.message;
}

/** All that a reader sees of a message; two that look the same are the same. */
function looks({ text, entities, caption, caption_entities, photo, reply_markup }: Message): string {
  const picture = photo?.map((size) => size.file_unique_id);
  return JSON.stringify([text, entities, caption, caption_entities, picture, reply_markup]);
}

function without(message: Message, ...fields: (keyof Message)[]): Message {
  return Object.fromEntries(
    Object.entries(message).filter(([name]) => !fields.includes(name as keyof Message)),
  ) as Message;
}

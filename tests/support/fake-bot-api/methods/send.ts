import type { InlineKeyboardMarkup, Message, PhotoSize } from 'grammy/types';
import { integerOf, isRecord, jsonOf, textOf, type Call } from '../call.ts';
import { chatOf } from '../chat-access.ts';
import { looksLikePicture, type StoredFile } from '../files.ts';
import { CAPTION_LIMIT, formattedTextOf, TEXT_LIMIT, type FormattedText } from '../formatted-text.ts';
import { keyboardOf } from '../keyboard.ts';
import { badRequest } from '../refusal.ts';
import type { World } from '../world.ts';
import type { Methods } from './method.ts';

const EVERY_SEND = [
  'chat_id',
  'message_thread_id',
  'disable_notification',
  'protect_content',
  'reply_parameters',
  'reply_markup',
  'business_connection_id',
  'message_effect_id',
];
const CAPTION = ['caption', 'parse_mode', 'caption_entities', 'show_caption_above_media', 'has_spoiler'];
const MOST_PHOTO_BYTES = 10 * 1024 * 1024;

/** Methods that put a message into a chat. */
export const sendMethods: Methods = {
  sendMessage: {
    takes: [...EVERY_SEND, 'text', 'parse_mode', 'entities', 'link_preview_options'],
    counts: true,
    run: (call, world) => {
      const formatted = messageTextOf(call);
      return put(call, world, {
        text: formatted.text,
        ...(formatted.entities.length > 0 && { entities: formatted.entities }),
      });
    },
  },
  sendPhoto: {
    takes: [...EVERY_SEND, ...CAPTION, 'photo'],
    counts: true,
    run: (call, world) => {
      const caption = captionOf(call);
      const photo = photoOf(call, world, 'photo');
      return put(call, world, { photo, ...caption });
    },
  },
  sendMediaGroup: {
    takes: EVERY_SEND.filter((name) => name !== 'reply_markup').concat('media'),
    counts: true,
    run: (call, world) => {
      const media = jsonOf(call, 'media', 'media');
      if (!Array.isArray(media)) throw badRequest('parameter "media" is required');
      if (media.length < 2 || media.length > 10) throw badRequest('Wrong number of items');
      const album = `album${String(world.seconds())}`;
      const contents = media.map((item: unknown) => {
        if (!isRecord(item) || item['type'] !== 'photo' || typeof item['media'] !== 'string')
          throw badRequest("can't parse InputMedia");
        const caption = captionOf({ ...call, params: item });
        return { photo: photoOf(call, world, 'media', item['media']), media_group_id: album, ...caption };
      });
      return contents.map((content) => put(call, world, content));
    },
  },
  sendDocument: {
    takes: [...EVERY_SEND, ...CAPTION, 'document', 'thumbnail', 'disable_content_type_detection'],
    counts: true,
    run: (call, world) => {
      const caption = captionOf(call);
      const { file, fileName, mime } = documentOf(call, world);
      const document = {
        file_id: file.fileId,
        file_unique_id: file.uniqueId,
        file_name: fileName,
        mime_type: mime,
        file_size: file.size,
      };
      return put(call, world, { document, ...caption });
    },
  },
  sendLocation: {
    takes: [
      ...EVERY_SEND,
      'latitude',
      'longitude',
      'horizontal_accuracy',
      'live_period',
      'heading',
      'proximity_alert_radius',
    ],
    counts: true,
    run: (call, world) => {
      for (const name of ['latitude', 'longitude']) if (textOf(call, name) === '') throw badRequest(`${name} is empty`);
      const latitude = Number(textOf(call, 'latitude'));
      const longitude = Number(textOf(call, 'longitude'));
      if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) throw badRequest('wrong location specified');
      return put(call, world, { location: { latitude, longitude } });
    },
  },
  sendChatAction: {
    takes: ['chat_id', 'action', 'message_thread_id', 'business_connection_id'],
    run: (call, world) => {
      chatOf(call, world, 'write');
      if (!/^(typing|upload_photo|upload_document|find_location)$/.test(textOf(call, 'action'))) {
        throw badRequest('wrong parameter action in request');
      }
      return true;
    },
  },
};

/** The text of a message, refused when it is empty or too long. */
export function messageTextOf(call: Call): FormattedText {
  if (textOf(call, 'text') === '') throw badRequest('message text is empty');
  const formatted = formattedTextOf(call, 'text');
  if (formatted.text === '') throw badRequest('text must be non-empty');
  if (formatted.text.length > TEXT_LIMIT) throw badRequest('message is too long');
  return formatted;
}

/** The caption of a picture or file, refused when it is too long. */
export function captionOf(call: Call): Pick<Message, 'caption' | 'caption_entities'> {
  const formatted = formattedTextOf(call, 'caption');
  if (formatted.text.length > CAPTION_LIMIT) throw badRequest('message caption is too long');
  if (formatted.text === '') return {};
  return { caption: formatted.text, ...(formatted.entities.length > 0 && { caption_entities: formatted.entities }) };
}

/** The photo of a call: an upload, or a file the server has already. Gives the sizes that the server would make of it. */
export function photoOf(call: Call, world: World, field: string, given = textOf(call, field)): PhotoSize[] {
  const known = world.files.byId(given);
  if (known) return [sizeOf(known, 1280, 960)];
  const upload = call.uploads.get(given.startsWith('attach://') ? given.slice('attach://'.length) : field);
  if (!upload) {
    if (given === '') throw badRequest('there is no photo in the request');
    if (/^https?:/.test(given)) throw badRequest('failed to get HTTP URL content');
    throw badRequest('wrong file identifier/HTTP URL specified');
  }
  if (upload.bytes.length > MOST_PHOTO_BYTES) throw badRequest('file is too big');
  if (upload.bytes.length === 0) throw badRequest('file must be non-empty');
  if (!looksLikePicture(upload.bytes)) throw badRequest('IMAGE_PROCESS_FAILED');
  return photoSizes(world, upload.bytes);
}

/** Three sizes, smallest first, as the server lists them. */
export function photoSizes(world: World, bytes: Uint8Array, width = 1280, height = 960): PhotoSize[] {
  return [90 / width, 320 / width, 1].map((scale) =>
    sizeOf(world.files.add('photos', 'jpg', bytes), Math.round(width * scale), Math.round(height * scale)),
  );
}

function sizeOf(file: StoredFile, width: number, height: number): PhotoSize {
  return { file_id: file.fileId, file_unique_id: file.uniqueId, width, height, file_size: file.size };
}

function documentOf(call: Call, world: World): { file: StoredFile; fileName: string; mime: string } {
  const given = textOf(call, 'document');
  const known = world.files.byId(given);
  if (known) return { file: known, fileName: known.path, mime: 'application/octet-stream' };
  const upload = call.uploads.get(given.startsWith('attach://') ? given.slice('attach://'.length) : 'document');
  if (!upload)
    throw badRequest(given === '' ? 'there is no document in the request' : 'wrong file identifier/HTTP URL specified');
  if (upload.bytes.length === 0) throw badRequest('file must be non-empty');
  const file = world.files.add('documents', upload.fileName.split('.').at(-1) ?? 'bin', upload.bytes);
  return { file, fileName: upload.fileName, mime: upload.mime };
}

function put(call: Call, world: World, content: Partial<Message>): Message {
  const keyboard = keyboardOf(call);
  const chatId = chatOf(call, world, 'write');
  const repliesTo = repliedMessage(call, world, chatId);
  return sendFromBot(world, chatId, content, keyboard, repliesTo);
}

function repliedMessage(call: Call, world: World, chatId: number): Message | undefined {
  const given = jsonOf(call, 'reply_parameters', 'reply parameters');
  if (given === undefined) return undefined;
  if (!isRecord(given)) throw badRequest('object expected as reply parameters');
  const asked = integerOf({ ...call, params: given }, 'message_id');
  const found = world.message(chatId, asked)?.message;
  if (!found && given['allow_sending_without_reply'] !== true) throw badRequest('message to be replied not found');
  return found;
}

function sendFromBot(
  world: World,
  chatId: number,
  content: Partial<Message>,
  keyboard: InlineKeyboardMarkup | undefined,
  repliesTo: Message | undefined,
): Message {
  const message = {
    message_id: world.nextMessageId(chatId),
    from: { id: world.me.id, is_bot: true, first_name: world.me.first_name, username: world.me.username },
    chat: world.chat(chatId),
    date: world.seconds(),
    ...content,
    ...(repliesTo && { reply_to_message: repliesTo }),
    ...(keyboard && { reply_markup: keyboard }),
  } as Message;
  world.store(chatId, message, true);
  return message;
}

import type { Message, MessageEntity } from 'grammy/types';
import { z } from 'zod';
import { tinyJpeg } from '../files.ts';
import { photoSizes } from '../methods/send.ts';
import type { StoredMessage, World } from '../world.ts';
import { action, ControlError } from './action.ts';
import { groupOf, userOf } from './people.ts';

const chat = z.number();
const user = z.number();
const message = z.number();
/** Bytes as base64. */
const bytes = z.base64().transform((text) => Buffer.from(text, 'base64'));
const from = { chat, user };
const position = { lat: z.number(), lon: z.number() };

/** What came of an act: the message, and the update that the bot gets of it (null: it is not told). */
interface Acted {
  message: number;
  update: number | null;
}

/** What people do in the app. */
export const actActions = {
  /** The start button, also behind a deep link `?start=PAYLOAD`. */
  start: action(z.object({ user, payload: z.string().default('') }), ({ world }, input) => {
    const text = input.payload === '' ? '/start' : `/start ${input.payload}`;
    return say(world, { chat: input.user, user: input.user }, { text, entities: entitiesIn(text) });
  }),
  write: action(
    z.object({ ...from, text: z.string(), replyTo: message.optional(), quote: z.string().optional() }),
    ({ world }, input) => {
      const entities = entitiesIn(input.text);
      return say(world, input, { text: input.text, ...(entities.length > 0 && { entities }) });
    },
  ),
  sendPhoto: action(
    z.object({ ...from, caption: z.string().default(''), bytes: bytes.optional(), replyTo: message.optional() }),
    ({ world }, input) => say(world, input, photoContent(world, input.caption, input.bytes)),
  ),
  /** Several photos at once; the caption is on the first, as apps do it. */
  sendAlbum: action(
    z.object({ ...from, count: z.number().min(2).max(10), caption: z.string().default('') }),
    ({ world }, input) => {
      const album = `1377${world.nextTapId()}`;
      return Array.from({ length: input.count }, (_, n) =>
        say(world, input, { ...photoContent(world, n === 0 ? input.caption : ''), media_group_id: album }),
      );
    },
  ),
  sendFile: action(
    z.object({
      ...from,
      kind: z.enum(['voice', 'video', 'video_note', 'document', 'animation', 'audio']),
      caption: z.string().default(''),
      bytes: bytes.optional(),
      fileName: z.string().optional(),
      mime: z.string().optional(),
      claimedSize: z.number().optional(),
    }),
    ({ world }, input) => say(world, input, fileContent(world, input)),
  ),
  /** A place on the map; `livePeriod` (seconds) makes it live. */
  shareLocation: action(
    z.object({
      ...from,
      ...position,
      accuracy: z.number().optional(),
      livePeriod: z.number().optional(),
      venue: z.string().optional(),
    }),
    ({ world }, input) => say(world, input, locationContent(input)),
  ),
  /** The phone moved, or (`livePeriod` 0) sharing stopped. */
  moveLive: action(
    z.object({ ...from, message, ...position, livePeriod: z.number().default(3600) }),
    ({ world }, input) => {
      const stored = storedOf(world, input.chat, input.message);
      const { livePeriod, ...place } = input;
      return change(world, stored, input.chat, locationContent(livePeriod > 0 ? { ...place, livePeriod } : place));
    },
  ),
  edit: action(z.object({ ...from, message, text: z.string() }), ({ world }, input) => {
    const stored = storedOf(world, input.chat, input.message);
    return change(world, stored, input.chat, stored.message.photo ? { caption: input.text } : { text: input.text });
  }),
  react: action(z.object({ ...from, message, emoji: z.string().nullable() }), ({ world }, input) => {
    const stored = storedOf(world, input.chat, input.message);
    const before = stored.userReactions.get(input.user);
    if (input.emoji === null) stored.userReactions.delete(input.user);
    else stored.userReactions.set(input.user, input.emoji);
    const list = (emoji: string | null | undefined): unknown[] => (emoji == null ? [] : [{ type: 'emoji', emoji }]);
    const body = {
      chat: world.chat(input.chat),
      message_id: input.message,
      user: userOf(world, input.user).user,
      date: world.seconds(),
      old_reaction: list(before),
      new_reaction: list(input.emoji),
    };
    const told = input.chat > 0 || groupOf(world, input.chat).bot === 'administrator';
    return { update: told ? world.updates.push('message_reaction', body, input.chat) : null };
  }),
  /** Presses a button by its label; `data` in place of it forges what no button has. */
  tap: action(
    z.object({ ...from, message, button: z.string().optional(), data: z.string().optional() }),
    ({ world }, input) => {
      const stored = storedOf(world, input.chat, input.message);
      const data = input.data ?? dataOf(stored.message, input.button);
      const id = world.nextTapId();
      world.taps.set(id, { id, tappedAt: world.clock.now(), answer: undefined });
      const body = {
        id,
        from: userOf(world, input.user).user,
        message: stored.message,
        chat_instance: `8${Math.abs(input.chat)}`,
        data,
      };
      return { tap: id, update: world.updates.push('callback_query', body, input.chat) };
    },
  ),
};

function say(
  world: World,
  input: { chat: number; user: number; replyTo?: number | undefined; quote?: string | undefined },
  content: Partial<Message>,
): Acted {
  const person = userOf(world, input.user);
  const replied = input.replyTo === undefined ? undefined : storedOf(world, input.chat, input.replyTo);
  if (input.chat === input.user) {
    person.started = true;
    person.blocked = false;
  }
  const message = {
    message_id: world.nextMessageId(input.chat),
    from: person.user,
    chat: world.chat(input.chat),
    date: world.seconds(),
    ...content,
    ...(replied && { reply_to_message: replied.message }),
    ...(input.quote !== undefined && { quote: { text: input.quote, position: 0, is_manual: true } }),
  } as Message;
  world.store(input.chat, message, false);
  return { message: message.message_id, update: tell(world, 'message', message, replied) };
}

function change(world: World, stored: StoredMessage, chatId: number, content: Partial<Message>): Acted {
  stored.message = { ...stored.message, ...content, edit_date: world.seconds() };
  stored.edits += 1;
  return {
    message: stored.message.message_id,
    update: tell(world, 'edited_message', stored.message, undefined, chatId),
  };
}

/** Hands the bot what it may see. */
function tell(
  world: World,
  kind: 'message' | 'edited_message',
  message: Message,
  replied: StoredMessage | undefined,
  chatId = message.chat.id,
): number | null {
  const group = world.groups.get(chatId);
  const text = message.text ?? message.caption ?? '';
  const entities = message.entities ?? message.caption_entities ?? [];
  if (group && !world.reachesBot(group, text, entities, replied)) return null;
  return world.updates.push(kind, message, chatId);
}

/** The entities that the app finds by itself. */
function entitiesIn(text: string): MessageEntity[] {
  const found = [...text.matchAll(/(?:^|\s)(\/[a-z0-9_]{1,32}(?:@\w+)?|@\w{5,32}|https?:\/\/\S+)/gi)];
  return found.map((match) => {
    const words = match[1] ?? '';
    const type = words.startsWith('/') ? 'bot_command' : words.startsWith('@') ? 'mention' : 'url';
    return { type, offset: match.index + match[0].length - words.length, length: words.length };
  });
}

function photoContent(world: World, caption: string, given?: Uint8Array): Partial<Message> {
  return {
    photo: photoSizes(world, given ?? tinyJpeg),
    ...(caption !== '' && { caption, caption_entities: entitiesIn(caption) }),
  };
}

function fileContent(
  world: World,
  input: {
    kind: string;
    caption: string;
    bytes?: Uint8Array | undefined;
    fileName?: string | undefined;
    mime?: string | undefined;
    claimedSize?: number | undefined;
  },
): Partial<Message> {
  const file = world.files.add(`${input.kind}s`, 'bin', input.bytes ?? Buffer.from('evidence'), input.claimedSize);
  const about = {
    file_id: file.fileId,
    file_unique_id: file.uniqueId,
    file_size: file.size,
    duration: 7,
    ...(input.kind === 'video_note' ? { length: 240 } : { width: 640, height: 480 }),
    ...(input.mime !== undefined && { mime_type: input.mime }),
    ...(input.fileName !== undefined && { file_name: input.fileName }),
  };
  const alsoDocument = input.kind === 'animation' && { document: about };
  return { [input.kind]: about, ...alsoDocument, ...(input.caption !== '' && { caption: input.caption }) };
}

function locationContent(input: {
  lat: number;
  lon: number;
  accuracy?: number | undefined;
  livePeriod?: number | undefined;
  venue?: string | undefined;
}): Partial<Message> {
  const location = {
    latitude: input.lat,
    longitude: input.lon,
    ...(input.accuracy !== undefined && { horizontal_accuracy: input.accuracy }),
    ...(input.livePeriod !== undefined && { live_period: input.livePeriod }),
  };
  return { location, ...(input.venue !== undefined && { venue: { location, title: input.venue, address: '' } }) };
}

function storedOf(world: World, chatId: number, messageId: number): StoredMessage {
  const stored = world.message(chatId, messageId);
  if (!stored) throw new ControlError(`no message ${messageId} in chat ${chatId}`);
  return stored;
}

function dataOf(message: Message, label: string | undefined): string {
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
  const button = buttons.find(({ text }) => text === label);
  if (!button)
    throw new ControlError(`no button "${label ?? ''}" there, only: ${buttons.map(({ text }) => text).join(', ')}`);
  if (!('callback_data' in button)) throw new ControlError(`"${button.text}" is a link`);
  return button.callback_data;
}

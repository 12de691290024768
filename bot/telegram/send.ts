import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { InputFile, type Api } from 'grammy';
import type { Card } from '../../core/message.ts';
import type { Outgoing } from '../../core/ports/chat.ts';
import { CAPTION_LIMIT, telegramCapabilities } from './capabilities.ts';
import { encodeKeyboard, encodeText } from './encode.ts';
import { isNotModified, isOtherSort, isRefused } from './errors.ts';

type CardOutgoing = Extract<Outgoing, { kind: 'card' }>;
type ReactionEmoji = Extract<Parameters<Api['setMessageReaction']>[2][number], { type: 'emoji' }>['emoji'];

/** A message has to say something, if only that there are buttons under it. */
const WORDLESS = '…';

/** Puts something into a chat. @returns the id of the message that stands there. Throws what the API call threw. */
export async function sendOutgoing(api: Api, chatId: string, outgoing: Outgoing): Promise<string> {
  if (outgoing.kind === 'reaction') {
    const emoji = withoutVariant(outgoing.emoji) as ReactionEmoji;
    await api.setMessageReaction(chatId, Number(outgoing.messageId), [{ type: 'emoji', emoji }]);
    return outgoing.messageId;
  }
  if (outgoing.edit !== null) return editCard(api, chatId, Number(outgoing.edit), outgoing);
  if (outgoing.albumPaths !== undefined && outgoing.albumPaths.length > 1)
    return sendAlbum(api, chatId, outgoing, outgoing.albumPaths);
  return outgoing.photoPath === null
    ? sendWords(api, chatId, outgoing)
    : sendPhoto(api, chatId, outgoing, outgoing.photoPath);
}

async function sendWords(api: Api, chatId: string, outgoing: CardOutgoing): Promise<string> {
  const { text, entities } = encodeText(outgoing.card, telegramCapabilities.textLimit);
  const message = await api.sendMessage(chatId, text.trim() === '' ? WORDLESS : text, {
    entities,
    link_preview_options: { is_disabled: true },
    ...around(outgoing),
  });
  return String(message.message_id);
}

/** The words go under the photo; where they are too long for that, the photo goes before them. */
async function sendPhoto(api: Api, chatId: string, outgoing: CardOutgoing, path: string): Promise<string> {
  const photo = new InputFile(await readFile(path), basename(path));
  const { text, entities } = encodeText(outgoing.card, telegramCapabilities.textLimit);
  if (text.length > CAPTION_LIMIT) {
    await api.sendPhoto(chatId, photo, { disable_notification: true, ...protection(outgoing.card) });
    return sendWords(api, chatId, outgoing);
  }
  const message = await api.sendPhoto(chatId, photo, {
    caption: text,
    caption_entities: entities,
    ...around(outgoing),
  });
  return String(message.message_id);
}

/** The words go under the first picture. An album takes no buttons: a card that has some follows it with its words. */
async function sendAlbum(api: Api, chatId: string, outgoing: CardOutgoing, paths: readonly string[]): Promise<string> {
  const { text, entities } = encodeText(outgoing.card, telegramCapabilities.textLimit);
  const { reply_markup: keyboard, ...manner } = around(outgoing) ?? {};
  const wordsFollow = keyboard !== undefined || text.length > CAPTION_LIMIT;
  const media = await Promise.all(
    paths.map(async (path, at) => ({
      type: 'photo' as const,
      media: new InputFile(await readFile(path), basename(path)),
      ...(at === 0 && !wordsFollow ? { caption: text, caption_entities: entities } : {}),
    })),
  );
  const [first] = await api.sendMediaGroup(
    chatId,
    media,
    wordsFollow ? { disable_notification: true, ...protection(outgoing.card) } : manner,
  );
  return wordsFollow || first === undefined ? sendWords(api, chatId, outgoing) : String(first.message_id);
}

/** What is confidential can be neither forwarded nor saved; an edit keeps what the message was sent with. */
function protection({ confidential }: Card): { protect_content?: true } {
  return confidential === true ? { protect_content: true } : {};
}

function around({ card, replyTo }: CardOutgoing): Parameters<Api['sendMessage']>[2] {
  const keyboard = encodeKeyboard(card);
  return {
    disable_notification: !card.loud,
    ...protection(card),
    ...(replyTo !== null && { reply_parameters: { message_id: Number(replyTo), allow_sending_without_reply: true } }),
    ...(keyboard && { reply_markup: keyboard }),
  };
}

/**
 * Words of a photo are its caption. Which of both stands there is not known for sure, so the other is tried as well; words get
 * the photo that the card has meanwhile.
 */
async function editCard(api: Api, chatId: string, messageId: number, outgoing: CardOutgoing): Promise<string> {
  const { card, photoPath } = outgoing;
  if (outgoing.otherPhoto === true) {
    const replaced = await replacePhoto(api, chatId, messageId, outgoing);
    if (replaced !== null) return replaced;
  }
  const [first, second] = card.photo === undefined ? [editWords, editCaption] : [editCaption, editWords];
  try {
    await first(api, chatId, messageId, card);
  } catch (error) {
    // The pictures of an album went before its words.
    const gained = isOtherSort(error) && card.photo !== undefined && card.morePhotos === undefined;
    if (gained && photoPath !== null && (await addPhoto(api, chatId, messageId, card, photoPath)))
      return String(messageId);
    if (isOtherSort(error)) await unlessTheSame(second(api, chatId, messageId, card));
    else if (!isNotModified(error)) throw error;
  }
  return String(messageId);
}

/**
 * The photo that stands there is not the card's: an edit puts the right one in its place. A photo cannot become words alone, so
 * then the message is removed and the words are sent anew, silently. Null: neither was taken; the words are edited at least.
 */
async function replacePhoto(
  api: Api,
  chatId: string,
  messageId: number,
  outgoing: CardOutgoing,
): Promise<string | null> {
  const { card, photoPath } = outgoing;
  // It has one, which cannot be read just now.
  if (photoPath === null && (card.photo ?? card.drawing) !== undefined) return null;
  try {
    if (photoPath !== null) return (await addPhoto(api, chatId, messageId, card, photoPath)) ? String(messageId) : null;
    await api.deleteMessage(chatId, messageId);
  } catch (error) {
    if (isNotModified(error)) return String(messageId);
    if (!isRefused(error)) throw error;
    return null;
  }
  return sendWords(api, chatId, { ...outgoing, card: { ...card, loud: false } });
}

/** False: the photo was refused, or the words are too long to stand under it; the words are more important. */
async function addPhoto(api: Api, chatId: string, messageId: number, card: Card, path: string): Promise<boolean> {
  const { text, entities } = encodeText(card, telegramCapabilities.textLimit);
  if (text.length > CAPTION_LIMIT) return false;
  const keyboard = encodeKeyboard(card);
  const media = new InputFile(await readFile(path), basename(path));
  try {
    await api.editMessageMedia(
      chatId,
      messageId,
      { type: 'photo', media, caption: text, caption_entities: entities },
      keyboard && { reply_markup: keyboard },
    );
  } catch (error) {
    if (!isRefused(error)) throw error;
    return false;
  }
  return true;
}

async function unlessTheSame(edit: Promise<unknown>): Promise<void> {
  try {
    await edit;
  } catch (error) {
    if (!isNotModified(error)) throw error;
  }
}

function editWords(api: Api, chatId: string, messageId: number, card: Card): Promise<unknown> {
  const { text, entities } = encodeText(card, telegramCapabilities.textLimit);
  const keyboard = encodeKeyboard(card);
  return api.editMessageText(chatId, messageId, text.trim() === '' ? WORDLESS : text, {
    entities,
    link_preview_options: { is_disabled: true },
    ...(keyboard && { reply_markup: keyboard }),
  });
}

function editCaption(api: Api, chatId: string, messageId: number, card: Card): Promise<unknown> {
  const { text, entities } = encodeText(card, CAPTION_LIMIT);
  const keyboard = encodeKeyboard(card);
  return api.editMessageCaption(chatId, messageId, {
    caption: text,
    caption_entities: entities,
    ...(keyboard && { reply_markup: keyboard }),
  });
}

/** Emojis come with or without the mark that asks for a coloured picture; Telegram lists them without. */
function withoutVariant(emoji: string): string {
  return emoji.replaceAll('\uFE0F', '');
}

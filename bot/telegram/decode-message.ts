import type { Attachment, InboundMessage } from '../../core/message.ts';
import type { BotIdentity } from './draft.ts';
import type { TelegramContent, TelegramEntity, TelegramFile, TelegramMessage } from './update-schema.ts';

/** Words, pictures, files or a place; null for a message with none of them (a sticker, a service message). */
export function decodeMessage(message: TelegramMessage, bot: BotIdentity): InboundMessage | null {
  const written = message.text ?? message.caption;
  const attachments = attachmentsOf(message);
  if (written === undefined && attachments.length === 0 && !message.location) return null;
  const entities = message.entities ?? message.caption_entities ?? [];
  const words = readWords(written ?? '', entities, bot);
  const quote = quoteOf(message);
  return {
    kind: 'message',
    messageId: String(message.message_id),
    ...words,
    attachments,
    ...positionOf(message),
    ...(quote && { quote }),
    ...(message.media_group_id !== undefined && { albumId: message.media_group_id }),
    ...(message.forward_origin?.sender_user?.id === bot.id && { isOurs: true }),
    mentionsBot: words.mentionsBot || (quote !== undefined && message.reply_to_message?.from?.id === bot.id),
    edited: false,
  };
}

/** The text without the bot's name or command before it. */
function readWords(
  written: string,
  entities: readonly TelegramEntity[],
  bot: BotIdentity,
): Pick<InboundMessage, 'text' | 'mentionsBot' | 'command' | 'start'> {
  const tidy = (text: string): string => text.replaceAll('\r\n', '\n').trim();
  const ours = entities.filter((entity) => names(entity, written, bot));
  const [leading] = ours.filter(({ offset }) => written.slice(0, offset).trim() === '');
  const text = tidy(leading ? written.slice(leading.offset + leading.length) : written);
  const mentionsBot = ours.length > 0;
  if (leading?.type !== 'bot_command') return { text, mentionsBot };
  const [command = ''] = written
    .slice(leading.offset + 1, leading.offset + leading.length)
    .toLowerCase()
    .split('@');
  const addressed = written.slice(leading.offset, leading.offset + leading.length).includes('@');
  // What follows /start is a link's secret word and not something that a person says.
  if (command === 'start') return { text: '', mentionsBot: addressed, command, start: text };
  return { text, mentionsBot: addressed, command };
}

/** Whether an entity calls this bot: its name, itself, or a command that is not for another bot. */
function names(entity: TelegramEntity, written: string, bot: BotIdentity): boolean {
  const words = written.slice(entity.offset, entity.offset + entity.length).toLowerCase();
  const name = `@${bot.username.toLowerCase()}`;
  if (entity.type === 'mention') return words === name;
  if (entity.type === 'text_mention') return entity.user?.id === bot.id;
  return entity.type === 'bot_command' && entity.offset === 0 && (!words.includes('@') || words.endsWith(name));
}

/** What is answered. The first message of a forum topic is named by everything in the topic and is no quote. */
function quoteOf(message: TelegramMessage): InboundMessage['quote'] {
  const replied = message.reply_to_message;
  if (!replied) return message.external_reply && message.quote ? { text: message.quote.text } : undefined;
  if (message.is_topic_message === true && replied.message_id === message.message_thread_id) return undefined;
  const attachments = attachmentsOf(replied);
  return {
    messageId: String(replied.message_id),
    text: message.quote?.text ?? replied.text ?? replied.caption ?? '',
    // Bots, and groups and channels that write as themselves, are nobody.
    ...(replied.from && replied.from.is_bot !== true && { authorId: String(replied.from.id) }),
    ...(replied.date !== undefined && replied.date > 0 && { at: replied.date * 1_000 }),
    ...(attachments.length > 0 && { attachments }),
    ...(replied.media_group_id !== undefined && { albumId: replied.media_group_id }),
    ...positionOf(replied),
  };
}

function positionOf({
  location,
  venue,
}: Pick<TelegramMessage, 'location' | 'venue'>): Pick<InboundMessage, 'position'> {
  if (!location) return {};
  return {
    position: {
      lat: location.latitude,
      lon: location.longitude,
      ...(location.horizontal_accuracy !== undefined && { accuracyMetres: location.horizontal_accuracy }),
      live: location.live_period !== undefined,
      ...(venue && { placeName: venue.title }),
    },
  };
}

/** Pictures that were sent as files, to keep them sharp, are photos all the same. */
const PICTURES = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif', 'image/avif'];

function attachmentsOf(message: TelegramContent): Attachment[] {
  const { photo, video, video_note: round, animation, voice, audio, document } = message;
  const largest = photo?.toSorted((a, b) => (b.width ?? 0) * (b.height ?? 0) - (a.width ?? 0) * (a.height ?? 0))[0];
  const moving = animation ?? video ?? round;
  const heard = voice ?? audio;
  const isPicture = PICTURES.includes(document?.mime_type ?? '');
  const found: Attachment[] = [
    ...(largest ? [{ ...attachmentOf('photo', largest), sentAs: 'photo' as const }] : []),
    ...(moving ? [attachmentOf('video', moving)] : []),
    ...(heard ? [attachmentOf('voice', heard)] : []),
    // An animation is told as a document once more.
    ...(document && !animation
      ? [{ ...attachmentOf(isPicture ? 'photo' : 'document', document), sentAs: 'document' as const }]
      : []),
  ];
  return message.forward_origin === undefined ? found : found.map((one) => ({ ...one, forwarded: true }));
}

function attachmentOf(kind: Attachment['kind'], file: TelegramFile): Attachment {
  const width = file.width ?? file.length;
  const height = file.height ?? file.length;
  return {
    kind,
    ref: file.file_id,
    ...(file.file_unique_id !== undefined && { uniqueRef: file.file_unique_id }),
    ...(file.mime_type !== undefined && { mime: file.mime_type }),
    ...(file.file_size !== undefined && { sizeBytes: file.file_size }),
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(file.duration !== undefined && { durationSeconds: file.duration }),
    ...(file.file_name !== undefined && { fileName: file.file_name }),
  };
}

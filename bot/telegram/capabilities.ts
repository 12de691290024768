import type { Capabilities } from '../../core/message.ts';

/**
 * What a Telegram bot can do (https://core.telegram.org/bots/api). Whether it sees all messages of its groups depends on
 * its privacy mode, which BotFather sets, so the adapter replaces that one once it has asked.
 */
export const telegramCapabilities: Capabilities = {
  buttons: true,
  // A bot may edit its own messages for as long as they exist.
  editWindowMs: Infinity,
  reactions: true,
  seesAllGroupMessages: false,
  stableIds: true,
  returnsMessageId: true,
  writesFirst: true,
  textLimit: 4096,
  // editMessageMedia "to replace a text or a rich message with a media" (https://core.telegram.org/bots/api#editmessagemedia).
  photoByEdit: true,
  albumLimit: 10,
};

/** Longest caption of a photo, in UTF-16 code units. */
export const CAPTION_LIMIT = 1024;
/** Longest answer to a tap. */
export const TOAST_LIMIT = 200;
/** Most buttons in a row that Telegram shows beside each other, and most under one message. */
export const BUTTONS_PER_ROW = 8;
export const BUTTONS_PER_MESSAGE = 100;
/** The largest file that a bot can fetch. */
export const DOWNLOAD_LIMIT_BYTES = 20 * 1024 * 1024;

import type { InlineKeyboardMarkup } from 'grammy/types';
import { isRecord, jsonOf, type Call } from './call.ts';
import { badRequest } from './refusal.ts';

const MOST_BUTTONS = 100;
const MOST_DATA_BYTES = 64;

/** Reads `reply_markup`, refusing what the server refuses. Undefined: no inline keyboard. */
export function keyboardOf(call: Call): InlineKeyboardMarkup | undefined {
  const markup = jsonOf(call, 'reply_markup', 'reply keyboard markup');
  if (markup === undefined) return undefined;
  if (!isRecord(markup)) throw badRequest('object expected as reply markup');
  const rows = markup['inline_keyboard'];
  if (rows === undefined) return undefined;
  if (!Array.isArray(rows)) throw badRequest('field "inline_keyboard" must be of type Array');
  let count = 0;
  for (const row of rows as unknown[]) {
    if (!Array.isArray(row))
      throw badRequest('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays');
    for (const button of row as unknown[]) checkButton(button);
    count += row.length;
  }
  if (count > MOST_BUTTONS) throw badRequest('reply markup is too long');
  return count === 0 ? undefined : (markup as unknown as InlineKeyboardMarkup);
}

function checkButton(button: unknown): void {
  if (!isRecord(button)) throw badRequest("can't parse inline keyboard button: InlineKeyboardButton must be an Object");
  const { text, url, callback_data: data } = button;
  if (typeof text !== 'string') throw badRequest('can\'t parse inline keyboard button: Can\'t find field "text"');
  if (text.trim() === '') throw badRequest('inline keyboard button text must be non-empty');
  if (typeof url === 'string' && url !== '') checkUrl(url);
  else if (typeof data === 'string' && data !== '') checkData(data);
  else if (!('switch_inline_query' in button) && !('copy_text' in button) && !('web_app' in button)) {
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  }
}

function checkData(data: string): void {
  if (Buffer.byteLength(data) > MOST_DATA_BYTES) throw badRequest('BUTTON_DATA_INVALID');
}

/** The server takes http, https and tg links, and no host without a dot: `http://localhost` is refused. */
function checkUrl(url: string): void {
  if (url.startsWith('tg://')) return;
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const fits = parsed !== undefined && /^https?:$/.test(parsed.protocol) && parsed.hostname.includes('.');
  if (!fits) throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
}

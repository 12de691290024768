import type { InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity } from 'grammy/types';
import { tapData, type Card, type CardAction, type CardLine, type CardLink } from '../../core/message.ts';
import { BUTTONS_PER_MESSAGE, BUTTONS_PER_ROW } from './capabilities.ts';

/** Words with their formatting, as the Bot API takes them. */
export interface EncodedText {
  text: string;
  /** Offsets and lengths in UTF-16 code units. */
  entities: MessageEntity[];
}

const ELLIPSIS = '…';

/**
 * A card's words, at most `limit` UTF-16 code units. Formatting goes as entities and not as markup: whatever a name
 * contains, it can neither break the message nor format it. What does not fit is cut at the end, which shows as `…`.
 */
export function encodeText(card: Card, limit: number): EncodedText {
  const builder = new TextBuilder(limit);
  for (const line of linesOf(card)) if (!builder.add(line)) break;
  return builder.done();
}

/** A card's buttons: its actions row by row, then its links. Undefined when it has none. */
export function encodeKeyboard(card: Card): InlineKeyboardMarkup | undefined {
  const actions = card.actions.flatMap((row) => chunks(row.map(actionButton), BUTTONS_PER_ROW));
  const links = card.links.filter(isLinkable).map((link) => [{ text: link.label, url: link.url }]);
  const rows = [...actions, ...links].filter((row) => row.length > 0);
  let left = BUTTONS_PER_MESSAGE;
  const kept = rows.filter((row) => (left -= row.length) >= 0);
  return kept.length === 0 ? undefined : { inline_keyboard: kept };
}

/** Telegram refuses a whole message for a button whose link has no dot in its host, such as a page on localhost. */
export function isLinkable({ url }: CardLink): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.');
}

function actionButton(action: CardAction): InlineKeyboardButton {
  const style = action.style === 'plain' ? {} : { style: action.style };
  return { text: action.label, callback_data: tapData(action), ...style };
}

function linesOf(card: Card): CardLine[] {
  const unlinkable = card.links.filter((link) => !isLinkable(link));
  return [
    ...(card.banner === undefined ? [] : [{ text: card.banner, style: 'strong' as const }]),
    ...(card.title === undefined ? [] : [{ text: card.title, style: 'strong' as const }]),
    ...card.lines,
    ...unlinkable.map(({ label, url }) => ({ text: `${label} ${url}` })),
  ];
}

const ENTITY_OF: Readonly<Record<NonNullable<CardLine['style']>, 'bold' | 'italic' | 'underline'>> = {
  strong: 'bold',
  quiet: 'italic',
  warning: 'underline',
};

class TextBuilder {
  readonly #limit: number;
  #text = '';
  readonly #entities: MessageEntity[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** False when it did not fit whole: then nothing further may be added. */
  add({ text, style }: CardLine): boolean {
    const line = this.#text === '' ? text : `\n${text}`;
    const room = this.#limit - this.#text.length;
    const fits = line.length <= room;
    const piece = fits ? line : cut(line, room - ELLIPSIS.length) + ELLIPSIS;
    const offset = this.#text.length + (piece.startsWith('\n') ? 1 : 0);
    this.#text += piece;
    const length = this.#text.length - offset;
    if (style !== undefined && length > 0) this.#entities.push({ type: ENTITY_OF[style], offset, length });
    return fits;
  }

  done(): EncodedText {
    return { text: this.#text, entities: this.#entities };
  }
}

/** The first code units, without half a character at the end. */
function cut(text: string, length: number): string {
  const piece = text.slice(0, Math.max(0, length));
  return /[\uD800-\uDBFF]$/.test(piece) ? piece.slice(0, -1) : piece;
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, n) => items.slice(n * size, (n + 1) * size));
}

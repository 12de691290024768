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
const ENTITY_OF: Readonly<Record<NonNullable<CardLine['style']>, 'bold' | 'italic' | 'underline' | 'spoiler'>> = {
  strong: 'bold',
  quiet: 'italic',
  warning: 'underline',
  hidden: 'spoiler',
};

/**
 * A card's words, at most `limit` UTF-16 code units. Formatting goes as entities and not as markup: whatever a name
 * contains, it can neither break the message nor format it. What does not fit is cut at the end, which shows as `…`.
 */
export function encodeText(card: Card, limit: number): EncodedText {
  let text = '';
  const entities: MessageEntity[] = [];
  for (const [n, line] of linesOf(card).entries()) {
    if (n > 0) text += '\n';
    if (line.style !== undefined)
      entities.push({ type: ENTITY_OF[line.style], offset: text.length, length: line.text.length });
    text += line.text;
  }
  const shown = shortened(text, limit);
  return { text: shown, entities: within(entities, shown.length) };
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
function isLinkable({ url }: CardLink): boolean {
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

/** Formatting of what is left after a cut; none of nothing. */
function within(entities: readonly MessageEntity[], end: number): MessageEntity[] {
  return entities
    .map((entity) => ({ ...entity, length: Math.min(entity.length, end - entity.offset) }))
    .filter(({ length }) => length > 0);
}

/** The text, or as much of it as fits with `…` after it; never half a character. Counted in UTF-16 code units. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const piece = text.slice(0, Math.max(0, limit - ELLIPSIS.length));
  return (/[\uD800-\uDBFF]$/.test(piece) ? piece.slice(0, -1) : piece) + ELLIPSIS;
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, n) => items.slice(n * size, (n + 1) * size));
}

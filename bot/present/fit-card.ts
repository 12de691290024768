import type { Card, CardLine } from '../../core/message.ts';
import type { Texts } from '../texts/texts.ts';

/** Length of everything that an adapter writes as text, in UTF-16 units; links count as if they were written out. */
export function textLength(card: Pick<Card, 'banner' | 'title' | 'lines' | 'links'>): number {
  const parts = [
    card.banner ?? '',
    card.title ?? '',
    ...card.lines.map(({ text }) => text),
    ...card.links.map(({ label, url }) => `${label} ${url}`),
  ];
  return parts.reduce((sum, part) => sum + part.length + 1, 0);
}

/**
 * A card whose text fits: what is too much is left out from the end, and a line says that it was. Warnings and the last
 * `kept` lines stay, because somebody has to act on them.
 * @param limit longest text in UTF-16 units
 */
export function fitCard(card: Card, limit: number, kept: number, texts: Texts): Card {
  if (textLength(card) <= limit) return card;
  const tail = kept === 0 ? [] : card.lines.slice(-kept);
  const lines: CardLine[] = card.lines.slice(0, card.lines.length - tail.length);
  const whole = lines.length;
  const note = (): CardLine => ({ text: texts.mark.more(whole - lines.length), style: 'quiet' });
  while (lines.length > 0 && textLength({ ...card, lines: [...lines, note(), ...tail] }) > limit) {
    const least = lines.findLastIndex(({ style }) => style !== 'warning');
    lines.splice(least === -1 ? lines.length - 1 : least, 1);
  }
  return { ...card, lines: [...lines, note(), ...tail] };
}

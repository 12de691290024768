import type { Card, CardLine } from '../../core/message.ts';
import type { WebMessage } from '../../core/ports/web-messages.ts';

const more: CardLine = { text: '…', style: 'quiet' };

/** The card with as many of its lines as fit; banner, title and actions always stay. */
export function shortened(card: Card, textLimit: number): Card {
  let room = textLimit - (card.banner ?? '').length - (card.title ?? '').length - more.text.length - 3;
  const lines: CardLine[] = [];
  for (const line of card.lines) {
    room -= line.text.length + 1;
    if (room < 0) return { ...card, lines: [...lines, more] };
    lines.push(line);
  }
  return card;
}

/** A card's words in one text, as people would quote it. */
export function wordsOf(content: WebMessage['content']): string {
  if (content.kind === 'text') return content.text;
  const { banner, title, lines } = content.card;
  return [banner, title, ...lines.map(({ text }) => text)].filter((text) => text !== undefined).join('\n');
}

/** Whether two contents show the same to everybody. */
export function sameContent(one: WebMessage['content'], other: WebMessage['content']): boolean {
  return canonical(one) === canonical(other);
}

/** JSON with sorted keys, so that a round through a database compares equal. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

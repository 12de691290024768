import type { Card, CardLine } from '../../core/message.ts';
import { splitText } from './split-text.ts';

/** Room for `title (12/34)` above each part of a long card. */
const HEAD_UNITS = 12;

/**
 * A card as WeChat messages. WeChat has no buttons, no markup and no edits, so everything becomes lines: banner, title,
 * text, then what can be done, then addresses. Actions that were not compiled to words before are written down with
 * their number and reply code, so that none is dropped. A card over the limit becomes several messages; each
 * says banner and title again, so that a part still explains itself when talk comes between.
 * @param limit longest message in UTF-16 units
 */
export function encodeCard(card: Card, limit: number): string[] {
  const head = headOf(card, limit);
  const body = [...linesOf(card), ...answers(card), ...card.links.map((link) => `${link.label} ${link.url}`)];
  const whole = [...head, ...body].join('\n');
  if (whole.length <= limit) return whole === '' ? [] : [whole];
  const headUnits = head.join('\n').length;
  // Each part has a preview of its own.
  const cover = card.lines.some(({ style }) => style === 'hidden') ? coverLines : [];
  const parts = splitText(body.join('\n'), limit - headUnits - HEAD_UNITS - 2 * cover.length);
  return parts.map((part, n) =>
    [
      ...head.slice(0, -1),
      `${head.at(-1) ?? ''} (${n + 1}/${parts.length})`.trim(),
      ...(n === 0 ? [] : cover),
      part,
    ].join('\n'),
  );
}

/** Banner and title, cut where they alone would fill the message. */
function headOf(card: Card, limit: number): string[] {
  const most = Math.floor(limit / 4);
  return [card.banner, card.title]
    .filter((text) => text !== undefined && text !== '')
    .map((text) => splitText(text ?? '', most)[0] ?? '');
}

/** So much of a message shows on a locked phone, and a little more. */
const coverLines: readonly string[] = Array<string>(8).fill('·');

/**
 * WeChat covers nothing. What is to be covered comes after lines that say nothing, so that it stands in no preview, and whoever
 * opens the chat next to others has not shown it yet.
 */
function linesOf({ lines }: Card): string[] {
  const first = lines.findIndex(({ style }) => style === 'hidden');
  const encoded = lines.map(encodeLine);
  if (first === -1) return encoded;
  return [...encoded.slice(0, first), ...coverLines, ...encoded.slice(first)];
}

function encodeLine(line: CardLine): string {
  return line.style === 'warning' ? `⚠️ ${line.text}` : line.text;
}

/** `1. 接警 A7K`: the number, and the words that answer it. */
function answers(card: Card): string[] {
  const { code = '' } = card;
  const actions = card.actions.flat();
  if (actions.length > 0)
    return actions.map(({ label }, n) => `${n + 1}. ${label.includes(code) ? label : `${label} ${code}`}`);
  return card.lines.some(({ text }) => text.includes(code)) || code === '' ? [] : [code];
}

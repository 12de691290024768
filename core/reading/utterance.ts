/** A message prepared for reading: evened out, cut into clauses, with what its place in the conversation tells. */
import { asks } from './asking.ts';
import { plainText } from './plain-text.ts';
import type { PlainText } from './plain-text.ts';
import type { Context, Message } from './reading.ts';
import { isInvitation, isOrder, replyCode } from './reply-code.ts';
import type { ReplyCode } from './reply-code.ts';

/** A piece of a sentence between two marks or pauses; `start` and `end` are places in the plain text. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** It asks something. */
  readonly asks: boolean;
}

/** A message that the parts of the reader look at. */
export interface Utterance {
  readonly message: Message;
  readonly context: Context;
  readonly text: PlainText;
  readonly plain: string;
  readonly clauses: readonly Clause[];
  /** It answers an order: one awaits the answer, or one is quoted, or its code is named. */
  readonly answering: boolean;
  /** The writer speaks as a rescuer: in a squad or the command group, or in answer to an order. */
  readonly rescuers: boolean;
  readonly code: ReplyCode | undefined;
}

const breaks =
  /[,。!?;\n…、|〔〕【】[\](){}「」“”"]+|[:.](?!\d)|(?<!\d)[:.](?=\d)|~(?!\d)|(?<![a-z0-9'])[ \t]+|[ \t]+(?![a-z0-9'])|(?:\p{Extended_Pictographic}\p{Emoji_Modifier}?)+/gu;
/** Prepares `message`; works for any text. */
export function utterance(message: Message, context: Context): Utterance {
  const text = plainText(message.text);
  const code = replyCode(text.plain, message.quote);
  const clauses = clausesOf(code === undefined ? text.plain : withoutCode(text.plain, code.start, code.end));
  const answering = code !== undefined || isOrder(message.quote) || (message.openOrder && !isInvitation(message.quote));
  const rescuers = answering || message.room === 'squad' || message.room === 'command';
  return { message, context, text, plain: text.plain, clauses, answering, rescuers, code };
}

/** The code is no word of a clause; a bar in its place parts what stands around it. */
function withoutCode(plain: string, start: number, end: number): string {
  return plain.slice(0, start) + '|'.repeat(end - start) + plain.slice(end);
}

function clausesOf(plain: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  const add = (end: number, mark: string): void => {
    const words = plain.slice(start, end);
    if (words.trim() === '') return;
    const trimmed = words.trim();
    const from = start + words.length - words.trimStart().length;
    clauses.push({ start: from, end: from + trimmed.length, words: trimmed, asks: asks(trimmed, mark) });
  };
  for (const mark of plain.matchAll(breaks)) {
    add(mark.index, mark[0]);
    start = mark.index + mark[0].length;
  }
  add(plain.length, '');
  return clauses;
}

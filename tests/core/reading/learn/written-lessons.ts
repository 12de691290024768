/**
 * Sentences that were written for learning, and on which nothing is measured: `lessons/*.txt`. A line `== intent | room | flags |
 * kinds` says what the lines below it mean; `⏎` is a line break. Flags: `order`, `shift`, `case`, `photo`, `location`, `q:place` (what
 * the bot just asked). Kinds, joined by `+`, are codes of the catalogue; those of `crisis` are of disputes or incidents.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { Intent, Kind, Message } from '../../../../core/reading/reading.ts';
import { messageOf } from '../corpus.ts';

/** A sentence, in the situation of whoever writes it. */
export interface WrittenLesson {
  readonly message: Message;
  readonly intent: Intent;
  readonly kinds: readonly Kind[];
  /** Whether its words were unknown to whoever wrote the rules, so that it tells how far rules can be trusted. */
  readonly fresh: boolean;
}

/** These come from whoever wrote the rules. */
const byTheAuthor: ReadonlySet<string> = new Set(['short.txt', 'short-private.txt']);
const folder = new URL('lessons/', import.meta.url);

/** All of them, in an order that does not change. */
export function writtenLessons(): WrittenLesson[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap(lessonsOf);
}

function lessonsOf(file: string): WrittenLesson[] {
  const lessons: WrittenLesson[] = [];
  let group: ((text: string) => WrittenLesson) | undefined;
  for (const line of readFileSync(new URL(file, folder), 'utf8').split('\n')) {
    if (line.startsWith('== ')) group = groupOf(line.slice(3), !byTheAuthor.has(file));
    else if (line !== '' && group === undefined) throw new Error(`${file} begins without a heading`);
    else if (line !== '') lessons.push(group!(line.replaceAll('⏎', '\n')));
  }
  return lessons;
}

function groupOf(heading: string, fresh: boolean): (text: string) => WrittenLesson {
  const [intent = '', room = '', flags = '', kinds = ''] = heading.split('|').map((part) => part.trim());
  const said = new Set(flags.split(',').map((flag) => flag.trim()));
  const asked = [...said].find((flag) => flag.startsWith('q:'))?.slice(2);
  return (text) => ({
    message: messageOf({
      text,
      room: room as Message['room'],
      openOrder: said.has('order'),
      openShift: said.has('shift'),
      openCase: said.has('case'),
      photos: said.has('photo') ? 1 : 0,
      location: said.has('location'),
      openQuestion: asked ?? null,
    }),
    intent: intent as Intent,
    kinds: kinds === '' ? [] : (kinds.split('+') as Kind[]),
    fresh,
  });
}

/**
 * What likeness looks at: the pieces of one to three signs that a message is made of, and the circumstances it was
 * written in. What was learned is a weight for each of them, so learning and reading must cut alike.
 */
import type { Utterance } from '../utterance.ts';

/** A piece, and where in the plain text it stands; a circumstance stands nowhere (`end` is 0). */
export interface Piece {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** What a message is about is said in its first letters; the rest of a long one costs time and tells nothing new. */
const longest = 300;
/** Messages of about as many letters are alike in length. */
const lengthStep = 6;
const longestStep = 8;

/** What counts as one letter: a word of Latin letters, a number, any other sign that is no space and no mark. */
const letter = /[a-z]+(?:'[a-z]+)?|\d+|[^\s,.;:!~。、…]/gu;

interface Letter {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The letters that count, each with its place; all numbers are alike. */
function lettersOf(plain: string): Letter[] {
  const letters: Letter[] = [{ name: '^', start: 0, end: 0 }];
  for (const { 0: found, index } of plain.matchAll(letter)) {
    if (letters.length > longest) break;
    letters.push({ name: /\d/.test(found) ? '0' : found, start: index, end: index + found.length });
  }
  letters.push({ name: '$', start: plain.length, end: plain.length });
  return letters;
}

/** The pieces of the words alone, each once. */
export function wordPieces(plain: string): Piece[] {
  const letters = lettersOf(plain);
  return [...piecesOfSize(letters, 1), ...piecesOfSize(letters, 2), ...piecesOfSize(letters, 3)];
}

function piecesOfSize(letters: readonly Letter[], size: number): Piece[] {
  const pieces = new Map<string, Piece>();
  for (let at = 0; at + size <= letters.length; at += 1) {
    const run = letters.slice(at, at + size);
    const name = run.map((one) => one.name).join('');
    if (!pieces.has(name)) pieces.set(name, { name, start: run[0]?.start ?? 0, end: run[size - 1]?.end ?? 0 });
  }
  return [...pieces.values()];
}

/**
 * The pieces of the words, the circumstances, and the short pieces once more under who writes: they mean something else to whoever
 * has an order, a squad or a shift.
 */
export function piecesOf(heard: Utterance): Piece[] {
  const letters = lettersOf(heard.plain);
  const short = [...piecesOfSize(letters, 1), ...piecesOfSize(letters, 2)];
  const writer = writerOf(heard);
  const byWriter = short.map((piece) => ({ ...piece, name: `${writer}|${piece.name}` }));
  const told = circumstances(heard).map((name) => ({ name, start: 0, end: 0 }));
  return [...short, ...piecesOfSize(letters, 3), ...byWriter, ...told];
}

function writerOf({ answering, message: { room, openShift } }: Utterance): string {
  if (answering) return 'order';
  if (openShift) return 'shift';
  return room === 'squad' || room === 'patrol' ? room : 'anyone';
}

function circumstances({ message, plain, clauses, answering }: Utterance): string[] {
  const asking = clauses.filter(({ asks }) => asks).length;
  const told: readonly (readonly [string, boolean])[] = [
    ['order', answering],
    ['shift', message.openShift],
    ['case', message.openCase],
    ['asked', message.openQuestion !== null],
    ['photo', message.photos > 0],
    ['photo-on-shift', message.photos > 0 && message.openShift],
    ['position', message.location],
    ['quote', message.quote !== null],
    ['loud', plain.includes('!')],
    ['asks', asking > 0],
    ['only-asks', asking > 0 && asking === clauses.length],
  ];
  return [
    '#',
    `#in:${message.room}`,
    `#length:${Math.min(longestStep, Math.floor(plain.length / lengthStep))}`,
    ...told.filter(([, holds]) => holds).map(([name]) => `#${name}`),
  ];
}

/** What a rule found, as pieces: as many as it says more than a few letters do. */
export function loud(name: string, times: number, { start, end }: Pick<Piece, 'start' | 'end'>): Piece[] {
  return Array.from({ length: times }, (_, index) => ({ name: `~${name}.${index}`, start, end }));
}

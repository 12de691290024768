import type { Card, CardAction, CardLine } from '../../core/message.ts';
import type { Person } from '../../core/people.ts';
import type { Shift, ShiftRequest } from '../../core/shift.ts';
import { cardOf, clip, line, type Presenting } from './presenting.ts';
import { crewIn, patrolButton } from './shift-lines.ts';
import { nameOf, type ShiftShown } from './shift-shown.ts';
import { shiftNamed } from './shift-when.ts';

/** A request with its shift, the one that is given for it, and everybody by name. */
export interface RequestShown {
  request: ShiftRequest;
  shown: ShiftShown;
  exchange: ShiftShown | null;
  who: ReadonlyMap<Person['id'], Person>;
  /** Who would come although they have a shift at that time. */
  clashes: readonly { personId: Person['id']; shift: Shift }[];
  /** The other one has a chat with the bot; else nobody has asked them. */
  otherReached: boolean;
}

const wordsLength = 200;

const isOpen = ({ state }: ShiftRequest): boolean => state === 'asked' || state === 'agreed';
const orNull = (name: string): string | null => (name === '' ? null : name);

function exchangeOf({ exchange }: RequestShown, presenting: Presenting): string | null {
  return exchange === null ? null : shiftNamed(exchange.shift, presenting);
}

/** Whether whoever reads it is the one who is asked to swap or to stand in. */
function isForOther({ request }: RequestShown, reader: Person | null): boolean {
  return reader !== null && reader.id === request.withPersonId;
}

/** Who cannot be at two places at once; nobody is stopped by it, but whoever decides should know. */
function clashLines({ clashes, who, shown }: RequestShown, presenting: Presenting): CardLine[] {
  const words = presenting.texts.patrol.request;
  return clashes.flatMap(({ personId, shift }) => {
    const other = shift.id === shown.shift.id ? null : shiftNamed(shift, presenting);
    return line(words.clash(nameOf(who, personId), other), 'warning');
  });
}

/** How many would be left; a swap and a stand-in leave as many as there are, but for one who was to come anyway. */
function leftLine({ request, shown, clashes }: RequestShown, { texts }: Presenting): CardLine[] {
  if (request.withPersonId !== null && !clashes.some(({ shift }) => shift.id === shown.shift.id)) return [];
  const crew = crewIn(shown, 'expected', 'present').filter(({ personId }) => personId !== request.personId);
  const { minimum } = shown.shift;
  return line(texts.patrol.request.left(crew.length, minimum), crew.length < minimum ? 'warning' : 'quiet');
}

function otherLine({ request, who, otherReached }: RequestShown, { texts }: Presenting): CardLine[] {
  const other = nameOf(who, request.withPersonId);
  if (other === '') return [];
  const words = texts.patrol.request;
  if (!otherReached) return line(words.unasked(other), 'warning');
  return line(request.state === 'asked' ? words.waiting(other) : words.agreed(other));
}

function leaderLines(facts: RequestShown, presenting: Presenting): CardLine[] {
  return [...otherLine(facts, presenting), ...leftLine(facts, presenting)];
}

function wordsLine({ request }: RequestShown, { texts }: Presenting): CardLine[] {
  return line(request.words === '' ? null : texts.name.quoted(clip(request.words, wordsLength)));
}

/** What is wished, as the other one or the leader reads it. */
function wishOf(facts: RequestShown, forOther: boolean, presenting: Presenting): string {
  const { request, shown, who } = facts;
  const words = presenting.texts.patrol.request;
  const asker = nameOf(who, request.personId);
  const shift = shiftNamed(shown.shift, presenting);
  const exchange = exchangeOf(facts, presenting);
  return forOther
    ? words.toOther(request.kind, asker, shift, exchange)
    : words.toLeader(request.kind, asker, nameOf(who, request.withPersonId), shift, exchange);
}

/** How it was decided, in place of the question; where nothing can be edited it is no message of its own. */
function answered(facts: RequestShown, wish: string, presenting: Presenting): Card | null {
  if (presenting.brief) return null;
  const { request, who } = facts;
  const state = presenting.texts.patrol.request.state(request.state, orNull(nameOf(who, request.decidedById)));
  return cardOf({ lines: [...line(wish), ...line(state, 'strong')] });
}

/** To the other one: do you agree? To the leader: grant it? Later the same message says how it was decided. */
export function requestCard(facts: RequestShown, reader: Person | null, presenting: Presenting): Card | null {
  const { request, shown } = facts;
  const forOther = isForOther(facts, reader);
  const wish = wishOf(facts, forOther, presenting);
  if (!isOpen(request) || (forOther && request.state === 'agreed')) return answered(facts, wish, presenting);
  if (shown.shift.state !== 'planned' && shown.shift.state !== 'running') return null;
  const button = (verb: Parameters<typeof patrolButton>[1], style: CardAction['style'] = 'plain'): CardAction =>
    patrolButton(presenting, verb, request.token, { style });
  return cardOf({
    lines: [
      ...line(wish, 'strong'),
      ...wordsLine(facts, presenting),
      ...clashLines(facts, presenting),
      ...(forOther ? [] : leaderLines(facts, presenting)),
    ],
    actions: forOther
      ? [[button('request_agree', 'primary'), button('request_decline')]]
      : [[button('request_grant', 'primary'), button('request_refuse')]],
    loud: true,
  });
}

/** To whoever asked, and to the other one who counts on it, how it was decided. Null while nobody has. */
export function requestDecided(facts: RequestShown, reader: Person | null, presenting: Presenting): Card | null {
  const { request, shown, who } = facts;
  if (isOpen(request)) return null;
  const words = presenting.texts.patrol.request;
  const shift = shiftNamed(shown.shift, presenting);
  const exchange = exchangeOf(facts, presenting);
  if (isForOther(facts, reader)) {
    const asker = nameOf(who, request.personId);
    const text = request.state === 'granted' ? words.yours(shift, asker, exchange) : words.off(shift, asker);
    return cardOf({ lines: line(text, 'strong'), loud: true });
  }
  const other = nameOf(who, request.withPersonId);
  const by = orNull(nameOf(who, request.decidedById));
  const over = shown.shift.state === 'ended';
  const text = words.decided({ kind: request.kind, state: request.state, shift, exchange, other, by, over });
  return cardOf({ lines: line(text, 'strong'), loud: true });
}

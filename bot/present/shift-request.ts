import type { Card, CardAction, CardLine } from '../../core/message.ts';
import type { Person } from '../../core/people.ts';
import type { ShiftRequest } from '../../core/shift.ts';
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
}

const wordsLength = 200;

const isOpen = ({ state }: ShiftRequest): boolean => state === 'asked' || state === 'agreed';

function exchangeOf({ exchange }: RequestShown, presenting: Presenting): string | null {
  return exchange === null ? null : shiftNamed(exchange.shift, presenting);
}

/** Whether whoever reads it is the one who is asked to swap or to stand in. */
function isForOther({ request }: RequestShown, reader: Person | null): boolean {
  return reader !== null && reader.id === request.withPersonId;
}

/** How many would be left; a swap and a stand-in leave as many as there are. */
function leftLine({ request, shown }: RequestShown, { texts }: Presenting): CardLine[] {
  if (request.withPersonId !== null) return [];
  const crew = crewIn(shown, 'expected', 'present').filter(({ personId }) => personId !== request.personId);
  const { minimum } = shown.shift;
  return line(texts.patrol.request.left(crew.length, minimum), crew.length < minimum ? 'warning' : 'quiet');
}

function otherLine({ request, who }: RequestShown, { texts }: Presenting): CardLine[] {
  const other = nameOf(who, request.withPersonId);
  if (other === '') return [];
  const words = texts.patrol.request;
  return line(request.state === 'asked' ? words.waiting(other) : words.agreed(other));
}

function wordsLine({ request }: RequestShown, { texts }: Presenting): CardLine[] {
  return line(request.words === '' ? null : texts.name.quoted(clip(request.words, wordsLength)));
}

/**
 * To the other one: do you agree? To the leader: grant it? Later the same message says how it was decided; where nothing can be
 * edited it says nothing more.
 */
export function requestCard(facts: RequestShown, reader: Person | null, presenting: Presenting): Card | null {
  const { request, shown, who } = facts;
  const words = presenting.texts.patrol.request;
  const shift = shiftNamed(shown.shift, presenting);
  const asker = nameOf(who, request.personId);
  const forOther = isForOther(facts, reader);
  const exchange = exchangeOf(facts, presenting);
  const text = forOther
    ? words.toOther(request.kind, asker, shift, exchange)
    : words.toLeader(request.kind, asker, shift, exchange);
  const answered = !isOpen(request) || (forOther && request.state === 'agreed');
  if (answered) {
    if (presenting.brief) return null;
    const by = nameOf(who, request.decidedById);
    return cardOf({ lines: [...line(text), ...line(words.state(request.state, by === '' ? null : by), 'strong')] });
  }
  if (shown.shift.state !== 'planned' && shown.shift.state !== 'running') return null;
  const button = (verb: Parameters<typeof patrolButton>[1], style: CardAction['style'] = 'plain'): CardAction =>
    patrolButton(presenting, verb, request.token, { style });
  return cardOf({
    lines: [
      ...line(text, 'strong'),
      ...wordsLine(facts, presenting),
      ...(forOther ? [] : otherLine(facts, presenting)),
      ...(forOther ? [] : leftLine(facts, presenting)),
    ],
    actions: forOther
      ? [[button('request_agree', 'primary'), button('request_decline')]]
      : [[button('request_grant', 'primary'), button('request_refuse')]],
    loud: true,
  });
}

/** To whoever asked: how it was decided. Null while nobody has. */
export function requestDecided(facts: RequestShown, presenting: Presenting): Card | null {
  const { request, shown, who } = facts;
  if (isOpen(request)) return null;
  const by = nameOf(who, request.decidedById);
  const shift = shiftNamed(shown.shift, presenting);
  const text = presenting.texts.patrol.request.decided(request.kind, request.state, shift, by === '' ? null : by);
  return cardOf({ lines: line(text, 'strong'), loud: true });
}

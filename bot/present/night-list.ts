import type { Card } from '../../core/message.ts';
import { cardOf, clip, clockOf, line, type Presenting } from './presenting.ts';
import { crewIn, seenOf } from './shift-lines.ts';
import { lastSeen, type ShiftCardFacts } from './shift-card.ts';
import { silence } from './shift-welfare.ts';
import { nameOf, type ShiftShown } from './shift-shown.ts';
import { hoursOf, shiftNamed } from './shift-when.ts';

type Facts = Omit<ShiftCardFacts, 'log'>;

/** An officer: how each duty of the night stands, in a line each. `more`: so many are not told of. */
export function nightList(all: readonly Facts[], more: number, presenting: Presenting): Card {
  const words = presenting.texts.patrol.night;
  const lines = all.flatMap((facts) => {
    const { head, said } = ofOne(facts, presenting);
    return line(words.line(head, said), isTrouble(facts) ? 'warning' : undefined);
  });
  return cardOf({ title: words.title, lines: [...lines, ...line(more > 0 ? words.more(more) : null, 'quiet')] });
}

function isTrouble({ shown: { shift } }: Facts): boolean {
  return shift.state === 'unstaffed' || shift.welfare !== null;
}

function ofOne(facts: Facts, presenting: Presenting): { head: string; said: string[] } {
  const { shown } = facts;
  const { shift, points } = shown;
  const { card, night, welfare } = presenting.texts.patrol;
  const here = crewIn(shown, 'present').length;
  const expected = here + crewIn(shown, 'expected').length;
  if (shift.state === 'planned') return { head: shiftNamed(shift, presenting), said: [night.planned(expected)] };
  const head = card.title(shift.state, shift.name, hoursOf(shift, presenting));
  if (shift.state === 'unstaffed') return { head, said: [] };
  const seen = points.length === 0 ? [] : [card.points(seenOf(points).length, points.length)];
  if (shift.state === 'ended') {
    const clock = shift.endedAt === null ? [] : [clockOf(presenting, shift.endedAt)];
    const missed = points.filter(({ state }) => state === 'missed').map(({ name }) => clip(name, 24));
    return { head, said: [...clock, ...seen, ...(missed.length === 0 ? [] : [night.missed(missed)])] };
  }
  const last = lastSeen({ ...facts, log: [] }, presenting);
  const how = [night.here(here, expected), ...seen, ...(last === null ? [] : [last])];
  if (shift.welfare === null) return { head, said: how };
  const worried = night.worried(card.title('planned', shift.name, hoursOf(shift, presenting)));
  return shift.welfare.step === 'unreported'
    ? { head: worried, said: [welfare.unreported.startedAt(clockOf(presenting, shift.startsAt))] }
    : { head: worried, said: [lacking(shown, presenting), ...how] };
}

/** Nothing is heard of them, or one of them is not found. */
function lacking(shown: ShiftShown, presenting: Presenting): string {
  const { night, welfare } = presenting.texts.patrol;
  const missing = shown.shift.welfare?.missing?.ids.map((id) => nameOf(shown.who, id));
  return missing === undefined ? night.silent(silence(shown, presenting)) : welfare.missing(missing);
}

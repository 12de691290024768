import type { Card, CardLine } from '../../core/message.ts';
import { cardOf, clockOf, line, type Presenting } from './presenting.ts';
import { crewIn, crewName, patrolButton } from './shift-lines.ts';
import { nameOf, type ShiftShown } from './shift-shown.ts';
import { phoneLines } from './shift-welfare.ts';

/**
 * Who leads them, or the officer: nobody has reported for duty, who was expected with their numbers, and three ways to say what is
 * the matter. Afterwards the same card says what became of it.
 */
export function shiftUnreported(shown: ShiftShown, presenting: Presenting): Card {
  const { shift } = shown;
  const words = presenting.texts.patrol.welfare.unreported;
  const title = words.title(shift.name);
  const outcome = outcomeOf(shown, presenting);
  if (outcome !== null) return cardOf({ title, lines: line(outcome) });
  const button = (verb: 'shift_out' | 'shift_off' | 'shift_ring') => patrolButton(presenting, verb, shift.token);
  const ringing = shift.welfare?.askedId ?? null;
  return cardOf({
    title,
    lines: [
      ...line(words.since(clockOf(presenting, shift.startsAt)), 'strong'),
      ...expectedLines(shown, presenting),
      ...line(ringing === null ? null : words.ringing(nameOf(shown.who, ringing)), 'strong'),
      ...line(words.ask),
    ],
    actions: [[button('shift_out'), button('shift_off')], ...(ringing === null ? [[button('shift_ring')]] : [])],
    loud: true,
  });
}

/** So many people of each are named where there are several. */
const namedOfEach = 3;

/** The command: several shifts that nobody has reported for, in one message. */
export function shiftsUnreported(all: readonly ShiftShown[], presenting: Presenting): Card {
  const words = presenting.texts.patrol.welfare.unreported;
  const lines = all.flatMap((shown) => {
    const since = outcomeOf(shown, presenting) ?? words.startedAt(clockOf(presenting, shown.shift.startsAt));
    const people = outcomeOf(shown, presenting) === null ? crewIn(shown, 'expected').slice(0, namedOfEach) : [];
    return [...line(words.line(shown.shift.name, since), 'strong'), ...phoneLines(shown, presenting, people)];
  });
  const open = all.filter((shown) => outcomeOf(shown, presenting) === null).length;
  return cardOf({
    title: words.several(all.length),
    lines: [...lines, ...line(open > 0 ? words.ring : null)],
    loud: true,
  });
}

function expectedLines(shown: ShiftShown, presenting: Presenting): CardLine[] {
  const people = crewIn(shown, 'expected');
  const lines = phoneLines(shown, presenting, people);
  return lines.length === 0 ? [] : [...line(presenting.texts.patrol.welfare.unreported.expected), ...lines];
}

/** What became of it; null: nothing yet. */
function outcomeOf(shown: ShiftShown, presenting: Presenting): string | null {
  const { shift, rules } = shown;
  const words = presenting.texts.patrol.welfare.unreported;
  if (shift.state === 'cancelled') return words.off;
  const present = crewIn(shown, 'present').toSorted((a, b) => (a.musteredAt ?? 0) - (b.musteredAt ?? 0));
  const first = present[0]?.musteredAt ?? null;
  if (first !== null) {
    return words.came(
      clockOf(presenting, first),
      present.map((person) => crewName(shown, person, presenting)),
    );
  }
  if (shift.state !== 'running' && shift.state !== 'closing') return words.nobody;
  return shift.heardAt === null ? null : words.out(clockOf(presenting, shift.heardAt), rules.silenceMinutes);
}

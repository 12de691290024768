import type { Card, CardLine } from '../../core/message.ts';
import { cardOf, clockOf, line, type Presenting } from './presenting.ts';
import { standingLines, type ShiftCardFacts } from './shift-card.ts';
import { crewIn, crewName, listed, listedUpTo, pointNames, seenOf } from './shift-lines.ts';
import { worry } from './shift-welfare.ts';
import { hoursOf, shiftNamed } from './shift-when.ts';

/** How the shifts of a night stand, for whoever asks alone: who is there, how far they are, and whether they are silent. */
export function shiftStanding(all: readonly Omit<ShiftCardFacts, 'log'>[], presenting: Presenting): Card {
  return cardOf({ lines: all.flatMap((facts) => ofOne({ ...facts, log: [] }, presenting)) });
}

function ofOne(facts: ShiftCardFacts, presenting: Presenting): CardLine[] {
  const { shift, points } = facts.shown;
  const { card, summary } = presenting.texts.patrol;
  if (shift.state === 'planned') {
    return [...line(shiftNamed(shift, presenting), 'strong'), ...expected(facts, presenting)];
  }
  const title = line(card.title(shift.state, shift.name, hoursOf(shift, presenting)), 'strong');
  if (shift.state === 'unstaffed' || shift.state === 'cancelled') return [...title, ...line(card[shift.state])];
  if (shift.state !== 'ended') {
    return [...title, ...quietLine(facts, presenting), ...standingLines(facts, presenting)];
  }
  const clock = shift.endedAt === null ? null : clockOf(presenting, shift.endedAt);
  const missed = pointNames(points.filter(({ state }) => state === 'missed'));
  return [
    ...title,
    ...line(card.ended(clock, seenOf(points).length, points.length)),
    ...listedUpTo(missed, (names, more) => summary.missed(names, more)),
  ];
}

/** Who is down for a shift that has not begun. */
function expected({ shown }: ShiftCardFacts, presenting: Presenting): CardLine[] {
  const { reminder } = presenting.texts.patrol;
  const names = (state: 'expected' | 'leave'): string[] =>
    [...crewIn(shown, state), ...(state === 'expected' ? crewIn(shown, 'present') : [])].map((one) =>
      crewName(shown, one, presenting),
    );
  const crew = names('expected');
  return [
    ...line(crew.length === 0 ? reminder.nobody : reminder.crew(crew)),
    ...listed(names('leave'), (all) => reminder.onLeave(all)),
  ];
}

/** They are being asked whether all is well, or nobody has come yet. */
function quietLine({ shown }: ShiftCardFacts, presenting: Presenting): CardLine[] {
  const { welfare, startsAt } = shown.shift;
  if (welfare === null) return [];
  const words = presenting.texts.patrol.welfare;
  return line(
    welfare.step === 'unreported'
      ? words.unreported.startedAt(clockOf(presenting, startsAt))
      : worry(shown, presenting),
    'warning',
  );
}

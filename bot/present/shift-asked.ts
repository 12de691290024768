import type { NoticeOf } from './drawing.ts';
import type { Card } from '../../core/message.ts';
import { cardOf, line, type Presenting } from './presenting.ts';
import { crewIn, crewName, listed, pointNamed, seenOf } from './shift-lines.ts';
import type { ShiftShown } from './shift-shown.ts';

/** So many points are named; the rest are counted. */
const named = 12;

/** A line to whoever asks how their night stands. */
export function shiftAsked(
  shown: ShiftShown | null,
  about: NoticeOf<'shift_asked'>['about'],
  presenting: Presenting,
): Card {
  const { asked } = presenting.texts.patrol;
  if (about === 'help' || about === 'hours' || about === 'sent' || about === 'zone')
    return cardOf({ lines: line(asked[about]) });
  if (shown === null) return cardOf({ lines: line(asked.noShift) });
  return about === 'points' ? points(shown, presenting) : people(shown, presenting);
}

function people(shown: ShiftShown, presenting: Presenting): Card {
  const { card, reminder } = presenting.texts.patrol;
  const names = (...states: Parameters<typeof crewIn>[1][]): string[] =>
    crewIn(shown, ...states).map((person) => crewName(shown, person, presenting));
  const here = names('present');
  const awaited = names('expected');
  return cardOf({
    lines: [
      ...line(card.present(here, here.length + awaited.length), 'strong'),
      ...listed(awaited, (all) => card.awaited(all)),
      ...listed(names('leave'), (all) => reminder.onLeave(all)),
    ],
  });
}

function points(shown: ShiftShown, presenting: Presenting): Card {
  const { asked, card } = presenting.texts.patrol;
  const open = shown.points.filter(({ state }) => state === 'open');
  const some = open.slice(0, named).map((point) => pointNamed(point, shown.shift, presenting));
  return cardOf({
    lines: [
      ...line(card.points(seenOf(shown.points).length, shown.points.length), 'strong'),
      ...line(open.length === 0 ? card.allSeen : asked.points(some, open.length - some.length)),
    ],
  });
}

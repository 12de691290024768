import type { Card, CardLine } from '../../core/message.ts';
import { cardOf, clip, line, type Presenting } from './presenting.ts';
import { crewIn, crewName, gearNamed, listed, patrolButton } from './shift-lines.ts';
import type { ShiftShown } from './shift-shown.ts';
import { shiftNamed } from './shift-when.ts';

function routeLine({ shift, points }: ShiftShown, { texts }: Presenting): CardLine[] {
  const words = texts.patrol.reminder;
  const [first] = points;
  if (first === undefined) return [];
  return line(shift.kind === 'round' ? words.round(points.length) : words.route(points.length, clip(first.name, 40)));
}

function crewLines(shown: ShiftShown, presenting: Presenting): CardLine[] {
  const words = presenting.texts.patrol.reminder;
  const names = (people: ReturnType<typeof crewIn>): string[] =>
    people.map((person) => crewName(shown, person, presenting));
  const crew = crewIn(shown, 'expected', 'present');
  const { minimum } = shown.shift;
  return [
    ...line(crew.length === 0 ? words.nobody : words.crew(names(crew)), 'strong'),
    ...listed(names(crewIn(shown, 'leave')), (all) => words.onLeave(all)),
    ...line(crew.length > 0 && crew.length < minimum ? words.short(crew.length, minimum) : null, 'warning'),
  ];
}

/** Before a shift: when, who, where they meet and go, what to bring, and how to say that one is there or can't come. Null once it has begun. */
export function shiftReminder(shown: ShiftShown, meeting: string | null, presenting: Presenting): Card | null {
  const { shift } = shown;
  if (shift.state !== 'planned') return null;
  const { reminder: words, roster } = presenting.texts.patrol;
  return cardOf({
    title: roster.line(shiftNamed(shift, presenting)),
    lines: [
      ...crewLines(shown, presenting),
      ...line(meeting === null ? null : words.meeting(clip(meeting, 60)), 'strong'),
      ...routeLine(shown, presenting),
      ...listed(gearNamed(shift.gear, presenting), (all) => words.gear(all)),
      ...line(words.how(shift.kind), 'quiet'),
    ],
    actions: [
      [
        patrolButton(presenting, 'shift_here', shift.token, { style: 'primary' }),
        patrolButton(presenting, 'shift_leave', shift.token),
      ],
    ],
    loud: true,
  });
}

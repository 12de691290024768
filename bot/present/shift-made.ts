import type { Card } from '../../core/message.ts';
import type { Shift, ShiftPerson } from '../../core/shift.ts';
import { longestDutyMs, shiftClash } from '../../core/shift-clash.ts';
import type { Desk } from './drawing.ts';
import { cardOf, clip, line, type Presenting } from './presenting.ts';
import { crewIn, crewName } from './shift-lines.ts';
import { nameOf, type ShiftShown } from './shift-shown.ts';
import { shiftNamed } from './shift-when.ts';

/** Somebody of a shift who has another one at that time. */
interface Clash {
  personId: ShiftPerson['personId'];
  shift: Shift;
}

/** Who of a shift has another one at that time. */
export async function clashesIn(shown: ShiftShown, { tools }: Desk): Promise<Clash[]> {
  const { id, startsAt, endsAt } = shown.shift;
  const found = crewIn(shown, 'expected', 'present').map(async ({ personId }) => {
    const views = await tools.read.shifts.between(startsAt - longestDutyMs, endsAt, { personId });
    const others = views.filter(({ shift }) => shift.id !== id);
    const shift = shiftClash(others, shown.shift, personId, null);
    return shift === null ? [] : [{ personId, shift }];
  });
  return (await Promise.all(found)).flat();
}

/** A shift that was announced by chat, as it was understood: when, who, where, and who cannot be at two places at once. */
export function shiftMade(
  shown: ShiftShown,
  unknown: readonly string[],
  clashes: readonly Clash[],
  presenting: Presenting,
): Card {
  const { patrol, name } = presenting.texts;
  const crew = crewIn(shown, 'expected', 'present').map((one) => crewName(shown, one, presenting));
  const points = shown.points.map((point) => clip(point.name, 24));
  const { minimum, name: called } = shown.shift;
  // Beside people it would not be what the shift is called.
  const isName = unknown.some((word) => called.includes(word));
  const isFew = crew.length > 0 && crew.length < minimum;
  return cardOf({
    lines: [
      ...line(patrol.result.shift_made({ kind: 'shift_made', name: shiftNamed(shown.shift, presenting) })),
      ...line(crew.length === 0 ? patrol.roster.nobody : patrol.roster.crew(crew)),
      ...line(unknown.length === 0 ? null : patrol.roster[isName ? 'asName' : 'unknown'](unknown), 'warning'),
      ...line(points.length === 0 ? null : name.list(points)),
      ...line(isFew ? patrol.gaps.few(crew.length, minimum) : null, 'warning'),
      ...clashes.flatMap(({ personId, shift }) =>
        line(patrol.request.clash(nameOf(shown.who, personId), shiftNamed(shift, presenting)), 'warning'),
      ),
    ],
  });
}

import type { Card } from '../../core/message.ts';
import type { Shift } from '../../core/shift.ts';
import { patrolCode } from '../../core/patrol-code.ts';
import type { NoticeOf } from './drawing.ts';
import { cardOf, clockOf, line, type Presenting } from './presenting.ts';
import { patrolButton } from './shift-lines.ts';
import type { ShiftShown } from './shift-shown.ts';
import { shiftNamed, whenOf } from './shift-when.ts';

const fits: Readonly<Record<NoticeOf<'shift_which'>['step'], (shift: Shift) => boolean>> = {
  shift_end: ({ state }) => state === 'running' || state === 'closing',
  shift_safe: ({ welfare }) => welfare !== null,
  shift_leave: ({ state }) => state === 'planned' || state === 'running',
};

/** Of shifts of several days the day counts, of those that run now when they began. */
function labelOf(shift: Shift, step: NoticeOf<'shift_which'>['step'], count: number, presenting: Presenting): string {
  if (step === 'shift_leave') return whenOf(shift, presenting);
  return count > 1 ? `${clockOf(presenting, shift.startsAt)} ${shift.name}` : presenting.texts.patrol.verb[step];
}

/** Which shift is meant, with a button for each that it can still be; null: for none. */
export function shiftWhich(
  all: readonly ShiftShown[],
  step: NoticeOf<'shift_which'>['step'],
  presenting: Presenting,
): Card | null {
  const open = all.filter(({ shift }) => fits[step](shift));
  if (open.length === 0) return null;
  const words = presenting.texts.patrol.which;
  // Where a button is a word with a code behind it, the code has to say which shift it is.
  const code = ({ shift }: ShiftShown): string => (presenting.brief ? ` ${patrolCode(shift)}` : '');
  return cardOf({
    lines: [
      ...line(words[step](open.length), 'strong'),
      ...open.flatMap((shown) => line(`${shiftNamed(shown.shift, presenting)}${code(shown)}`)),
    ],
    actions: open.map(({ shift }) => [
      patrolButton(presenting, step, shift.token, {
        label: labelOf(shift, step, open.length, presenting),
      }),
    ]),
  });
}

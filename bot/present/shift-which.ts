import type { Card } from '../../core/message.ts';
import { patrolCode } from '../../core/patrol-code.ts';
import type { NoticeOf } from './drawing.ts';
import { cardOf, clockOf, line, type Presenting } from './presenting.ts';
import { patrolButton } from './shift-lines.ts';
import type { ShiftShown } from './shift-shown.ts';
import { shiftNamed } from './shift-when.ts';

/** Which shift is meant, with a button for each that it can still be; null: for none. */
export function shiftWhich(
  all: readonly ShiftShown[],
  step: NoticeOf<'shift_which'>['step'],
  presenting: Presenting,
): Card | null {
  const open = all.filter(({ shift }) =>
    step === 'shift_safe' ? shift.welfare !== null : shift.state === 'running' || shift.state === 'closing',
  );
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
        label:
          open.length > 1 ? `${clockOf(presenting, shift.startsAt)} ${shift.name}` : presenting.texts.patrol.verb[step],
      }),
    ]),
  });
}

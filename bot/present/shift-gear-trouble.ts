import type { Card } from '../../core/message.ts';
import { inTrouble, type GearTrouble } from '../../core/gear-trouble.ts';
import { cardOf, line, type Presenting } from './presenting.ts';
import { gearNamed } from './shift-lines.ts';
import { nameOf, type ShiftShown } from './shift-shown.ts';

/**
 * The leader alone: what the crew lost on its way, or what of its gear works no more, and who said so; once all of it is put
 * right, that. Null in every group.
 */
export function shiftGearTrouble(
  { shift, who }: ShiftShown,
  trouble: GearTrouble,
  presenting: Presenting,
): Card | null {
  if (!presenting.direct) return null;
  const { gearLost, gearBroken } = presenting.texts.patrol;
  const words = trouble === 'lost' ? gearLost : gearBroken;
  const gone = inTrouble(shift.gear, trouble);
  const tellers = [...new Set(shift.gear.flatMap((one) => one[trouble]?.byIds ?? []))].map((id) => nameOf(who, id));
  if (gone.length === 0) return cardOf({ title: words.title(shift.name), lines: line(words.found) });
  return cardOf({
    title: words.title(shift.name),
    lines: [...line(words.gone(tellers, gearNamed(gone, presenting)), 'strong'), ...line(words.next, 'quiet')],
  });
}

import type { Card } from '../../core/message.ts';
import { lostOnTheWay } from '../../core/shift-gear.ts';
import { cardOf, line, type Presenting } from './presenting.ts';
import { gearNamed } from './shift-lines.ts';
import { nameOf, type ShiftShown } from './shift-shown.ts';

/** The leader alone: what the crew lost on its way and who said so; once all of it is found, that. Null in every group. */
export function shiftGearLost({ shift, who }: ShiftShown, presenting: Presenting): Card | null {
  if (!presenting.direct) return null;
  const words = presenting.texts.patrol.gearLost;
  const gone = lostOnTheWay(shift.gear);
  const tellers = [...new Set(shift.gear.flatMap(({ lost }) => lost?.byIds ?? []))].map((id) => nameOf(who, id));
  if (gone.length === 0) return cardOf({ title: words.title(shift.name), lines: line(words.found) });
  return cardOf({
    title: words.title(shift.name),
    lines: [...line(words.gone(tellers, gearNamed(gone, presenting)), 'strong'), ...line(words.next, 'quiet')],
  });
}

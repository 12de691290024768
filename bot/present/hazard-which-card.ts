import type { HazardVerb } from '../../core/hazard-verb.ts';
import type { Card } from '../../core/message.ts';
import { hazardButton, mainKind, summaryOf } from './hazard-lines.ts';
import type { HazardShown } from './hazard-shown.ts';
import { cardOf, line, type Presenting } from './presenting.ts';

/** Which of these? Each as a button that does what was meant. */
export function whichCard(shown: readonly HazardShown[], verb: HazardVerb, presenting: Presenting): Card | null {
  const { list } = presenting.texts.hazard;
  if (shown.length === 0) return null;
  return cardOf({
    lines: [...line(list.which(shown.length), 'strong'), ...shown.flatMap((one) => line(summaryOf(one, presenting)))],
    actions: shown.map(({ hazard }) => [
      hazardButton(presenting, verb, hazard.token, {
        label: list.whichLabel(hazard.number.slice(-4), mainKind(hazard, presenting)),
      }),
    ]),
  });
}

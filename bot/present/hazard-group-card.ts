import { isOverdue } from '../../core/hazard.ts';
import type { Card } from '../../core/message.ts';
import { dueOf } from './hazard-deadline.ts';
import { mainKind, mapOf, numberLine, placeOf } from './hazard-lines.ts';
import { afterPhoto, beforePhoto, captioned, onePhoto } from './hazard-photos.ts';
import type { HazardShown } from './hazard-shown.ts';
import { cardOf, line, type Presenting } from './presenting.ts';

/**
 * A group's one card, from the number to the end: what, where, how it stands. No words of whoever reported and no picture
 * of theirs (both can tell who it was), no owner and no scolding.
 */
export function hazardGroupCard(shown: HazardShown, presenting: Presenting): Card {
  const { hazard, mergedInto, reports } = shown;
  const { texts, now, timeZone } = presenting;
  const words = texts.hazard.group;
  const place = placeOf(shown, texts);
  const open = hazard.state !== 'closed';
  const resolved = hazard.outcome === 'resolved' && !open;
  const after = resolved ? afterPhoto(shown) : null;
  const paired = after !== null && beforePhoto(shown) !== null;
  const due = open ? dueOf(hazard, timeZone) : null;
  const late = isOverdue(hazard, now);
  const state =
    hazard.outcome === 'merged' && mergedInto !== null
      ? words.mergedInto(mergedInto.number)
      : words.state(hazard.state, hazard.outcome, late ? null : due);
  const card = cardOf({
    title: words.title(mainKind(hazard, presenting)),
    lines: [
      ...line(place === '' ? texts.hazard.fact.placeUnknown : texts.hazard.fact.place(place, ''), 'strong'),
      ...line(state),
      ...line(late ? words.late : null),
      ...line(open && reports.length > 1 ? texts.hazard.fact.seen(reports.length) : null, 'quiet'),
      ...line(paired ? words.pairShown : null),
      ...numberLine(hazard, presenting),
    ],
    links: open ? mapOf(shown, presenting) : [],
    ...onePhoto(after),
  });
  return captioned(card, texts);
}

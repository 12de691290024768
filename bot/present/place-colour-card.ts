import type { Card, CardLine } from '../../core/message.ts';
import type { Person, Place } from '../../core/people.ts';
import type { ColourReason, PlaceColour } from '../../core/place-colour.ts';
import { spokenName } from '../../core/spoken-name.ts';
import { zoneDate } from '../../core/zone-time.ts';
import { dueTimeOf } from './hazard-deadline.ts';
import { button, cardOf, clip, line, type Presenting } from './presenting.ts';

/** What a place is called on a card, with its code. */
export function placeTitle({ name, code }: Pick<Place, 'name' | 'code'>): string {
  return `${clip(name, 40)} ${code}`;
}

/** "Why orange?": each reason in a line. */
export function reasonLines(reasons: readonly ColourReason[], presenting: Presenting): CardLine[] {
  const { colour } = presenting.texts.place;
  return reasons.flatMap((reason) => {
    const cleanAt = reason.kind === 'not_clean' ? reason.cleanAt : null;
    const cleanDate = cleanAt === null ? null : zoneDate(cleanAt, presenting.timeZone);
    return line(`· ${colour.reason(reason, cleanDate)}`);
  });
}

/** The question of an enterprise's colour with its reasons, and later who decided it; `by`: who did. */
export function placeColourCard(
  shown: { place: Place; record: PlaceColour; at: number; by: Person | null },
  presenting: Presenting,
): Card {
  const { place, record, at, by } = shown;
  const { texts, timeZone } = presenting;
  const { colour } = texts.place;
  const { proposal } = record;
  const name = placeTitle(place);
  if (proposal?.at !== at || proposal.end?.how === 'dropped') {
    return cardOf({
      title: `${colour.mark[record.colour]} ${colour.droppedTitle(name, record.colour)}`,
      lines: line(colour.dropped, 'quiet'),
    });
  }
  const why = [...line(colour.why), ...reasonLines(proposal.reasons, presenting)];
  const noGrade = line(colour.noGrade, 'quiet');
  if (proposal.end !== null) {
    const who = by === null ? '' : spokenName(by);
    return cardOf({
      title: `${colour.mark[record.colour]} ${colour.decidedTitle(name, proposal.end.how, record.colour)}`,
      lines: [...line(colour.decided(who, dueTimeOf(proposal.end.at, timeZone)), 'strong'), ...why, ...noGrade],
    });
  }
  const value = proposal.colour;
  return cardOf({
    title: `${colour.mark[proposal.colour]} ${colour.title(name, proposal.from, proposal.colour)}`,
    lines: [...why, ...line(colour.ask, 'strong'), ...noGrade],
    actions: [
      [
        { ...button(texts, 'colour_accept', record.token, 'primary'), value },
        { ...button(texts, 'colour_keep', record.token), value },
      ],
    ],
    loud: true,
  });
}

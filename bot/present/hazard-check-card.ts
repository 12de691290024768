import type { Hazard } from '../../core/hazard.ts';
import type { Capabilities, Card, CardLine } from '../../core/message.ts';
import type { Person } from '../../core/people.ts';
import { spokenName } from '../../core/spoken-name.ts';
import { dueTimeOf } from './hazard-deadline.ts';
import { hazardButton, mainKind, mapOf, numberLine, placeLines, wordsOf } from './hazard-lines.ts';
import { alikeLine, type PhotoAlike } from './hazard-photo-alike.ts';
import { afterPhoto, beforePhoto, captioned, pairOf } from './hazard-photos.ts';
import type { HazardShown } from './hazard-shown.ts';
import { cardOf, line, type Presenting } from './presenting.ts';

/** Whoever did the work, or owns it, does not check it. */
function didIt({ fixedById, ownerId }: Hazard, reader: Person | null): boolean {
  return reader !== null && (reader.id === fixedById || reader.id === ownerId);
}

function whyChecked({ hazard }: HazardShown, { texts }: Presenting): CardLine[] {
  const why = hazard.draw?.why;
  return line(why === undefined || why === 'not_drawn' ? null : texts.hazard.check.why[why], 'quiet');
}

/** The second look: before and after, who did it, two buttons; once it is decided, how. */
export function hazardCheckCard(
  shown: HazardShown,
  {
    reader,
    capabilities,
    alike,
  }: { reader: Person | null; capabilities: Pick<Capabilities, 'albumLimit'>; alike?: PhotoAlike | null },
  presenting: Presenting,
): Card {
  const { hazard, fixedBy } = shown;
  const { texts, timeZone } = presenting;
  const { check } = texts.hazard;
  const kind = mainKind(hazard, presenting);
  if (hazard.state !== 'fixed') {
    const how = hazard.outcome === 'resolved' ? 'passed' : hazard.state === 'closed' ? 'needless' : 'returned';
    return cardOf({ title: check.doneTitle(how, kind), lines: numberLine(hazard, presenting) });
  }
  const own = didIt(hazard, reader);
  const photos = pairOf(shown, capabilities);
  const at = hazard.fixedAt === null ? null : dueTimeOf(hazard.fixedAt, timeZone);
  const paired = beforePhoto(shown) !== null && afterPhoto(shown) !== null && photos.morePhotos !== undefined;
  const card = cardOf({
    title: check.title(kind),
    lines: [
      ...placeLines(shown, presenting),
      ...line(wordsOf(shown, presenting)),
      ...line(fixedBy === null || at === null ? null : check.fixedBy(spokenName(fixedBy), at)),
      ...whyChecked(shown, presenting),
      ...line(paired ? check.pair : check.noPair),
      ...(own ? [] : alikeLine(alike, presenting)),
      ...line(own ? check.ownWork : check.ask, 'strong'),
      ...numberLine(hazard, presenting),
    ],
    actions: own
      ? []
      : [
          [
            hazardButton(presenting, 'hazard_pass', hazard.token, { style: 'primary' }),
            hazardButton(presenting, 'hazard_fail', hazard.token),
          ],
        ],
    links: mapOf(shown, presenting),
    loud: true,
    ...photos,
  });
  return captioned(card, texts);
}

import { isOverdue, type Hazard } from '../../core/hazard.ts';
import type { Card, CardLine, CardLink } from '../../core/message.ts';
import type { Person } from '../../core/people.ts';
import { dueOf, dueTimeOf } from './hazard-deadline.ts';
import { byUrgency } from './hazard-list-cards.ts';
import { mainKind } from './hazard-lines.ts';
import { reasonLines } from './place-colour-card.ts';
import type { PlaceShown } from './place-shown.ts';
import { cardOf, clip, line, mapLink, type Presenting } from './presenting.ts';

/** Lines of open hazards that a person still reads. */
const listed = 10;

/** The answer to 查: as much as the asker may see, and in a group nothing private. */
export function placeInfoCard(shown: PlaceShown, reader: Person | null, presenting: Presenting): Card {
  const { place, sight } = shown;
  const { info } = presenting.texts.place;
  const { name } = presenting.texts;
  return cardOf({
    title: info.title(clip(place.name, 60), place.code),
    lines: [
      ...line(info.kind(place.kind)),
      ...line(place.aliases.length === 0 ? null : info.aliases(name.list(place.aliases))),
      ...line(place.area === '' ? null : info.area(place.area)),
      ...(sight === 'all' ? profile(shown, presenting) : []),
      ...(sight === 'public' ? line(info.report, 'quiet') : openLines(shown, presenting)),
      ...(sight === 'all' ? lastLine(shown, presenting) : []),
    ],
    links: [...mapLink(presenting, place.position, place.name), ...pageLink(shown, reader, presenting)],
  });
}

/** The page is signed for one reader, so it is for no group; and it has more than this only for who may see more. */
function pageLink(
  { place, sight }: PlaceShown,
  reader: Person | null,
  { texts, links, direct, now }: Presenting,
): CardLink[] {
  const url = reader === null || !direct || sight === 'public' ? null : links.place(place, reader.id, now);
  return url === null ? [] : [{ url, label: texts.place.info.page }];
}

function profile(shown: PlaceShown, presenting: Presenting): CardLine[] {
  const { place } = shown;
  const { info, colour } = presenting.texts.place;
  const { tags = [], contact } = place.details ?? {};
  const reach = presenting.direct ? info.contact(contact?.name ?? '', contact?.phone ?? '') : info.contactPrivately;
  return [
    ...(place.kind === 'enterprise' ? colourLines(shown, presenting) : []),
    ...line(tags.length === 0 ? null : info.tags(presenting.texts.name.list(tags))),
    ...line(contact === undefined ? null : reach),
    ...line(place.kind === 'enterprise' ? colour.noGrade : null, 'quiet'),
  ];
}

/** The colour that it has, why the rules say so, and a change that waits for somebody to decide. */
export function colourLines(
  { record, derived }: Pick<PlaceShown, 'record' | 'derived'>,
  presenting: Presenting,
): CardLine[] {
  const { info, colour } = presenting.texts.place;
  const present = record?.colour ?? derived.base;
  const waits = record?.proposal?.end === null ? record.proposal.colour : null;
  return [
    ...line(info.colour(colour.mark[present], colour.name(present)), 'strong'),
    ...reasonLines(derived.reasons, presenting),
    ...line(waits === null ? null : info.asking(colour.mark[waits], colour.name(waits)), 'warning'),
  ];
}

function openLines({ open }: PlaceShown, presenting: Presenting): CardLine[] {
  const { texts, now } = presenting;
  const { info } = texts.place;
  if (open.length === 0) return line(info.noneOpen);
  const late = open.filter((hazard) => isOverdue(hazard, now)).length;
  return [
    ...line(info.open(open.length, late), 'strong'),
    ...byUrgency(open, now)
      .slice(0, listed)
      .map((hazard) => openEntry(hazard, presenting)),
    ...line(open.length > listed ? info.more(open.length - listed) : null, 'quiet'),
  ];
}

/** An open hazard in one line: its state, grade and deadline. */
export function openEntry(hazard: Hazard, presenting: Presenting): CardLine {
  const { texts, timeZone, now } = presenting;
  const { fact, state, grade, deadline, list } = texts.hazard;
  const due = dueOf(hazard, timeZone);
  const late = isOverdue(hazard, now);
  const facts = [
    state[hazard.state],
    ...(hazard.grade === 'major' ? [grade.major] : []),
    ...(due === null ? [] : [deadline.short(due)]),
  ];
  const words = list.entry(fact.line(hazard.number, mainKind(hazard, presenting), ''), facts);
  return late ? { text: `🔴 ${words}`, style: 'warning' } : { text: words };
}

function lastLine({ closed: [last] }: PlaceShown, presenting: Presenting): CardLine[] {
  if (last === undefined) return [];
  return line(presenting.texts.place.info.lastClosed(closedEntry(last, presenting)), 'quiet');
}

/** A closed hazard in one line: when it ended and how. */
export function closedEntry(hazard: Hazard, presenting: Presenting): string {
  const { texts, timeZone } = presenting;
  const words = texts.hazard.fact.line(hazard.number, mainKind(hazard, presenting), '');
  const at = dueTimeOf(hazard.closedAt ?? hazard.changedAt, timeZone);
  return texts.place.info.closed(words, at, hazard.outcome ?? 'resolved');
}

import { isOverdue, type Hazard } from '../../core/hazard.ts';
import type { Card, CardLine } from '../../core/message.ts';
import type { Place } from '../../core/people.ts';
import type { DerivedColour, PlaceColour } from '../../core/place-colour.ts';
import { dueOf, dueTimeOf } from './hazard-deadline.ts';
import { byUrgency } from './hazard-list-cards.ts';
import { mainKind } from './hazard-lines.ts';
import { reasonLines } from './place-colour-card.ts';
import { cardOf, clip, line, mapLink, type Presenting } from './presenting.ts';

/** A place with what whoever asks may see of it. */
export interface PlaceShown {
  place: Place;
  sight: 'public' | 'work' | 'all';
  /** Open ones, as many as were looked up. */
  open: readonly Hazard[];
  lastClosed: Hazard | null;
  record: PlaceColour | null;
  derived: DerivedColour;
}

/** Lines of open hazards that a person still reads. */
const listed = 10;

/** The answer to 查: as much as the asker may see, and in a group nothing private. */
export function placeInfoCard(shown: PlaceShown, presenting: Presenting): Card {
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
    links: mapLink(presenting, place.position, place.name),
  });
}

function profile({ place, record, derived }: PlaceShown, presenting: Presenting): CardLine[] {
  const { info, colour } = presenting.texts.place;
  const { tags = [], contact } = place.details ?? {};
  const reach = presenting.direct ? info.contact(contact?.name ?? '', contact?.phone ?? '') : info.contactPrivately;
  return [
    ...(place.kind === 'enterprise' ? colourLines(record, derived, presenting) : []),
    ...line(tags.length === 0 ? null : info.tags(presenting.texts.name.list(tags))),
    ...line(contact === undefined ? null : reach),
    ...line(place.kind === 'enterprise' ? colour.noGrade : null, 'quiet'),
  ];
}

function colourLines(record: PlaceColour | null, derived: DerivedColour, presenting: Presenting): CardLine[] {
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
      .flatMap((hazard) => entry(hazard, presenting)),
    ...line(open.length > listed ? info.more(open.length - listed) : null, 'quiet'),
  ];
}

function entry(hazard: Hazard, presenting: Presenting): CardLine[] {
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
  return line(`${late ? '🔴 ' : ''}${words}`, late ? 'warning' : undefined);
}

function lastLine({ lastClosed }: PlaceShown, presenting: Presenting): CardLine[] {
  if (lastClosed?.closedAt == null) return [];
  const { fact } = presenting.texts.hazard;
  const words = fact.line(lastClosed.number, mainKind(lastClosed, presenting), '');
  const at = dueTimeOf(lastClosed.closedAt, presenting.timeZone);
  return line(presenting.texts.place.info.lastClosed(words, at, lastClosed.outcome ?? 'resolved'), 'quiet');
}

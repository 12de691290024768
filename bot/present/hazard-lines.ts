import type { HazardVerb } from '../../core/hazard-verb.ts';
import type { Hazard } from '../../core/hazard.ts';
import type { Token } from '../../core/ids.ts';
import type { CardAction, CardLine, CardLink, Position } from '../../core/message.ts';
import type { Person, Place } from '../../core/people.ts';
import type { Texts } from '../texts/texts.ts';
import { otherEvidence, picturesOf } from './hazard-photos.ts';
import type { HazardShown } from './hazard-shown.ts';
import { clip, line, mapLink, type Presenting } from './presenting.ts';
import { subjectButton, type ButtonManner } from './subject-button.ts';
import { withoutNumbers } from './where.ts';

/** Words of a report on a card, and of a place. */
const wordsLength = 240;
const placeLength = 60;
/** Kinds that are named; a report of more is rare. */
const kindsNamed = 3;

/** A name of one letter would be cut out of every word. */
function namesOf({ name, callSign, phone }: Person): string[] {
  return [name, callSign ?? '', phone].map((one) => one.trim()).filter((one) => one.length > 1);
}

/** Somebody's words without what would tell who reported: their names, and long numbers that may be a phone. */
export function unnamed(words: string, tellers: readonly Person[], texts: Texts): string {
  const names = tellers.flatMap(namesOf).sort((a, b) => b.length - a.length);
  const without = names.reduce((text, name) => text.replaceAll(name, texts.hazard.fact.somebody), words);
  return withoutNumbers(without);
}

/** What is wrong, as people call it. */
export function whatOf({ kinds }: Pick<Hazard, 'kinds'>, { texts }: Presenting): string {
  return texts.name.list(kinds.slice(0, kindsNamed).map((kind) => texts.hazard.kind(kind)));
}

/** The main kind alone. */
export function mainKind({ kinds }: Pick<Hazard, 'kinds'>, { texts }: Presenting): string {
  return texts.hazard.kind(kinds[0] ?? 'other');
}

function placeName({ name, area }: Place): string {
  return clip(area !== '' && !name.includes(area) ? `${name} · ${area}` : name, placeLength);
}

/** Where it is, as far as anybody knows; '' when nobody has said, nor sent a position. */
export function placeOf({ hazard, place, tellers }: HazardShown, texts: Texts): string {
  if (place !== null) return placeName(place);
  if (hazard.placeWords !== '') {
    const words = unnamed(hazard.placeWords, tellers, texts);
    // 厨房 alone leads nowhere; the position that came with it says in which village.
    return clip(hazard.area === '' || words.includes(hazard.area) ? words : `${words} · ${hazard.area}`, placeLength);
  }
  return hazard.position === null ? '' : texts.hazard.fact.byPosition(hazard.area);
}

function positionOf({ hazard, place }: HazardShown): Position | null {
  return hazard.position ?? place?.position ?? null;
}

/** The map, where a position is known. */
export function mapOf(shown: HazardShown, presenting: Presenting): CardLink[] {
  return mapLink(presenting, positionOf(shown), placeOf(shown, presenting.texts));
}

/** A number with what and where it is, as lines of lists begin. */
export function summaryOf(shown: HazardShown, presenting: Presenting): string {
  const { texts } = presenting;
  return texts.hazard.fact.line(shown.hazard.number, mainKind(shown.hazard, presenting), placeOf(shown, texts));
}

/** The words, without their teller; null when a photo said it all. */
export function wordsOf({ hazard, tellers }: HazardShown, { texts }: Presenting): string | null {
  const words = clip(unnamed(hazard.words, tellers, texts), wordsLength);
  return words === '' ? null : texts.name.quoted(words);
}

/** The place and the words that named it. */
export function placeLines(shown: HazardShown, presenting: Presenting): CardLine[] {
  const { fact } = presenting.texts.hazard;
  const name = placeOf(shown, presenting.texts);
  if (name === '') return line(fact.placeUnknown, 'warning');
  const said = shown.place === null ? '' : clip(unnamed(shown.hazard.placeWords, shown.tellers, presenting.texts), 40);
  return [
    ...line(fact.place(name, name.includes(said) ? '' : said), 'strong'),
    ...line(positionOf(shown) === null ? fact.positionUnknown : null, 'quiet'),
  ];
}

/** How many pictures there are of how it was, and what else was sent, which is on the hazard's page. */
export function photoLine(shown: HazardShown, { texts }: Presenting): CardLine[] {
  const { fact } = texts.hazard;
  const { length } = picturesOf(shown, 'before');
  const others = otherEvidence(shown).length;
  return [
    ...line(length > 0 ? fact.photos(length) : others > 0 ? null : fact.noPhotos),
    ...line(others === 0 ? null : fact.otherFiles(others)),
  ];
}

/** A button of a hazard; a verb without a value says its own name. */
export function hazardButton(
  { texts }: Presenting,
  verb: HazardVerb,
  token: Token,
  how: ButtonManner = {},
): CardAction {
  return subjectButton(verb, token, texts.hazard.verb[verb], how);
}

/** The number, quietly, at the end. */
export function numberLine({ number }: Pick<Hazard, 'number'>, { texts }: Presenting): CardLine[] {
  return line(texts.hazard.fact.number(number), 'quiet');
}

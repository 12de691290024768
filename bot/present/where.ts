import type { Incident } from '../../core/incident.ts';
import type { Position } from '../../core/message.ts';
import type { Place } from '../../core/people.ts';
import { clip } from './presenting.ts';

/** Longest name of a place on a card. */
const nameLength = 80;

/** Where an incident is, as far as anybody knows. */
export interface Where {
  /** '' while nobody has said. */
  name: string;
  position: Position | null;
}

/** The place's name with its area, else the words that were said. */
export function whereOf(incident: Incident, place: Place | null): Where {
  const position = incident.position ?? place?.position ?? null;
  if (place === null) return { name: clip(incident.placeWords, nameLength), position };
  const area = place.area !== '' && !place.name.includes(place.area) ? ` · ${place.area}` : '';
  return { name: clip(`${place.name}${area}`, nameLength), position };
}

/** Long runs of digits in words of a witness may be somebody's phone or identity number: not for a group's eyes. */
export function withoutNumbers(words: string): string {
  return words.replaceAll(/\d(?:[\s-]?\d){6,}/g, '…');
}

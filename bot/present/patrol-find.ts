import type { Find } from '../../core/check-in.ts';
import type { FileId } from '../../core/ids.ts';
import type { Card, CardAction, Position } from '../../core/message.ts';
import { cardOf, clip, clockOf, line, mapLink, type Presenting } from './presenting.ts';
import { patrolButton } from './shift-lines.ts';

/** Something that a patrol came across, with whoever told of it and who decided. */
export interface FindShown {
  find: Find;
  teller: string;
  /** '' when it is of no shift. */
  shiftName: string;
  place: { name: string; position: Position | null } | null;
  by: string;
  /** Of the incident or hazard that it became. */
  number: string | null;
  /** Pictures of it that are stored, the newest first. */
  photos: readonly FileId[];
}

const wordsLength = 600;

function buttonsOf({ find }: FindShown, presenting: Presenting): CardAction[][] {
  const button = (verb: Parameters<typeof patrolButton>[1], style: CardAction['style'] = 'plain'): CardAction =>
    patrolButton(presenting, verb, find.token, { style });
  const ends = [button('find_passed_on', find.kind === 'suspicious' ? 'plain' : 'primary'), button('find_noted')];
  return find.kind === 'suspicious' ? [[button('find_incident', 'danger'), button('find_hazard')], ends] : [ends];
}

/** The command, or the police contact: what a patrol came across; a person decides what becomes of it, and the card says it. */
export function findCard(shown: FindShown, presenting: Presenting): Card | null {
  const { find, teller, shiftName, place, by, number, photos } = shown;
  const [photo] = photos;
  const words = presenting.texts.patrol.find;
  if (find.state !== 'told' && presenting.brief) return null;
  return cardOf({
    title: words.title(find.kind, shiftName === '' ? null : shiftName),
    lines: [
      ...line(find.words === '' ? null : presenting.texts.name.quoted(clip(find.words, wordsLength)), 'strong'),
      ...line(place === null || place.name === '' ? null : words.place(clip(place.name, 60))),
      ...line(words.from(teller, clockOf(presenting, find.at)), 'quiet'),
      ...(find.state === 'told'
        ? line(words.ask[find.kind])
        : line(words.decided(find.state, by === '' ? null : by, number), 'strong')),
    ],
    actions: find.state === 'told' ? buttonsOf(shown, presenting) : [],
    links: mapLink(presenting, find.position ?? place?.position ?? null, place?.name ?? ''),
    ...(photo === undefined ? {} : { photo }),
    loud: find.state === 'told' && find.kind === 'suspicious',
  });
}

import type { HazardDraft } from '../../core/hazard-draft.ts';
import type { HazardKindPage } from '../../core/hazard-kind-page.ts';
import type { Card, CardLine } from '../../core/message.ts';
import type { Place } from '../../core/people.ts';
import { hazardButton } from './hazard-lines.ts';
import { kindRows } from './hazard-kind-rows.ts';
import { cardOf, clip, line, type Presenting } from './presenting.ts';

/** A place that the words may mean, by its index in the report. */
export interface PlaceChoice {
  index: number;
  place: Place;
}

/** The quiet question in a group; null once it is answered. */
export function offerCard(draft: HazardDraft, presenting: Presenting): Card | null {
  if (draft.state !== 'offered') return null;
  return cardOf({
    lines: line(presenting.texts.hazard.draft.offer),
    actions: [
      [
        hazardButton(presenting, 'hazard_file', draft.token, { style: 'primary' }),
        hazardButton(presenting, 'hazard_drop', draft.token),
      ],
    ],
  });
}

/** What is known already, so that nobody says it twice. A group reads it too, so only kinds and the number of photos. */
function known(draft: HazardDraft, place: Place | null, photos: number, { texts }: Presenting): CardLine[] {
  const kinds = draft.kinds.map((kind) => texts.hazard.kind(kind));
  if (kinds.length === 0 && place === null && photos === 0) return [];
  return line(texts.hazard.draft.known(kinds, place?.name ?? '', photos), 'quiet');
}

/** What it is: the most likely kinds, and a way to all others. */
export function askKindCard(
  draft: HazardDraft,
  { place, page, buttons, photos }: { place: Place | null; page: HazardKindPage; buttons: boolean; photos: number },
  presenting: Presenting,
): Card | null {
  if (draft.state !== 'open') return null;
  const { draft: words } = presenting.texts.hazard;
  const question = !buttons ? `${words.askKind} ${words.howKind}` : page === 'likely' ? words.tapKind : words.askSort;
  return cardOf({
    lines: [...known(draft, place, photos, presenting), ...line(question, 'strong')],
    actions: [
      ...kindRows(buttons ? page : 'likely', draft.token, presenting),
      ...anonymity(draft, presenting),
      [hazardButton(presenting, 'hazard_drop', draft.token)],
    ],
  });
}

/** Whoever does not want to be named can say so before it is registered; in a group everybody has seen who wrote. */
function anonymity(draft: HazardDraft, presenting: Presenting): Card['actions'] {
  if (draft.anonymous || !presenting.direct) return [];
  return [[hazardButton(presenting, 'hazard_anonymous', draft.token)]];
}

/** Where it is: the places that the words may mean, or a free answer, or that nobody can say. */
export function askPlaceCard(
  draft: HazardDraft,
  { choices, photos }: { choices: readonly PlaceChoice[]; photos: number },
  presenting: Presenting,
): Card | null {
  if (draft.state !== 'open') return null;
  const { texts } = presenting;
  const { draft: words, choice } = texts.hazard;
  return cardOf({
    lines: [
      ...known(draft, null, photos, presenting),
      ...line(words.askPlace(choices.length > 0), 'strong'),
      ...choices.flatMap(({ index, place }) => line(words.placeLine(index + 1, clip(place.name, 60)))),
    ],
    actions: [
      ...choices.map(({ index, place }) => [
        hazardButton(presenting, 'hazard_place', draft.token, {
          value: String(index),
          label: words.placeLine(index + 1, place.name),
        }),
      ]),
      [hazardButton(presenting, 'hazard_place', draft.token, { value: 'none', label: choice.hazard_place.none })],
      ...anonymity(draft, presenting),
      [hazardButton(presenting, 'hazard_drop', draft.token)],
    ],
  });
}

/**
 * The report has ended: by itself, kindly and how to go on; with its number, or dropped, where the question stood. Nothing of
 * what was told stays there, and no button.
 * @param number of the hazard that it became
 */
export function draftEndedCard(
  draft: HazardDraft,
  { number, why }: { number: string | null; why: 'unanswered' | 'emergency' | undefined },
  presenting: Presenting,
): Card | null {
  const { draft: words } = presenting.texts.hazard;
  switch (draft.state) {
    case 'filed':
      return number === null ? null : cardOf({ lines: line(words.filed(number)) });
    case 'dropped':
      return cardOf({ lines: line(why === 'emergency' ? words.emergency : words.dropped) });
    case 'ended':
      return cardOf({
        lines:
          why === 'unanswered' ? line(words.unanswered) : [words.ended, words.resume].flatMap((text) => line(text)),
      });
    case 'offered':
    case 'open':
      return null;
  }
}

import type { NoticeKind } from '../../core/notice.ts';
import type { Place } from '../../core/people.ts';
import type { Desk, Drawings } from './drawing.ts';
import { drawnOf } from './hazard-shown.ts';
import { placeColourCard, placeTitle } from './place-colour-card.ts';
import { placeInfoCard } from './place-info-card.ts';
import { placeShown, type PlaceShown } from './place-shown.ts';
import { cardOf, line } from './presenting.ts';
import { tapAnswer } from './tap-answer.ts';

type PlaceNoticeKind = Extract<NoticeKind, `place_${string}`>;

/** In a group of people at work it may say what work needs; where everybody reads, no more than that. */
function shownHere(place: Place, { reader, room, tools }: Desk): Promise<PlaceShown> {
  const atWork = room.kind === 'direct' || (room.purpose !== 'village' && room.purpose !== 'other');
  return placeShown(place, reader, { ...tools, atWork });
}

/** Notices about places. */
export const placeDrawings: Drawings<PlaceNoticeKind> = {
  place_colour: async ({ placeId, at }, { tools, presenting }) => {
    const [place, record] = await Promise.all([tools.read.places.byId(placeId), tools.read.placeColours.of(placeId)]);
    if (place === null || record === null) return null;
    const { end } = record.proposal ?? { end: null };
    const by = end === null || end.how === 'dropped' ? null : await tools.read.people.byId(end.byId);
    const card = placeColourCard({ place, record, at, by }, presenting);
    return { card, incident: null, numbers: new Map([[record.token, place.code]]) };
  },
  place_info: async ({ placeId }, desk) => {
    const place = await desk.tools.read.places.byId(placeId);
    return place === null ? null : drawnOf(placeInfoCard(await shownHere(place, desk), desk.reader, desk.presenting));
  },
  place_which: async ({ placeIds, words }, { tools, presenting }) => {
    const { info } = presenting.texts.place;
    const found = await Promise.all(placeIds.map((id) => tools.read.places.byId(id)));
    const names = found.flatMap((place) => (place === null ? [] : line(`· ${placeTitle(place)}`)));
    const text = names.length === 0 ? info.unknown(words) : info.which(words);
    return drawnOf(cardOf({ lines: [...line(text), ...names] }));
  },
  place_answer: ({ result }, { presenting }) =>
    Promise.resolve(drawnOf(cardOf({ lines: line(tapAnswer(result, presenting.texts)) }))),
};

import type { NoticeKind } from '../../core/notice.ts';
import type { Person, Place } from '../../core/people.ts';
import { ownersFor, hazardArea } from '../../core/hazard-owner.ts';
import { deriveColour } from '../../core/place-colour.ts';
import { placeSight } from '../../core/permission.ts';
import { hazardRules } from '../../handlers/hazard/rules.ts';
import type { Desk, Drawings } from './drawing.ts';
import { drawnOf } from './hazard-shown.ts';
import { placeColourCard, placeTitle } from './place-colour-card.ts';
import { placeInfoCard, type PlaceShown } from './place-info-card.ts';
import { cardOf, line } from './presenting.ts';
import { tapAnswer } from './tap-answer.ts';

type PlaceNoticeKind = Extract<NoticeKind, `place_${string}`>;

/** More than a place has open at once; the card counts them and shows the first. */
const looked = 200;

/** What the reader may see of a place in this room: where everybody reads, no more than work needs. */
function sightOf(place: Place, open: PlaceShown['open'], desk: Desk): PlaceShown['sight'] {
  const { reader, room, tools } = desk;
  const { zone } = tools;
  const rules = hazardRules({ zone: { ...zone, places: zone.places ?? [] } });
  const owners = ownersFor(rules, hazardArea(zone.places ?? [], place, null), []);
  const owns = open.some(({ ownerId }) => ownerId === reader?.id) || isNamed(reader, owners);
  const sight = placeSight(reader, owns);
  const atWork = room.kind === 'direct' || (room.purpose !== 'village' && room.purpose !== 'other');
  return sight === 'all' && !atWork ? 'work' : sight;
}

function isNamed(reader: Person | null, callSigns: readonly string[]): boolean {
  return reader?.callSign != null && callSigns.includes(reader.callSign);
}

async function placeShown(place: Place, desk: Desk): Promise<PlaceShown> {
  const { read, now } = desk.tools;
  const [open, [lastClosed], last, record] = await Promise.all([
    read.hazards.ofPlace(place.id, looked),
    read.hazards.list({ status: 'closed', placeId: place.id }, 1, null),
    read.hazards.lastOfPlace(place.id),
    read.placeColours.of(place.id),
  ]);
  const derived = deriveColour({
    details: place.details,
    open,
    lastClosedAt: last?.closedAt ?? null,
    present: record?.colour ?? null,
    now,
  });
  return { place, sight: sightOf(place, open, desk), open, lastClosed: lastClosed ?? null, record, derived };
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
    return place === null ? null : drawnOf(placeInfoCard(await placeShown(place, desk), desk.presenting));
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

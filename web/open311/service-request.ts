import { open311TextsIn } from '../../bot/texts/open311-in.ts';
import type { Open311Texts } from '../../bot/texts/open311-texts.ts';
import { textsIn } from '../../bot/texts/texts-in.ts';
import type { Instant } from '../../core/clock.ts';
import type { Hazard } from '../../core/hazard.ts';
import type { HazardId, PlaceId } from '../../core/ids.ts';
import type { Language, Position } from '../../core/message.ts';
import type { Place } from '../../core/people.ts';

/** What is needed to show hazards to other systems. */
export interface Showing {
  language: Language;
  zone: { name: string; timeZone: string };
  places: ReadonlyMap<PlaceId, Place>;
  /** Numbers of hazards into which others were merged. */
  numbers: ReadonlyMap<HazardId, string>;
  /** Whether the reader has the key, and so learns where exactly it is. */
  exact: boolean;
}

/** Decimals of a degree: three are about a hundred metres, six ten centimetres. */
const publicDigits = 3;
const exactDigits = 6;

/**
 * A hazard as GeoReport v2 shows a request: kind, place and state, all of them public. Who told, in which words, with which
 * pictures, and who puts it right is nobody else's: it can name people.
 */
export function serviceRequest(hazard: Hazard, showing: Showing) {
  const { language, zone } = showing;
  const { hazard: names } = textsIn(language);
  const place = placeOf(hazard, showing);
  const spot = publicPosition(hazard, place, showing.exact);
  const texts = open311TextsIn(language);
  const where = addressOf(hazard, place, texts);
  return {
    service_request_id: hazard.number,
    status: hazard.state === 'closed' ? 'closed' : 'open',
    status_notes: statusNotes(hazard, showing),
    service_name: names.kind(mainKind(hazard)),
    service_code: mainKind(hazard),
    description: texts.describe(
      hazard.kinds.map((kind) => names.kind(kind)),
      where ?? texts.placeUnknown,
    ),
    agency_responsible: zone.name,
    service_notice: null,
    requested_datetime: zonedTime(hazard.reportedAt, zone.timeZone),
    updated_datetime: zonedTime(hazard.closedAt ?? hazard.changedAt, zone.timeZone),
    expected_datetime: hazard.dueAt === null ? null : zonedTime(hazard.dueAt, zone.timeZone),
    address: where,
    address_id: place?.code ?? null,
    zipcode: null,
    lat: spot?.lat ?? null,
    long: spot?.lon ?? null,
    media_url: null,
  };
}

/** Our own state, beside the two that GeoReport v2 knows. */
export function extension(hazard: Hazard, { zone }: Showing) {
  return {
    number: hazard.number,
    state: hazard.state,
    outcome: hazard.outcome,
    due: hazard.dueAt === null ? null : zonedTime(hazard.dueAt, zone.timeZone),
  };
}

/** `2026-11-23T10:00:00+08:00`. */
export function zonedTime(at: Instant, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toString({ timeZone, smallestUnit: 'second' });
}

function mainKind({ kinds }: Hazard): Hazard['kinds'][number] {
  return kinds[0] ?? 'other';
}

function statusNotes({ state, outcome, mergedIntoId }: Hazard, { language, numbers }: Showing): string {
  const words = textsIn(language).web.page.hazard;
  if (outcome === null || outcome === 'resolved') return words.plainState[state];
  const merged = mergedIntoId === null ? undefined : numbers.get(mergedIntoId);
  return merged === undefined ? words.outcome[outcome] : open311TextsIn(language).merged(merged);
}

/** The place, unless it is somebody's home: then only the area is told. */
function placeOf({ placeId }: Hazard, { places }: Showing): Place | null {
  const place = placeId === null ? undefined : places.get(placeId);
  return place === undefined || place.kind === 'door_plate' ? null : place;
}

/** Names of the zone's own list; how a reporter called the place can name people. */
function addressOf({ area }: Hazard, place: Place | null, texts: Open311Texts): string | null {
  const parts = [place?.name ?? '', place?.area ?? area].filter((part) => part !== '');
  return parts.length === 0 ? null : texts.address([...new Set(parts)]);
}

/** Where it is; without the key where the place is, or about where: the exact spot can be the reporter's own door. */
function publicPosition({ position }: Hazard, place: Place | null, exact: boolean): Position | null {
  if (exact) return rounded(position ?? place?.position ?? null, exactDigits);
  return place?.position ? rounded(place.position, exactDigits) : rounded(position, publicDigits);
}

function rounded(position: Position | null, digits: number): Position | null {
  return position && { lat: Number(position.lat.toFixed(digits)), lon: Number(position.lon.toFixed(digits)) };
}

import type { Instant } from '../../core/clock.ts';
import { hazardArea, ownersFor } from '../../core/hazard-owner.ts';
import type { Hazard } from '../../core/hazard.ts';
import type { Person, Place } from '../../core/people.ts';
import { placeSight } from '../../core/permission.ts';
import { deriveColour, type DerivedColour, type PlaceColour } from '../../core/place-colour.ts';
import type { Reads } from '../../core/ports/store.ts';
import type { HazardRules } from '../../core/zone/hazard-rules.ts';
import { usualHazardRules } from '../../core/zone/hazard-rules.ts';

/** A place with what whoever asks may see of it. */
export interface PlaceShown {
  place: Place;
  sight: 'public' | 'work' | 'all';
  /** Open ones, as many as were looked up. */
  open: readonly Hazard[];
  /** The last ones that ended, newest first. */
  closed: readonly Hazard[];
  record: PlaceColour | null;
  derived: DerivedColour;
}

/** More than a place has open at once; a card counts them and shows the first. */
const looked = 200;
const closedLooked = 10;

/** From what a place is looked up. */
interface Sources {
  read: {
    hazards: Pick<Reads['hazards'], 'ofPlace' | 'list' | 'lastOfPlace'>;
    placeColours: Pick<Reads['placeColours'], 'of'>;
  };
  now: Instant;
  zone: { hazards?: HazardRules; places?: readonly Place[] };
  /** Only people who work with it read along. */
  atWork: boolean;
}

/** Looks up a place, and as how much of it this person may see it here. */
export async function placeShown(place: Place, reader: Person | null, sources: Sources): Promise<PlaceShown> {
  const { read, now } = sources;
  const [open, closed, last, record] = await Promise.all([
    read.hazards.ofPlace(place.id, looked),
    read.hazards.list({ status: 'closed', placeId: place.id }, closedLooked, null),
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
  const newestFirst = closed.toSorted((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0));
  return { place, sight: sightOf(place, open, reader, sources), open, closed: newestFirst, record, derived };
}

function sightOf(
  place: Place,
  open: readonly Hazard[],
  reader: Person | null,
  { zone, atWork }: Sources,
): PlaceShown['sight'] {
  const owners = ownersFor(zone.hazards ?? usualHazardRules, hazardArea(zone.places ?? [], place, null), []);
  const named = reader?.callSign != null && owners.includes(reader.callSign);
  const sight = placeSight(reader, named || open.some(({ ownerId }) => ownerId === reader?.id));
  return sight === 'all' && !atWork ? 'work' : sight;
}

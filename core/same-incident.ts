import type { IncidentKind } from './catalogue.ts';
import type { Instant } from './clock.ts';
import { distanceMetres } from './geo.ts';
import type { PersonId, PlaceId, RoomId } from './ids.ts';
import type { Incident, Report } from './incident.ts';
import type { Position } from './message.ts';
import type { Timing } from './zone/timing.ts';

/** A telling that may be about an incident that is already known. */
export interface Telling {
  kinds: readonly IncidentKind[];
  placeId: PlaceId | null;
  placeWords: string;
  position: Position | null;
  personId: PersonId | null;
  roomId: RoomId | null;
  at: Instant;
}

/** Kinds that witnesses of one event name in turn. */
const seenTogether: readonly ReadonlySet<IncidentKind>[] = [
  new Set<IncidentKind>(['fire', 'explosion', 'leak', 'trapped']),
  new Set<IncidentKind>(['collapse', 'trapped', 'landslide']),
  new Set<IncidentKind>(['drowning', 'flood', 'trapped', 'missing_person']),
  new Set<IncidentKind>(['traffic', 'person_down', 'trapped']),
  new Set<IncidentKind>(['poisoning', 'confined_space', 'leak', 'person_down']),
  new Set<IncidentKind>(['electric_shock', 'person_down']),
  new Set<IncidentKind>(['violence', 'crowd', 'person_down']),
  new Set<IncidentKind>(['self_harm', 'drowning']),
];

function kindsFit(incident: Incident, telling: Pick<Telling, 'kinds'>): boolean {
  if (telling.kinds.length === 0 || telling.kinds.includes(incident.kind)) return true;
  return seenTogether.some((set) => set.has(incident.kind) && telling.kinds.some((kind) => set.has(kind)));
}

/** `unknown` when one of the two has no place at all. */
function placesFit(
  incident: Incident,
  telling: Pick<Telling, 'placeId' | 'placeWords' | 'position'>,
  radiusMetres: number,
): 'same' | 'other' | 'unknown' {
  if (incident.placeId !== null && incident.placeId === telling.placeId) return 'same';
  if (incident.position !== null && telling.position !== null) {
    return distanceMetres(incident.position, telling.position) <= radiusMetres ? 'same' : 'other';
  }
  if (incident.placeWords === '' || telling.placeWords === '') return 'unknown';
  const [a, b] = [incident.placeWords, telling.placeWords];
  return a.includes(b) || b.includes(a) ? 'same' : 'other';
}

/**
 * The reports that count: the first words of everybody who told of it, oldest first; what the same person adds are details.
 * A report without a person (by API, by a sensor) counts each time.
 */
export function firstTellings(reports: readonly Report[]): Report[] {
  return reports.filter(
    ({ personId }, n) => personId === null || reports.findIndex((one) => one.personId === personId) === n,
  );
}

/** The report that joined last, from somebody who had not told of it before. Null: nobody joined. */
export function lastJoined(reports: readonly Report[]): Report | null {
  return firstTellings(reports).slice(1).at(-1) ?? null;
}

/** What is seen wherever people are harmed, whatever did it. */
const seenAnywhere: ReadonlySet<IncidentKind> = new Set<IncidentKind>(['person_down', 'trapped']);

/**
 * Whether the words of somebody who is known to speak of this incident (its reporter in the next minutes, a rescuer with a
 * seat) can be about it: not when they name another kind of event, or a place known to be elsewhere. "Building three" is no
 * other place.
 */
export function canBeAbout(
  incident: Incident,
  telling: Pick<Telling, 'kinds' | 'placeId' | 'position'>,
  timing: Timing,
): boolean {
  const fits = telling.kinds.every((kind) => seenAnywhere.has(kind)) || kindsFit(incident, telling);
  return fits && placesFit(incident, { ...telling, placeWords: '' }, timing.joinRadiusMetres) !== 'other';
}

/**
 * The running incident that this telling is about, or null when it is a new one. Kind and place must fit within the join
 * window; where a place is missing, it joins only what the same person or room told, or the single running incident that
 * fits. An officer can split what was joined wrongly.
 */
export function sameIncident(running: readonly Incident[], telling: Telling, timing: Timing): Incident | null {
  const fitting = running.filter(
    (incident) =>
      (incident.state === 'reported' || incident.state === 'confirmed' || incident.state === 'called_out') &&
      !incident.drill &&
      telling.at - incident.reportedAt <= timing.joinWindowMinutes * 60_000 &&
      kindsFit(incident, telling) &&
      placesFit(incident, telling, timing.joinRadiusMetres) !== 'other',
  );
  const newestFirst = fitting.toReversed();
  return (
    newestFirst.find((incident) => placesFit(incident, telling, timing.joinRadiusMetres) === 'same') ??
    newestFirst.find((incident) => telling.personId !== null && incident.reporterId === telling.personId) ??
    newestFirst.find((incident) => telling.roomId !== null && incident.reportRoomId === telling.roomId) ??
    (fitting.length === 1 ? (fitting[0] ?? null) : null)
  );
}

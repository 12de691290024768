import type { HazardKind, PlaceKind } from './catalogue.ts';
import { kmFromZone } from './far-from-zone.ts';
import { distanceMetres } from './geo.ts';
import type { HazardGrade } from './hazard.ts';
import type { Position } from './message.ts';
import type { Place } from './people.ts';
import type { HazardRules } from './zone/hazard-rules.ts';

/** Where a hazard is, as the lines of the zone file see it. */
export interface HazardArea {
  /** What it is called on lists; '' when nothing is near. */
  area: string;
  /** Every name that a line may use: the place, its estate or village, the nearest village, its part. */
  names: readonly string[];
  /** The place's code; '' without a place. */
  placeCode: string;
}

/** A village further away than this says nothing about a position. */
const villageMetres = 3_000;

function nearestVillage(places: readonly Place[], position: Position | null): Place | null {
  if (position === null) return null;
  let nearest: Place | null = null;
  let least = villageMetres;
  for (const place of places) {
    if (place.kind !== 'village' || place.position === null || !place.active) continue;
    const metres = distanceMetres(place.position, position);
    if (metres >= least) continue;
    least = metres;
    nearest = place;
  }
  return nearest;
}

/** Which area a hazard lies in: that of its place, else of the nearest village. */
export function hazardArea(places: readonly Place[], place: Place | null, position: Position | null): HazardArea {
  const village = place?.kind === 'village' ? place : nearestVillage(places, position ?? place?.position ?? null);
  const own = place === null ? '' : place.kind === 'village' ? place.name : place.area;
  const names = [place?.name, place?.area, village?.name, village?.area].filter(
    (name): name is string => name !== undefined && name !== '',
  );
  return { area: own === '' ? (village?.name ?? '') : own, names: [...new Set(names)], placeCode: place?.code ?? '' };
}

/** 上桥 and 上桥村 are the same village. */
const plainName = (name: string): string => name.replace(/村$/u, '');

interface Scope {
  places: readonly string[];
  areas: readonly string[];
  kinds: readonly HazardKind[];
}

function covers(scope: Scope, where: HazardArea, kinds: readonly HazardKind[]): boolean {
  const names = new Set(where.names.map(plainName));
  return (
    (scope.places.length === 0 || scope.places.includes(where.placeCode)) &&
    (scope.areas.length === 0 || scope.areas.some((area) => names.has(plainName(area)))) &&
    (scope.kinds.length === 0 || kinds.some((kind) => scope.kinds.includes(kind)))
  );
}

/** Call signs of whom the zone file gives it to, best first: the first line that fits, then the others that do. */
export function ownersFor(rules: HazardRules, where: HazardArea, kinds: readonly HazardKind[]): readonly string[] {
  return [...new Set(rules.owners.filter((line) => covers(line, where, kinds)).flatMap(({ owners }) => owners))];
}

/** Call signs of the leaders, best first. */
export function leadersFor(rules: HazardRules, where: HazardArea, kinds: readonly HazardKind[]): readonly string[] {
  return [...new Set(rules.leaders.filter((line) => covers(line, where, kinds)).map(({ leader }) => leader))];
}

/** Call signs of whoever looks again, best first; empty: the leader. */
export function checkersFor(rules: HazardRules, where: HazardArea, kinds: readonly HazardKind[]): readonly string[] {
  return [...new Set(rules.checkers.filter((line) => covers(line, where, kinds)).flatMap(({ checkers }) => checkers))];
}

/** Working days for a kind and grade: the first line that fits, else the grade's usual number. */
export function daysFor(rules: HazardRules, kinds: readonly HazardKind[], grade: HazardGrade): number {
  const line = rules.days.find(
    (one) =>
      (one.grade === undefined || one.grade === grade) &&
      (one.kinds.length === 0 || kinds.some((kind) => one.kinds.includes(kind))),
  );
  return line?.days ?? (grade === 'major' ? rules.majorDays : rules.ordinaryDays);
}

/** Places so large that a hazard "there" can be anywhere in them: their own position is not the hazard's. */
const largePlaces: ReadonlySet<PlaceKind> = new Set<PlaceKind>([
  'enterprise',
  'village',
  'rental_block',
  'school',
  'market',
  'parking',
  'building_site',
  'waterside',
]);

/**
 * Where a hazard is for certain: where the reporter says by position, else at its place when that is a small one.
 * @param places of the zone: a position far from all of them is a slip, and says nothing
 */
export function hazardPosition(
  told: Position | null,
  place: Place | null,
  places: readonly Place[] = [],
): Position | null {
  if (told !== null && kmFromZone(places, told) === null) return { lat: told.lat, lon: told.lon };
  return place === null || largePlaces.has(place.kind) ? null : place.position;
}

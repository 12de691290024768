import { distanceMetres } from './geo.ts';
import type { Position } from './message.ts';
import type { Place } from './people.ts';

/** Further than this from everything that the zone knows, a position is a slip: a phone that lost its way, or a spot in the sea. */
const farMetres = 30_000;

/** Whole kilometres to the nearest place of the zone; null: it is near one, or the zone knows no positions. */
export function kmFromZone(places: readonly Place[], position: Position): number | null {
  let least: number | null = null;
  for (const place of places) {
    if (place.position === null) continue;
    const metres = distanceMetres(place.position, position);
    if (metres <= farMetres) return null;
    least = Math.min(least ?? metres, metres);
  }
  return least === null ? null : Math.round(least / 1000);
}

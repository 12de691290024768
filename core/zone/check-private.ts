import type { ZonePath } from './fault.ts';
import type { Keys, References } from './references.ts';
import type { ShapedZoneFile } from './schema.ts';

/** What the rules for private matters refer to. */
interface Known {
  people: Keys;
  places: Keys;
}

/** Rooms must have codes of their own, mediators who are mediators, and firms that are there. */
export function checkPrivate(file: ShapedZoneFile, found: References, { people, places }: Known): void {
  const { rooms, onCall, police } = file.private;
  const mediators = new Map(
    file.people.flatMap(({ callSign, roles }, i) => (roles.includes('mediator') ? [[callSign, ['people', i]]] : [])),
  );
  const everybody = (signs: readonly string[], path: ZonePath): void => {
    const seen: Keys = new Map();
    for (const [j, sign] of signs.entries()) {
      found.unique(seen, sign, [...path, j]);
      found.exists('unknown_person', people, sign, [...path, j]);
    }
  };
  const codes: Keys = new Map();
  for (const [i, room] of rooms.entries()) {
    const path = ['private', 'rooms', i];
    found.unique(codes, room.code, [...path, 'code']);
    everybody(room.mediators, [...path, 'mediators']);
    // Disputes are for mediators; clues and questions are for whoever the zone names.
    if (room.matters.includes('dispute')) {
      for (const [j, sign] of room.mediators.entries()) {
        if (people.has(sign)) found.exists('unknown_mediator', mediators, sign, [...path, 'mediators', j]);
      }
    }
    everybody(room.desk, [...path, 'desk']);
    for (const [j, code] of room.places.entries()) found.exists('unknown_place', places, code, [...path, 'places', j]);
  }
  everybody(onCall, ['private', 'onCall']);
  for (const part of ['onScene', 'responsible', 'centre'] as const)
    everybody(police[part], ['private', 'police', part]);
}

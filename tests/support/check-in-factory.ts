import type { CheckIn } from '../../core/check-in.ts';
import type { CheckInId, PersonId, PlaceId, RoomId, ShiftId, Token } from '../../core/ids.ts';
import type { Position } from '../../core/message.ts';
import type { Place } from '../../core/people.ts';
import type { ShiftPoint } from '../../core/shift.ts';

/** 22 November 2026, 20:00 in Shanghai: a night begins. */
export const nightAt = Date.UTC(2026, 10, 22, 12);
export const minute = 60_000;
const origin: Position = { lat: 28.9, lon: 120.05 };

/** So many metres to the north of where the walk begins. */
export const northOf = (metres: number): Position => ({ lat: origin.lat + metres / 111_195, lon: origin.lon });

/** A place on the walk; without `metres` nobody knows where it is. */
export function pointPlace(
  code: string,
  name: string,
  metres: number | null = null,
  aliases: readonly string[] = [],
): Place {
  const position = metres === null ? null : northOf(metres);
  return {
    id: `place-${code}` as PlaceId,
    code,
    kind: 'junction',
    name,
    aliases,
    position,
    area: '',
    active: true,
  };
}

/** The points of a walk past these places, in their order, all open until 23:00; whatever is given differs. */
export function walkPast(
  places: readonly Place[],
  given: Readonly<Record<number, Partial<ShiftPoint>>> = {},
): ShiftPoint[] {
  return places.map((place, index) => ({
    shiftId: 'shift-1' as ShiftId,
    n: index + 1,
    placeId: place.id,
    name: place.name,
    state: 'open',
    notBeforeAt: null,
    dueAt: nightAt + 180 * minute,
    proof: false,
    task: '',
    askedAt: null,
    toldAt: null,
    why: '',
    ...given[index + 1],
  }));
}

let count = 0;

/** A check-in with one photo by 西01, counted; whatever is given differs. */
export function checkInOf(given: Partial<CheckIn> = {}): CheckIn {
  count += 1;
  const at = given.at ?? nightAt;
  return {
    id: `check-in-${count}` as CheckInId,
    token: `checkintoken${String(count).padStart(4, '0')}` as Token,
    shiftId: 'shift-1' as ShiftId,
    n: null,
    placeId: null,
    state: 'counted',
    source: 'caption',
    personId: '西01' as PersonId,
    byId: given.personId ?? ('西01' as PersonId),
    roomId: 'room-1' as RoomId,
    messageId: `m${count}`,
    albumId: null,
    at,
    receivedAt: at,
    afterwards: false,
    words: '',
    ok: null,
    photos: 1,
    position: null,
    distanceMetres: null,
    doubts: [],
    replacesId: null,
    ...given,
  };
}

import type { CheckIn } from '../../core/check-in.ts';
import type { PersonId, PlaceId, RoomId, ShiftId } from '../../core/ids.ts';
import type { Position } from '../../core/message.ts';
import type { Place } from '../../core/people.ts';
import type { ShiftPoint } from '../../core/shift.ts';
import { checkInOf as anyCheckIn, shiftPointOf } from './shift-factory.ts';

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
  const shiftId = 'shift-1' as ShiftId;
  return places.map(({ id, name }, index) =>
    shiftPointOf({
      shiftId,
      n: index + 1,
      placeId: id,
      name,
      dueAt: nightAt + 180 * minute,
      ...given[index + 1],
    }),
  );
}

/** A check-in with one photo by 西01, counted; whatever is given differs. */
export function checkInOf(given: Partial<CheckIn> = {}): CheckIn {
  const at = given.at ?? nightAt;
  return anyCheckIn({
    shiftId: 'shift-1' as ShiftId,
    personId: '西01' as PersonId,
    roomId: 'room-1' as RoomId,
    n: null,
    source: 'caption',
    at,
    receivedAt: at,
    ...given,
  });
}

import type { CheckIn, Find } from '../../core/check-in.ts';
import type { Instant } from '../../core/clock.ts';
import type { PersonId, TeamId } from '../../core/ids.ts';
import type { Shift, ShiftPerson } from '../../core/shift.ts';
import { takesMessages } from '../../core/shift.ts';
import type { Tables } from '../schema.ts';
import { positionOf } from './rows.ts';

/** Somebody's, or a team's. */
export type Whose = { teamId: TeamId } | { personId: PersonId };

/** From an instant to before another. */
export interface Span {
  from: Instant;
  to: Instant;
}

/** A check-in and a find as stored: the position in two columns. */
export type CheckInRow = Tables['checkIns']['$inferSelect'];
export type FindRow = Tables['finds']['$inferSelect'];
export type ShiftPersonRow = Tables['shiftPeople']['$inferSelect'];
export type ShiftTeamRow = Tables['shiftTeams']['$inferSelect'];

/** What people and teams find a shift by. */
export type Lookup = Pick<ShiftTeamRow, 'startsAt' | 'takesFromAt'>;

/** From when on messages belong to the shift as it stands (`takesMessages`): 0 at once, null no longer. */
export function lookupOf({ state, startsAt }: Pick<Shift, 'state' | 'startsAt'>): Lookup {
  if (takesMessages({ state, startsAt }, Number.NEGATIVE_INFINITY)) return { startsAt, takesFromAt: 0 };
  return { startsAt, takesFromAt: takesMessages({ state, startsAt }, startsAt) ? startsAt - 3_600_000 : null };
}

/** The person of a row; what the row is looked up by stays behind. */
export function shiftPersonRow(person: ShiftPerson, rank: number, lookup: Lookup): ShiftPersonRow {
  return { ...person, rank, startsAt: lookup.startsAt, takesFromAt: lookup.takesFromAt };
}

/** The teams of a shift, each once. */
export function shiftTeamRows(shift: Shift): ShiftTeamRow[] {
  return [...new Set(shift.teamIds)].map((teamId) => ({ shiftId: shift.id, teamId, ...lookupOf(shift) }));
}

/** The check-in of a row. */
export function checkInOf({ lat, lon, ...row }: CheckInRow): CheckIn {
  return { ...row, position: positionOf(lat, lon) };
}

/** The row of a check-in. */
export function checkInRow({ position, ...rest }: CheckIn): CheckInRow {
  return { ...rest, lat: position?.lat ?? null, lon: position?.lon ?? null };
}

/** The find of a row. */
export function findOf({ lat, lon, ...row }: FindRow): Find {
  return { ...row, position: positionOf(lat, lon) };
}

/** The row of a find. */
export function findRow({ position, ...rest }: Find): FindRow {
  return { ...rest, lat: position?.lat ?? null, lon: position?.lon ?? null };
}

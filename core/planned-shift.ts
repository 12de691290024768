import type { Shift } from './shift.ts';

/** What a shift is made from; everything else of it happens later. */
type PlannedFrom = Pick<
  Shift,
  | 'id'
  | 'token'
  | 'rosterCode'
  | 'date'
  | 'kind'
  | 'name'
  | 'teamIds'
  | 'startsAt'
  | 'endsAt'
  | 'minimum'
  | 'gear'
  | 'changedAt'
>;

/** A shift as it stands before it begins: nobody was heard of, nothing handed over, nothing said. */
export function plannedShift(from: PlannedFrom): Shift {
  return {
    ...from,
    state: 'planned',
    handover: null,
    heardAt: null,
    distanceKm: null,
    remarks: '',
    endedAt: null,
    welfare: null,
  };
}

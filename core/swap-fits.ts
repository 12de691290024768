import type { PersonId } from './ids.ts';
import type { ShiftView } from './ports/shifts.ts';
import { isCrew } from './shift-choice.ts';
import type { ShiftRequest } from './shift.ts';

/** The two shifts of a swap: the one that is given away, and the one that is taken for it. */
export interface SwapShifts {
  given: Pick<ShiftView, 'shift' | 'people'>;
  taken: Pick<ShiftView, 'shift' | 'people'> | null;
}

/** Whether each of the two goes in the other one's place already, so that to swap is to swap back. */
export function isSwapped({ given, taken }: SwapShifts, goesId: PersonId, otherId: PersonId): boolean {
  return standsFor(given, goesId, otherId) && taken !== null && standsFor(taken, otherId, goesId);
}

function standsFor({ people }: Pick<ShiftView, 'people'>, personId: PersonId, forId: PersonId): boolean {
  return people.some((one) => one.personId === personId && one.standsInForId === forId);
}

/**
 * Whether what was to be swapped is still theirs to give, each their own; what was swapped can be swapped back although one of them
 * is on leave by now. Other wishes always fit.
 */
export function swapFits(
  shifts: SwapShifts,
  { personId, withPersonId, withShiftId }: Pick<ShiftRequest, 'personId' | 'withPersonId' | 'withShiftId'>,
): boolean {
  if (withShiftId === null || withPersonId === null) return true;
  const { given, taken } = shifts;
  if (taken?.shift.state !== 'planned') return false;
  if (isSwapped(shifts, personId, withPersonId)) return true;
  return isCrew(given, personId) && isCrew(taken, withPersonId);
}

/** Whether it is so already, as when the other one asked for the same: whoever asked need not come, and who was named does. */
export function isAsWished(
  { given, taken }: SwapShifts,
  { personId, withPersonId, withShiftId }: Pick<ShiftRequest, 'personId' | 'withPersonId' | 'withShiftId'>,
): boolean {
  if (isCrew(given, personId)) return false;
  if (withPersonId === null) return true;
  if (!isCrew(given, withPersonId)) return false;
  if (withShiftId === null) return true;
  return taken !== null && isCrew(taken, personId) && !isCrew(taken, withPersonId);
}

import type { PersonId, ShiftId } from './ids.ts';
import type { ShiftView } from './ports/shifts.ts';
import { isCrew } from './shift-choice.ts';
import type { Shift } from './shift.ts';

/** No duty but a round over days is longer: whoever looks for clashes looks back so far. */
export const longestDutyMs = 24 * 3_600_000;

/**
 * The duty that keeps somebody from this shift: the very one when they are in it anyway, else one at the same time. A round that
 * takes days keeps nobody. Null: they are free.
 * @param views the person's shifts around that time
 * @param instead the one that they would give away for it
 */
export function shiftClash(
  views: readonly ShiftView[],
  shift: Pick<Shift, 'id' | 'startsAt' | 'endsAt'>,
  personId: PersonId,
  instead: ShiftId | null,
): Shift | null {
  const theirs = views.filter(
    (view) => isCrew(view, personId) && view.shift.id !== instead && (isLive(view.shift) || view.shift.id === shift.id),
  );
  const same = theirs.find((view) => view.shift.id === shift.id);
  const other = theirs.find(({ shift: { kind, startsAt, endsAt } }) => {
    return kind !== 'round' && startsAt < shift.endsAt && endsAt > shift.startsAt;
  });
  return (same ?? other)?.shift ?? null;
}

function isLive({ state }: Pick<Shift, 'state'>): boolean {
  return state === 'planned' || state === 'running' || state === 'closing';
}

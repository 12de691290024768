import type { ShiftId } from '../../core/ids.ts';
import { setTimer } from '../set-timer.ts';
import { traceShift, type Work } from '../work.ts';
import { remindUndecided } from './remind-undecided.ts';
import { patrolRules } from './rules.ts';
import { setShiftTimers } from './set-shift-timers.ts';
import { saveShift, showShift } from './show-shift.ts';

/** How long after its start the shift that takes over has to say so. */
const handoverMs = 15 * 60_000;

/**
 * Begins a shift at its time, whether or not anybody is there yet, and shows its card. After the program stood still all night
 * it begins without a word: what was sent meanwhile still comes in, and belongs to it until it is summed up.
 */
export async function startShift(work: Work, id: ShiftId): Promise<void> {
  const view = await work.tx.shifts.lock(id);
  if (view?.shift.state !== 'planned') return;
  const { endsAt } = view.shift;
  const isOver = work.now >= endsAt + patrolRules(work).closeMinutes * 60_000;
  const shift = await saveShift(work, { ...view.shift, state: 'running', endedAt: isOver ? endsAt : null });
  await traceShift(work, shift, 'shift_started', null);
  await setShiftTimers(work, { ...view, shift });
  if (shift.handover !== null) {
    const next = await work.tx.shifts.byId(shift.handover.toShiftId);
    if (next !== null) await setTimer(work, 'shift_handover', id, next.startsAt + handoverMs);
  }
  if (isOver) return;
  await showShift(work, shift, { isNew: true });
  await remindUndecided(work, { shift });
}

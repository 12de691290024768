import type { PatrolResult } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { isCrew, isPresent } from '../../core/shift-choice.ts';
import { setTimer } from '../set-timer.ts';
import { traceShift, whenSaid, type Work } from '../work.ts';
import { leadersOf } from './leaders-of.ts';
import { askMissing } from './ask-missing.ts';
import { closeShift } from './close-shift.ts';
import { heardOf } from './heard-of.ts';
import { patrolRules } from './rules.ts';
import { setShiftTimers } from './set-shift-timers.ts';
import { saveShift, showShift } from './show-shift.ts';

/** What the team says when it is done; what it does not say stays as it was. */
export interface EndSaid {
  distanceKm: number | null;
  remarks: string;
}

/**
 * The team says that it is done 收队. With every point seen or excused the shift is summed up at once; else it is asked once for
 * what is missing, and late photos count until the grace is over. The shift must be locked before.
 */
export async function endShift(work: Work, view: ShiftView, person: Person, said: EndSaid): Promise<PatrolResult> {
  const { state } = view.shift;
  if (state === 'ended' || state === 'unstaffed') return { kind: 'shift_already', by: '' };
  if (state !== 'running' && state !== 'closing') return { kind: 'shift_none' };
  const heard = await heardOf(work, view, person.id, (await cameAlong(work, view, person)) ? 'words' : null);
  const shift = await saveShift(work, {
    ...heard.shift,
    state: 'closing',
    distanceKm: said.distanceKm ?? heard.shift.distanceKm,
    remarks: remarksOf(heard.shift.remarks, said.remarks),
    endedAt: heard.shift.endedAt ?? whenSaid(work),
  });
  if (state === 'running') await traceShift(work, shift, 'shift_ended', person.id, { distanceKm: shift.distanceKm });
  if (!heard.people.some(({ state: is }) => is === 'present')) {
    await closeShift(work, shift.id);
    return { kind: 'shift_unstaffed' };
  }
  const open = heard.points.filter((point) => point.state === 'open');
  if (open.length === 0) {
    await closeShift(work, shift.id);
    return ended(heard);
  }
  if (state === 'running') {
    await setShiftTimers(work, { ...heard, shift });
    await setTimer(work, 'shift_close', shift.id, work.now + patrolRules(work).graceMinutes * 60_000);
    await showShift(work, shift);
    await askMissing(work, shift.id);
  }
  return { kind: 'shift_points_open', open: open.length };
}

/** Whoever of the crew says so has been there; a leader who was not heard of until then may say it from home. */
async function cameAlong(work: Work, view: ShiftView, { id }: Person): Promise<boolean> {
  if (!isCrew(view, id)) return false;
  return isPresent(view, id) || !(await leadersOf(work, view)).includes(id);
}

function ended({ points }: ShiftView): PatrolResult {
  const seen = points.filter(({ state }) => state === 'seen' || state === 'late').length;
  return { kind: 'shift_ended', seen, points: points.length };
}

/** Remarks follow one another; the same words twice are said once. */
function remarksOf(before: string, more: string): string {
  const words = more.trim();
  return [before, before.includes(words) ? '' : words]
    .filter((part) => part !== '')
    .join('\n')
    .slice(0, 500);
}

/** Sums up a shift whose team is done, once nothing is open any more. To be called after each point that is seen or excused. */
export async function closeWhenDone(work: Work, { shift, points }: ShiftView): Promise<void> {
  if (shift.state === 'closing' && points.every(({ state }) => state !== 'open')) await closeShift(work, shift.id);
}

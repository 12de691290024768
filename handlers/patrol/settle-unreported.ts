import type { PatrolResult, Refusal } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { traceShift, type Work } from '../work.ts';
import { heardOf } from './heard-of.ts';
import { cancelShift } from './make-shift.ts';
import { patrolRules } from './rules.ts';
import { saveShift } from './show-shift.ts';
import { redrawUnreported } from './tell-unreported.ts';

/** Whether it is still asked what became of it. */
function isOpen({ shift }: ShiftView): boolean {
  return shift.state === 'running' && shift.welfare?.step === 'unreported';
}

/** They are out, says who leads them: from now on their silence means something. The shift must be locked before. */
export async function sayTheyAreOut(work: Work, view: ShiftView, by: Person): Promise<PatrolResult> {
  if (!isOpen(view)) return { kind: 'shift_already', by: '' };
  await heardOf(work, view, by.id, null);
  return { kind: 'shift_out', minutes: patrolRules(work).silenceMinutes };
}

/** It does not take place: the team hears it, and nothing is asked any more. The shift must be locked before. */
export async function callOffUnreported(work: Work, view: ShiftView, by: Person): Promise<PatrolResult | Refusal> {
  if (!isOpen(view)) return { kind: 'shift_already', by: '' };
  const result = await cancelShift(work, view, by);
  await redrawUnreported(work, { ...view.shift, state: 'cancelled' });
  return result;
}

/** Somebody rings them, and the others see who. The shift must be locked before. */
export async function ringUnreported(work: Work, view: ShiftView, by: Person): Promise<PatrolResult> {
  if (!isOpen(view)) return { kind: 'shift_already', by: '' };
  const { welfare } = view.shift;
  const shift = await saveShift(work, { ...view.shift, welfare: welfare && { ...welfare, askedId: by.id } });
  await traceShift(work, shift, 'shift_unreported', by.id, { step: 'ringing' });
  await redrawUnreported(work, shift);
  return { kind: 'shift_ringing' };
}

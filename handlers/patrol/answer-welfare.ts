import type { PatrolResult } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { isCrew } from '../../core/shift-choice.ts';
import type { Work } from '../work.ts';
import { heardOf } from './heard-of.ts';

/**
 * All is well 平安, says one of the crew, or the leader or officer who rang them. It says nothing of who is there. The shift must
 * be locked before.
 */
export async function answerWelfare(work: Work, view: ShiftView, person: Person): Promise<PatrolResult> {
  const { state, welfare } = view.shift;
  if (state !== 'running' && state !== 'closing' && welfare === null) return { kind: 'shift_none' };
  await heardOf(work, view, person.id, null);
  return isCrew(view, person.id) ? { kind: 'shift_safe' } : { kind: 'shift_safe', rang: true };
}

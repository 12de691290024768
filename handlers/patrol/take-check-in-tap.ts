import type { CheckIn } from '../../core/check-in.ts';
import type { PatrolResult, Refusal } from '../../core/tap-result.ts';
import type { PatrolVerb } from '../../core/patrol-verb.ts';
import type { Person } from '../../core/people.ts';
import type { Work } from '../work.ts';
import { moveCheckIn, voidCheckIn } from './move-check-in.ts';
import { mayInShift } from './may-in-shift.ts';

/** Does what a button of a check-in asks for, whoever sent it: right and state are looked up anew. */
export async function takeCheckInTap(
  work: Work,
  checkIn: CheckIn,
  person: Person,
  verb: PatrolVerb,
  value: string,
): Promise<PatrolResult | Refusal> {
  const view = await work.tx.shifts.view(checkIn.shiftId);
  if (view === null) return { kind: 'stale' };
  // Whoever sent one takes it back, whatever else they may do.
  const isOwn = verb === 'check_in_void' && checkIn.byId === person.id;
  if (!isOwn && !(await mayInShift(work, view, person, verb))) return { kind: 'shift_not_yours' };
  if (verb === 'check_in_void') return voidCheckIn(work, checkIn.id, person);
  if (verb !== 'check_in_point') return { kind: 'not_allowed' };
  const n = value === 'none' ? value : /^\d{1,4}$/.test(value) ? Number(value) : null;
  const known = n === 'none' || view.points.some((point) => point.n === n);
  return n === null || !known ? { kind: 'stale' } : moveCheckIn(work, checkIn.id, person, n);
}

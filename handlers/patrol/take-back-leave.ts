import type { PatrolResult, Refusal } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { traceShift, type Work } from '../work.ts';
import { toPerson } from '../hazard/show-hazard.ts';
import { leadersOf } from './leaders-of.ts';
import { decideRequest } from './decide-request.ts';
import { mayInShift } from './may-in-shift.ts';
import { saveShift, showShift } from './show-shift.ts';
import { askSwapBack, swapsOf } from './swap-back.ts';

/**
 * Somebody can come after all: what they asked for is withdrawn; what was granted is undone for them, and whoever stands in comes
 * all the same. The shift must be locked before.
 * @param by who says so: they themselves, or who decides on their leave
 */
export async function takeBackLeave(
  work: Work,
  view: ShiftView,
  person: Person,
  by: Person = person,
): Promise<PatrolResult | Refusal> {
  const { shift, people } = view;
  const request = (await work.tx.shifts.openRequests(shift.id)).find(({ personId }) => personId === person.id);
  const isOwn = by.id === person.id;
  if (request !== undefined)
    return decideRequest(work, request.token, by, isOwn ? 'request_withdraw' : 'request_refuse');
  const own = people.find(({ personId }) => personId === person.id);
  if (own?.state !== 'leave' || (shift.state !== 'planned' && shift.state !== 'running')) return { kind: 'shift_none' };
  if (!isOwn && !(await mayInShift(work, view, by, 'request_refuse'))) return { kind: 'shift_not_your_say' };
  // Of a night that was swapped no half is undone.
  const swapped = isOwn ? (await swapsOf(work, person)).find(({ there }) => there.shift.id === shift.id) : undefined;
  if (swapped !== undefined) return askSwapBack(work, swapped, person, '');
  await work.tx.shifts.putPerson({ ...own, state: 'expected' });
  await traceShift(work, shift, 'shift_changed', by.id, { back: person.id });
  await showShift(work, await saveShift(work, shift));
  const result = { kind: 'leave_undone', who: person.name, own: false } as const;
  const notice = { kind: 'shift_answer', shiftId: shift.id, result } as const;
  for (const leader of await leadersOf(work, view)) {
    if (leader !== by.id && leader !== person.id) await toPerson(work, leader, notice, { priority: 'reminder' });
  }
  if (isOwn) return { ...result, own: true };
  await toPerson(work, person.id, { ...notice, result: { ...result, own: true } }, { priority: 'answer' });
  return result;
}

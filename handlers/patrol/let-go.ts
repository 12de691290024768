import type { PatrolResult, Refusal } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import type { Work } from '../work.ts';
import { askLeave, passOn, type Wish } from './ask-leave.ts';
import { decideRequest } from './decide-request.ts';

/**
 * 东02明天请假 by whoever decides on it: that is leave, and they hear so. Of a shift that is not the writer's to decide on it is asked as
 * anybody's word. The shift must be locked before.
 */
export async function letGo(
  work: Work,
  view: ShiftView,
  goes: Person,
  by: Person,
  wish: Wish,
): Promise<PatrolResult | Refusal> {
  const asked = await askLeave(work, view, goes, { ...wish, decides: true });
  const open = await work.tx.shifts.openRequests(view.shift.id);
  const request = open.find(({ personId }) => personId === goes.id);
  if (asked.kind !== 'leave_asked' || request === undefined) return asked;
  const result = await decideRequest(work, request.token, by, 'request_grant');
  if (result.kind === 'request_granted')
    return { ...result, kind: 'leave_granted', who: goes.name, days: [view.shift.date] };
  await passOn(work, view, request);
  return asked;
}

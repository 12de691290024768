import type { PatrolResult, Refusal } from '../../core/notice.ts';
import type { Person } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { traceShift, type Work } from '../work.ts';
import { decideRequest } from './decide-request.ts';
import { saveShift, showShift } from './show-shift.ts';

/**
 * Somebody can come after all: what they asked for is withdrawn; what was granted is undone for them, and whoever stands in comes
 * all the same. The shift must be locked before.
 */
export async function takeBackLeave(work: Work, view: ShiftView, person: Person): Promise<PatrolResult | Refusal> {
  const { shift, people } = view;
  const request = (await work.tx.shifts.openRequests(shift.id)).find(({ personId }) => personId === person.id);
  if (request !== undefined) return decideRequest(work, request.token, person, 'request_withdraw');
  const own = people.find(({ personId }) => personId === person.id);
  if (own?.state !== 'leave' || (shift.state !== 'planned' && shift.state !== 'running')) return { kind: 'shift_none' };
  await work.tx.shifts.putPerson({ ...own, state: 'expected' });
  await traceShift(work, shift, 'shift_changed', person.id, { back: person.id });
  await showShift(work, await saveShift(work, shift));
  const others = people.filter(({ state }) => state === 'expected' || state === 'present');
  return { kind: 'shift_joined', here: others.length + 1 };
}

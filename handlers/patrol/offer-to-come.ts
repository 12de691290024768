import type { PersonId } from '../../core/ids.ts';
import type { PatrolResult } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { traceShift, type Work } from '../work.ts';
import { passOn } from './ask-leave.ts';
import { comeInto } from './replace-in-shift.ts';
import { saveShift, showShift } from './show-shift.ts';

/**
 * Somebody offers to come to a shift. Where somebody waits to be let go it becomes a part of that wish, for the leader to decide
 * on; else they come in addition, in place of whoever is excused. The shift must be locked before.
 * @param whomId whom they would stand in for; null: nobody was named
 */
export async function offerToCome(
  work: Work,
  view: ShiftView,
  person: Person,
  whomId: PersonId | null,
): Promise<PatrolResult> {
  const { shift, people } = view;
  const waiting = (await work.tx.shifts.openRequests(shift.id)).filter(
    ({ personId, withPersonId }) =>
      (whomId === null || personId === whomId) && (withPersonId === null || withPersonId === person.id),
  );
  const [request] = waiting;
  if (request !== undefined && waiting.length === 1) {
    const agreed = { ...request, kind: 'stand_in', withPersonId: person.id, state: 'agreed' } as const;
    await work.tx.shifts.putRequest(agreed);
    await traceShift(work, shift, 'request_made', person.id, {
      request: request.id,
      kind: agreed.kind,
      with: person.id,
    });
    await passOn(work, view, agreed);
    return { kind: 'request_agreed' };
  }
  const away = people.filter(({ personId, state }) => state === 'leave' && (whomId === null || personId === whomId));
  const filled = new Set(people.map(({ standsInForId }) => standsInForId));
  const forId = away.find(({ personId }) => !filled.has(personId))?.personId ?? null;
  await comeInto(work, view, person.id, forId);
  await showShift(work, await saveShift(work, shift));
  const others = people.filter(({ state }) => state === 'expected' || state === 'present');
  return { kind: 'shift_joined', here: others.length + 1 };
}

import { expectedPerson } from '../../core/expected-person.ts';
import type { PersonId } from '../../core/ids.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { isCrew } from '../../core/shift-choice.ts';
import type { ShiftPerson } from '../../core/shift.ts';
import { traceShift, type Work } from '../work.ts';
import { saveShift, showShift } from './show-shift.ts';

/**
 * One goes, the other one comes in their place; nobody else is touched. Who goes in the middle of it was there until now, and who
 * was to come anyway comes as before. The shift must be locked before.
 */
export async function replaceInShift(
  work: Work,
  view: ShiftView,
  goesId: PersonId,
  comesId: PersonId | null,
): Promise<void> {
  const { shift, people } = view;
  const goes = people.find(({ personId }) => personId === goesId);
  if (goes !== undefined) {
    const gone = goes.state === 'present' ? { leftAt: work.now } : { state: 'leave' as const };
    await work.tx.shifts.putPerson({ ...goes, ...gone });
    await traceShift(work, shift, 'excused', goesId);
  }
  if (comesId !== null && !isCrew(view, comesId)) await comeInto(work, view, comesId, goesId);
  await showShift(work, await saveShift(work, shift));
}

/** Somebody is expected from now on; in place of another where `goesId` is given. The shift must be locked before. */
export async function comeInto(
  work: Work,
  { shift, people }: ShiftView,
  comesId: PersonId,
  goesId: PersonId | null,
): Promise<void> {
  const known = people.find(({ personId }) => personId === comesId);
  const own = (await work.tx.people.teamsOf(comesId)).find(({ id }) => shift.teamIds.includes(id));
  const teamId = own?.id ?? people.find(({ personId }) => personId === goesId)?.teamId ?? shift.teamIds[0];
  if (teamId === undefined) return;
  const comes: ShiftPerson = {
    ...(known ?? expectedPerson({ shiftId: shift.id, personId: comesId, teamId, guest: own === undefined })),
    state: 'expected',
    standsInForId: goesId,
    lateMinutes: null,
  };
  await work.tx.shifts.putPerson(comes);
  await traceShift(work, shift, 'stood_in', comesId, { for: goesId });
}

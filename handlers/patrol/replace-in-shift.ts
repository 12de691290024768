import { expectedPerson } from '../../core/expected-person.ts';
import type { PersonId } from '../../core/ids.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { isCrew } from '../../core/shift-choice.ts';
import type { ShiftPerson } from '../../core/shift.ts';
import { traceShift, type Work } from '../work.ts';
import { saveShift, showShift } from './show-shift.ts';

/**
 * One goes, the other one comes in their place; nobody else is touched. Who goes in the middle of it was there until now, and who
 * was to come anyway comes as before. Whose place it was before comes back to it, and whoever stood in for them leaves no mark of it.
 * The shift must be locked before.
 */
export async function replaceInShift(
  work: Work,
  view: ShiftView,
  goesId: PersonId,
  comesId: PersonId | null,
): Promise<void> {
  const { shift, people } = view;
  const goes = people.find(({ personId }) => personId === goesId);
  const own = people.find(({ personId }) => personId === comesId);
  if (goes !== undefined && goes.standsInForId === own?.personId) await comeBack(work, view, goes, own);
  else await replace(work, view, goes, goesId, comesId);
  await showShift(work, await saveShift(work, shift));
}

async function replace(
  work: Work,
  view: ShiftView,
  goes: ShiftPerson | undefined,
  goesId: PersonId,
  comesId: PersonId | null,
): Promise<void> {
  if (goes !== undefined) await work.tx.shifts.putPerson({ ...goes, ...gone(work, goes) });
  if (goes !== undefined) await traceShift(work, view.shift, 'excused', goesId);
  if (comesId !== null && !isCrew(view, comesId)) await comeInto(work, view, comesId, goesId);
}

const gone = ({ now }: Work, { state }: ShiftPerson): Partial<ShiftPerson> =>
  state === 'present' ? { leftAt: now } : { state: 'leave' };

/** Nobody stands in any more for whoever comes back. */
async function comeBack(work: Work, { shift }: ShiftView, goes: ShiftPerson, own: ShiftPerson): Promise<void> {
  if (goes.state === 'present') await work.tx.shifts.putPerson({ ...goes, ...gone(work, goes) });
  else await work.tx.shifts.removePerson(shift.id, goes.personId);
  if (own.state === 'leave') await work.tx.shifts.putPerson({ ...own, state: 'expected', lateMinutes: null });
  await traceShift(work, shift, 'shift_changed', own.personId, { back: own.personId });
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

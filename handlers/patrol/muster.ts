import type { PersonId } from '../../core/ids.ts';
import type { PatrolResult } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { isPresent, isThere } from '../../core/shift-choice.ts';
import type { MusterDoor } from '../../core/shift.ts';
import { traceShift, whenSaid, type Work } from '../work.ts';
import { toPerson } from '../hazard/show-hazard.ts';
import { heardOf } from './heard-of.ts';
import { leadersOf } from './leaders-of.ts';
import { saveShift, showShift } from './show-shift.ts';

/** Whether somebody can still come to this shift. */
function takesPeople({ shift }: ShiftView): boolean {
  return shift.state === 'planned' || shift.state === 'running' || shift.state === 'closing';
}

/**
 * People are there 到岗, by whatever door: those who were expected, somebody of the team who was not, and a guest for this one
 * night. The shift must be locked before. The answer is about the first of them.
 */
export async function muster(
  work: Work,
  view: ShiftView,
  people: readonly Pick<Person, 'id'>[],
  door: MusterDoor,
): Promise<{ view: ShiftView; result: PatrolResult }> {
  const [first] = people;
  if (first === undefined || !takesPeople(view)) return { view, result: { kind: 'shift_none' } };
  const already = isPresent(view, first.id);
  let now = view;
  for (const { id } of people) now = await heardOf(work, now, id, door);
  const here = now.people.filter(({ state }) => state === 'present').length;
  const guest = now.people.some(({ personId, guest: isGuest }) => personId === first.id && isGuest);
  if (guest && !already) return { view: now, result: { kind: 'shift_joined', here } };
  return { view: now, result: { kind: 'shift_mustered', here, expected: expectedIn(now), already } };
}

/** How many are there, or should be. */
function expectedIn({ people }: ShiftView): number {
  return people.filter(({ state }) => state === 'present' || state === 'expected').length;
}

/** Somebody comes later and says so. Who is there already, or not expected, is not late. */
export async function comeLater(
  work: Work,
  view: ShiftView,
  person: Pick<Person, 'id'>,
  minutes: number,
): Promise<PatrolResult> {
  const known = view.people.find(({ personId }) => personId === person.id);
  if (known === undefined || !takesPeople(view)) return { kind: 'shift_none' };
  if (known.state === 'present') return { kind: 'shift_already', by: '' };
  const later = { ...known, state: 'expected', lateMinutes: Math.min(Math.max(1, Math.round(minutes)), 600) } as const;
  await work.tx.shifts.putPerson(later);
  await showShift(work, await saveShift(work, view.shift));
  return { kind: 'shift_late', minutes: later.lateMinutes };
}

/**
 * Somebody goes home before the others: their hours end now, and nobody asks them any more how they are. Who leads them hears when
 * nobody is left, for others are still expected.
 */
export async function goHome(work: Work, view: ShiftView, person: Pick<Person, 'id'>): Promise<PatrolResult> {
  const known = view.people.find(({ personId }) => personId === person.id);
  if (known?.state !== 'present' || known.leftAt !== null) return { kind: 'shift_already', by: '' };
  await work.tx.shifts.putPerson({ ...known, leftAt: whenSaid(work) });
  await traceShift(work, view.shift, 'left_early', person.id);
  await showShift(work, await saveShift(work, view.shift));
  const here = view.people.filter(isThere).length - 1;
  if (here === 0) await tellNobodyLeft(work, view, person.id);
  return { kind: 'shift_left', here };
}

async function tellNobodyLeft(work: Work, view: ShiftView, personId: PersonId): Promise<void> {
  const [gone] = await work.tx.people.byIds([personId]);
  const result = { kind: 'shift_left', here: 0, who: gone?.callSign ?? gone?.name ?? '' } as const;
  const notice = { kind: 'shift_answer', shiftId: view.shift.id, result, named: true } as const;
  const leaders = (await leadersOf(work, view)).filter((id) => id !== personId);
  for (const leader of leaders) await toPerson(work, leader, notice, { priority: 'answer' });
}

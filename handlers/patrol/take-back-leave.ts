import type { PatrolResult, Refusal } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import type { ShiftPerson } from '../../core/shift.ts';
import { traceShift, type Work } from '../work.ts';
import { toPerson } from '../hazard/show-hazard.ts';
import { leadersOf } from './leaders-of.ts';
import { decideRequest } from './decide-request.ts';
import { mayInShift } from './may-in-shift.ts';
import { saveShift, showShift } from './show-shift.ts';
import { askSwapBack, swapsOf } from './swap-back.ts';

/**
 * Somebody can come after all: what they asked for is withdrawn; what was granted is undone, and whoever was to come in their
 * place need not and hears so, but for one who is there already. The shift must be locked before.
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
  const swapped = (await swapsOf(work, person)).find(({ there }) => there.shift.id === shift.id);
  if (swapped !== undefined && isOwn) return askSwapBack(work, swapped, person, '');
  await work.tx.shifts.putPerson({ ...own, state: 'expected' });
  await traceShift(work, shift, 'shift_changed', by.id, { back: person.id });
  const off = swapped === undefined ? await releaseStandIns(work, view, person) : [];
  await showShift(work, await saveShift(work, shift));
  const result = { kind: 'leave_undone', who: person.name, own: false, off } as const;
  const notice = { kind: 'shift_answer', shiftId: shift.id, result } as const;
  for (const leader of await leadersOf(work, view)) {
    if (leader !== by.id && leader !== person.id) await toPerson(work, leader, notice, { priority: 'reminder' });
  }
  if (isOwn) return { ...result, own: true };
  await toPerson(work, person.id, { ...notice, result: { ...result, own: true } }, { priority: 'answer' });
  return result;
}

/** Whoever was to come in this one's place, or in the place of that one, has no part in the shift any more. Their names. */
async function releaseStandIns(work: Work, { shift, people }: ShiftView, person: Person): Promise<string[]> {
  const off = inPlaceOf(people, person.id).filter(({ state }) => state === 'expected' || state === 'leave');
  for (const { personId } of off) await work.tx.shifts.removePerson(shift.id, personId);
  const coming = off.filter(({ state }) => state === 'expected').map(({ personId }) => personId);
  const result = { kind: 'stand_in_off', who: person.name } as const;
  const notice = { kind: 'shift_answer', shiftId: shift.id, result } as const;
  for (const id of coming) await toPerson(work, id, notice, { priority: 'answer' });
  return (await work.tx.people.byIds(coming)).map(({ name }) => name);
}

/** Who stands in for somebody, and who for these. */
function inPlaceOf(people: readonly ShiftPerson[], id: Person['id']): ShiftPerson[] {
  const found = new Set<ShiftPerson>();
  const ids = [id];
  for (const forId of ids) {
    for (const one of people) {
      if (one.standsInForId !== forId || one.personId === id || found.has(one)) continue;
      found.add(one);
      ids.push(one.personId);
    }
  }
  return [...found];
}

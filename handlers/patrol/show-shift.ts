import type { Shift } from '../../core/shift.ts';
import { toPerson } from '../hazard/show-hazard.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';
import { groupsOfTeams, heardAlone } from './shift-rooms.ts';

/** The slot of a shift's card: later states edit the same message. */
export function shiftSlot(shift: Pick<Shift, 'id'>): string {
  return `shift:${shift.id}`;
}

/** Writes the shift with all its fields, as one whose card shows something else now. */
export async function saveShift(work: Work, shift: Shift): Promise<Shift> {
  const saved: Shift = { ...shift, changedAt: Math.max(work.now, shift.changedAt + 1) };
  await work.tx.shifts.put(saved);
  return saved;
}

/**
 * Shows a shift's present state on its card, in its teams' groups and to those whose team has none. Where nothing can be edited
 * it is shown at the start and not again: the summary says the rest.
 */
export async function showShift(work: Work, shift: Shift, how: { isNew?: boolean } = {}): Promise<void> {
  work.notify({ about: 'shift', id: shift.id });
  if (shift.state === 'planned' || shift.state === 'cancelled') return;
  const { rooms, without } = await groupsOfTeams(work, shift.teamIds);
  const showing = rooms.filter(({ platform }) => how.isNew === true || work.can(platform).edit);
  const notice = { kind: 'shift_card', shiftId: shift.id } as const;
  const manner = { priority: 'card', slot: shiftSlot(shift) } as const;
  await toRooms(
    work,
    showing.map(({ id }) => id),
    notice,
    manner,
  );
  if (without.length === 0) return;
  const people = (await work.tx.shifts.view(shift.id))?.people ?? [];
  for (const { personId } of heardAlone(people, without)) {
    const [channel] = await work.tx.people.channelsOf(personId);
    if (channel === undefined || (how.isNew !== true && !work.can(channel.platform).edit)) continue;
    await toPerson(work, personId, notice, manner);
  }
}

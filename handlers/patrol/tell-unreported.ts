import type { RoomId } from '../../core/ids.ts';
import type { PublicNotice } from '../../core/notice.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import type { Shift } from '../../core/shift.ts';
import { toPerson } from '../hazard/show-hazard.ts';
import { commandRooms, toCommand } from '../incident/command-rooms.ts';
import { toRooms } from '../say.ts';
import { traceShift, type Work } from '../work.ts';
import { leadersOf } from './leaders-of.ts';
import { saveShift } from './show-shift.ts';

/** Under which it stands with each leader, to be drawn anew as it goes on. */
function slotOf({ id }: Pick<Shift, 'id'>): string {
  return `shift-unreported:${id}`;
}

/** One message for the command, whatever the number of teams. */
function commandSlot({ date }: Pick<Shift, 'date'>): string {
  return `shift-unreported:${date}`;
}

/** Every shift of this day that nobody has reported for, and of which only the command can hear. */
async function forCommand(work: Work, shift: Shift): Promise<Extract<PublicNotice, { kind: 'shift_unreported' }>> {
  const ids = new Set([shift.id]);
  for (const other of await work.tx.shifts.running()) {
    if (other.date !== shift.date || other.welfare?.step !== 'unreported') continue;
    const channels = await Promise.all(
      (await leadersOf(work, { shift: other })).map((id) => work.tx.people.channelsOf(id)),
    );
    if (channels.flat().length === 0) ids.add(other.id);
  }
  return { kind: 'shift_unreported', shiftIds: [...ids] };
}

/**
 * Nobody has reported for duty: the leaders hear it once, with whom to ring and what to say; where none of them can be written to,
 * the command. Nobody of the crew is asked whether all is well, for nobody is known to be out.
 */
export async function tellUnreported(work: Work, view: ShiftView): Promise<void> {
  const welfare = { step: 'unreported', askedId: null, askedAt: work.now } as const;
  const shift = await saveShift(work, { ...view.shift, welfare });
  await traceShift(work, shift, 'shift_unreported', null);
  const notice = { kind: 'shift_unreported', shiftIds: [shift.id] } as const;
  const manner = { priority: 'reminder', slot: slotOf(shift) } as const;
  let told = 0;
  for (const leader of await leadersOf(work, { shift })) if (await toPerson(work, leader, notice, manner)) told += 1;
  if (told === 0)
    await toCommand(work, await forCommand(work, shift), { priority: 'reminder', slot: commandSlot(shift) });
}

/** Shows what became of it where it was told; where nothing can be edited, it stays as it is. */
export async function redrawUnreported(work: Work, shift: Shift): Promise<void> {
  const notice = { kind: 'shift_unreported', shiftIds: [shift.id] } as const;
  const manner = { priority: 'card', slot: slotOf(shift) } as const;
  const standsIn = async (roomId: RoomId, slot: string = manner.slot): Promise<boolean> =>
    (await work.tx.outbox.standingIn(roomId, slot)) !== null;
  for (const reader of await leadersOf(work, { shift })) {
    for (const { platform, roomId } of await work.tx.people.channelsOf(reader))
      if (work.can(platform).edit && (await standsIn(roomId)))
        await toRooms(work, [roomId], notice, { ...manner, reader });
  }
  const slot = commandSlot(shift);
  for (const roomId of await commandRooms(work)) {
    const room = await work.tx.rooms.byId(roomId);
    if (room === null || !work.can(room.platform).edit || !(await standsIn(roomId, slot))) continue;
    await toRooms(work, [roomId], await forCommand(work, shift), { priority: 'card', slot });
  }
}

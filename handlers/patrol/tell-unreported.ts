import type { RoomId } from '../../core/ids.ts';
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

/**
 * Nobody has reported for duty: the leaders hear it once, with whom to ring and what to say; where none of them can be written to,
 * the command. Nobody of the crew is asked whether all is well, for nobody is known to be out.
 */
export async function tellUnreported(work: Work, view: ShiftView): Promise<void> {
  const welfare = { step: 'unreported', askedId: null, askedAt: work.now } as const;
  const shift = await saveShift(work, { ...view.shift, welfare });
  await traceShift(work, shift, 'shift_unreported', null);
  const notice = { kind: 'shift_unreported', shiftId: shift.id } as const;
  const manner = { priority: 'reminder', slot: slotOf(shift) } as const;
  let told = 0;
  for (const leader of await leadersOf(work, { shift })) if (await toPerson(work, leader, notice, manner)) told += 1;
  if (told === 0) await toCommand(work, notice, manner);
}

/** Shows what became of it where it was told; where nothing can be edited, it stays as it is. */
export async function redrawUnreported(work: Work, shift: Shift): Promise<void> {
  const notice = { kind: 'shift_unreported', shiftId: shift.id } as const;
  const manner = { priority: 'card', slot: slotOf(shift) } as const;
  const standsIn = async (roomId: RoomId): Promise<boolean> =>
    (await work.tx.outbox.standingIn(roomId, manner.slot)) !== null;
  for (const reader of await leadersOf(work, { shift })) {
    for (const { platform, roomId } of await work.tx.people.channelsOf(reader))
      if (work.can(platform).edit && (await standsIn(roomId)))
        await toRooms(work, [roomId], notice, { ...manner, reader });
  }
  for (const roomId of await commandRooms(work)) {
    const room = await work.tx.rooms.byId(roomId);
    if (room !== null && work.can(room.platform).edit && (await standsIn(roomId)))
      await toRooms(work, [roomId], notice, manner);
  }
}

import type { PersonId, RoomId } from '../../core/ids.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import type { ShiftRequest } from '../../core/shift.ts';
import { directRoomOf } from '../hazard/show-hazard.ts';
import { commandRooms } from '../incident/command-rooms.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';
import { requestSlot, startSlot } from './ask-leave.ts';
import { leadersOf } from './leaders-of.ts';

/** Where a request's card stands and can be edited, it shows how it stands now, and its buttons are gone. */
export async function redrawRequest(work: Work, view: ShiftView, request: ShiftRequest): Promise<void> {
  const notice = { kind: 'shift_request', requestId: request.id } as const;
  for (const [roomId, reader] of await readers(work, view, request)) {
    const room = await work.tx.rooms.byId(roomId);
    if (room === null || !work.can(room.platform).edit) continue;
    for (const slot of [requestSlot(request), startSlot(request)]) {
      if ((await work.tx.outbox.standingIn(roomId, slot)) === null) continue;
      await toRooms(work, [roomId], notice, { priority: 'card', slot, ...(reader === null ? {} : { reader }) });
    }
  }
}

/** Everybody who may have been asked: the other one, the leaders, the command. */
async function readers(work: Work, view: ShiftView, request: ShiftRequest): Promise<Map<RoomId, PersonId | null>> {
  const rooms = new Map<RoomId, PersonId | null>((await commandRooms(work)).map((id) => [id, null]));
  const people = [...(await leadersOf(work, view)), ...(request.withPersonId === null ? [] : [request.withPersonId])];
  for (const id of people) {
    const roomId = await directRoomOf(work, id);
    if (roomId !== null) rooms.set(roomId, id);
  }
  return rooms;
}

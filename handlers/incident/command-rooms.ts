import type { RoomId } from '../../core/ids.ts';
import type { PublicNotice } from '../../core/notice.ts';
import type { Reads } from '../../core/ports/store.ts';
import type { Manner } from '../say.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';

/** Where the command hears: the open command groups; where there is none, the direct chats of everybody who may decide. */
export async function commandRooms(work: { readonly tx: Pick<Reads, 'rooms' | 'people'> }): Promise<RoomId[]> {
  const groups = await work.tx.rooms.withPurpose('command');
  if (groups.length > 0) return groups.map(({ id }) => id);
  const officers = [...(await work.tx.people.withRole('duty_officer')), ...(await work.tx.people.withRole('admin'))];
  const rooms = new Set<RoomId>();
  for (const { id } of officers) {
    const [first] = await work.tx.people.channelsOf(id);
    if (first !== undefined) rooms.add(first.roomId);
  }
  return [...rooms];
}

/** Queues a notice wherever the command hears; answers in how many rooms. */
export async function toCommand(work: Work, notice: PublicNotice, manner: Manner): Promise<number> {
  const rooms = await commandRooms(work);
  await toRooms(work, rooms, notice, manner);
  return rooms.length;
}

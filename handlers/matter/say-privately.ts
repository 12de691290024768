import type { PersonId, RoomId } from '../../core/ids.ts';
import type { PrivateNotice } from '../../core/private-notice.ts';
import { type Manner, toDirect } from '../say.ts';
import type { Work } from '../work.ts';
import { isHeldBack } from './keep-silent.ts';

/**
 * Says something of a private matter to one person, in a direct chat of theirs: in `roomId` when that is one, else in the
 * channel that was used last. False: nothing reaches the person, and somebody should ring. Who asked for silence is reminded of nothing.
 */
export async function sayPrivately(
  work: Work,
  personId: PersonId,
  notice: PrivateNotice,
  manner: Omit<Manner, 'reader'>,
  roomId: RoomId | null = null,
): Promise<boolean> {
  if (await isHeldBack(work, personId, notice, manner.priority)) return true;
  const channels = await work.tx.people.channelsOf(personId);
  const channel = channels.find((one) => one.roomId === roomId) ?? channels[0];
  if (channel === undefined) return false;
  await toDirect(work, channel.roomId, notice, { ...manner, reader: personId });
  return true;
}

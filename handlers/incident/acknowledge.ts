import type { PublicNotice } from '../../core/notice.ts';
import type { Room } from '../../core/people.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';

/** Shows that words were taken: by a reaction where the platform has them, else by a short word. Quiet comes first. */
export async function acknowledge(work: Work, room: Room, messageId: string, word: PublicNotice): Promise<void> {
  const notice: PublicNotice = work.can(room.platform).react ? { kind: 'reaction', messageId, emoji: '👌' } : word;
  await toRooms(work, [room.id], notice, { priority: 'answer', replyTo: messageId });
}

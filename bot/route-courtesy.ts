import { toRooms } from '../handlers/say.ts';
import type { Heard } from './heard.ts';
import { isCourtesy } from './texts/courtesy-words.ts';

/** 谢谢 to whatever the bot has said: a sign, or silence where there are none. Asked last, in direct chats alone. True: dealt with. */
export async function routeCourtesy({ work, room, message: { text, messageId } }: Heard): Promise<boolean> {
  if (!isCourtesy(text)) return false;
  const sign = { kind: 'reaction', messageId, emoji: '👌' } as const;
  if (work.can(room.platform).react) await toRooms(work, [room.id], sign, { priority: 'answer', replyTo: messageId });
  return true;
}

import { worksOnHazards } from '../core/hazard-permission.ts';
import type { InboundMessage } from '../core/message.ts';
import type { Person, Room } from '../core/people.ts';
import { toRooms } from '../handlers/say.ts';
import type { Work } from '../handlers/work.ts';

/** So many a person still looks through; further ones are found by a further word. */
const mostFound = 20;
/** 查 with a space, or 查隐患: then it is surely asked of us. */
const plainly = /^\/?(?:查|place)(?:@\w+)?\s|^(?:查询|查一下|查)?隐患/iu;

/**
 * 查 井盖 荷塘: hazards whose number, words or place have all of these words, the newest first; for those who
 * work on hazards, in their direct chat or the command group. False: it is none of that.
 */
export async function searchHazards(
  work: Work,
  { person, room, message, words }: { person: Person; room: Room; message: InboundMessage; words: string },
): Promise<boolean> {
  if (!worksOnHazards(person) || (room.kind === 'group' && room.purpose !== 'command')) return false;
  const asked = words.replace(/^隐患\s*/u, '');
  const hazardIds = asked === '' ? [] : (await work.tx.hazards.search(asked, mostFound)).map(({ id }) => id);
  if (hazardIds.length === 0 && !(room.kind === 'direct' && plainly.test(message.text.trim()))) return false;
  const quote = room.kind === 'group' ? { replyTo: message.messageId } : {};
  const notice = { kind: 'hazard_list', personId: person.id, about: 'found', hazardIds } as const;
  await toRooms(work, [room.id], notice, { priority: 'answer', reader: person.id, ...quote });
  return true;
}

import type { CheckIn } from '../../core/check-in.ts';
import type { PatrolResult } from '../../core/tap-result.ts';
import type { Person, Room } from '../../core/people.ts';
import { toPerson } from '../hazard/show-hazard.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';
import { patrolRules } from './rules.ts';

/** The slot of what is said about a check-in: a question that stands becomes what came of it. */
export function checkInSlot(checkIn: Pick<CheckIn, 'id'>): string {
  return `check-in:${checkIn.id}`;
}

/**
 * Where and to whom a check-in is answered; `elsewhere`: it was sent into the room of another team; `quiet`: what was said already
 * is not said again.
 */
export interface Answering {
  room: Room;
  person: Person;
  messageId: string | null;
  elsewhere: boolean;
  quiet: boolean;
  /** By the sign at the point: whoever opened it waits for a word. */
  scanned: boolean;
}

/**
 * Shows that a check-in was taken: by a reaction where there are some, else by nothing in a group, unless the zone wants a line;
 * alone with the bot somebody is never left without an answer. What does not count is said in words.
 */
export async function answerCheckIn(work: Work, checkIn: CheckIn, result: PatrolResult, to: Answering): Promise<void> {
  const { room, person, messageId } = to;
  const quote = messageId === null ? {} : { replyTo: messageId };
  const manner = { priority: 'answer', reader: person.id, ...quote } as const;
  if (result.kind === 'check_in_early' || result.kind === 'check_in_word_wrong') {
    const notice = { kind: 'shift_answer', shiftId: checkIn.shiftId, result } as const;
    return toRooms(work, [room.id], notice, manner);
  }
  if (result.kind === 'check_in_which') return;
  const line = { kind: 'check_in_line', checkInId: checkIn.id } as const;
  if (to.elsewhere && !to.quiet)
    await toPerson(work, person.id, line, { priority: 'answer', slot: checkInSlot(checkIn) });
  if (messageId !== null && !to.scanned && work.can(room.platform).react) {
    return toRooms(work, [room.id], { kind: 'reaction', messageId, emoji: '👌' }, manner);
  }
  if (to.quiet || to.elsewhere || (room.kind === 'group' && !to.scanned && patrolRules(work).answers !== 'line'))
    return;
  await toRooms(work, [room.id], line, { ...manner, slot: checkInSlot(checkIn) });
}

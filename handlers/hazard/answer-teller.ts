import type { HazardReport } from '../../core/hazard.ts';
import type { RoomId } from '../../core/ids.ts';
import type { Room } from '../../core/people.ts';
import type { Manner } from '../say.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';
import { hazardRules } from './rules.ts';
import { cardSlot } from './show-hazard.ts';

/** How a telling is answered: whether it is known already, and the slot of what offered or asked. */
interface Answered {
  joined: boolean;
  askedIn: string | null;
}

/**
 * Tells whoever told that it is registered, with its number, in one message: what offered or asked becomes it, where that can
 * be edited. In a group that is the hazard's card. Where the card stands already, or groups get none, it is one line instead.
 * @returns the room that got the card so; null: none did
 */
export async function answerTeller(work: Work, report: HazardReport, how: Answered): Promise<RoomId | null> {
  const room = report.roomId === null ? null : await work.tx.rooms.byId(report.roomId);
  if (room === null) return null;
  const manner: Manner = {
    priority: 'answer',
    ...(report.messageId === null ? {} : { replyTo: report.messageId }),
  };
  if (room.kind === 'group' && (await getsCard(work, room, report, how.joined))) {
    const slot = cardSlot({ id: report.hazardId });
    if (how.askedIn !== null) await work.tx.outbox.handOver(room.id, how.askedIn, slot);
    await toRooms(work, [room.id], { kind: 'hazard_card', hazardId: report.hazardId }, { ...manner, slot });
    return room.id;
  }
  // Where nothing is edited, what takes the place of a message waits a while: in a direct chat the number comes at once.
  const replaces = room.kind === 'group' || work.can(room.platform).edit;
  await toRooms(
    work,
    [room.id],
    { kind: 'hazard_filed', hazardId: report.hazardId, reportId: report.id, joined: how.joined },
    {
      ...manner,
      ...(report.personId === null ? {} : { reader: report.personId }),
      ...(how.askedIn === null || !replaces ? {} : { slot: how.askedIn }),
    },
  );
  return null;
}

/** Each group has one card of a hazard. Where messages cannot be edited nobody knows which stands, so a known one gets none. */
async function getsCard(work: Work, room: Room, { hazardId }: HazardReport, joined: boolean): Promise<boolean> {
  if (hazardRules(work).groups !== 'card' || room.state !== 'open') return false;
  if (!work.can(room.platform).edit) return !joined;
  return (await work.tx.outbox.standingIn(room.id, cardSlot({ id: hazardId }))) === null;
}

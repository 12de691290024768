import type { HazardDraft } from '../../core/hazard-draft.ts';
import type { HazardDraftId } from '../../core/ids.ts';
import type { Notice } from '../../core/notice.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';

/** The slot of a report's offer and questions: they are one message, edited in place. */
export function draftSlot(id: HazardDraftId): string {
  return `hazard-draft:${id}`;
}

/**
 * The offer or question that stands in the room becomes its outcome, and loses its buttons. Nothing new is sent: where no such
 * message stands, or none can be edited, nothing happens.
 * @returns whether it is said there
 */
export async function showDraftEnd(
  work: Work,
  draft: Pick<HazardDraft, 'id' | 'roomId' | 'personId'>,
  why?: Extract<Notice, { kind: 'hazard_draft_ended' }>['why'],
): Promise<boolean> {
  const room = await work.tx.rooms.byId(draft.roomId);
  if (room === null || !work.can(room.platform).edit) return false;
  if ((await work.tx.outbox.standingIn(room.id, draftSlot(draft.id))) === null) return false;
  await toRooms(
    work,
    [room.id],
    { kind: 'hazard_draft_ended', draftId: draft.id, ...(why === undefined ? {} : { why }) },
    { priority: 'card', slot: draftSlot(draft.id), reader: draft.personId },
  );
  return true;
}

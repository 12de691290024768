import type { HazardDraft } from '../../core/hazard-draft.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';
import { draftSlot } from './show-draft-end.ts';

/** Whoever told reads the place as it is now where the number stands. */
export async function showReceipt(work: Work, { id, roomId, personId, hazardId }: HazardDraft): Promise<void> {
  const room = await work.tx.rooms.byId(roomId);
  if (hazardId === null || room?.kind !== 'direct' || !work.can(room.platform).edit) return;
  if ((await work.tx.outbox.standingIn(roomId, draftSlot(id))) === null) return;
  const report = (await work.tx.hazards.reports(hazardId)).findLast((one) => one.personId === personId);
  if (report === undefined) return;
  const notice = { kind: 'hazard_filed', hazardId, reportId: report.id, joined: false } as const;
  await toRooms(work, [roomId], notice, { priority: 'card', slot: draftSlot(id), reader: personId });
}

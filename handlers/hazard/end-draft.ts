import { atExpiry } from '../../core/hazard-draft.ts';
import type { HazardDraftId } from '../../core/ids.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';
import { setTimer } from '../set-timer.ts';
import { file } from './complete-draft.ts';
import { draftSlot, showDraftEnd } from './show-draft-end.ts';

/** A report that nobody completed in time: registered as it is when it sounds urgent, ended with a word, or with no new message. */
export async function endDraft(work: Work, draftId: HazardDraftId): Promise<void> {
  const draft = await work.tx.hazards.lockDraft(draftId);
  if (draft === null || (draft.state !== 'open' && draft.state !== 'offered')) return;
  if (draft.expiresAt > work.now) return setTimer(work, 'hazard_draft', draft.id, draft.expiresAt);
  const person = await work.tx.people.byId(draft.personId);
  const what = atExpiry(draft);
  if (what === 'file' && person !== null) {
    await file(work, { ...draft, unplaced: true }, person);
    return;
  }
  await work.tx.hazards.putDraft({ ...draft, state: 'ended' });
  const question = await work.tx.rooms.question(draft.roomId, draft.personId, work.now);
  if (question?.subject === draft.id) await work.tx.rooms.answered(draft.roomId, draft.personId);
  if (what === 'silence') {
    await showDraftEnd(work, draft, 'unanswered');
    return;
  }
  await toRooms(
    work,
    [draft.roomId],
    { kind: 'hazard_draft_ended', draftId: draft.id },
    { priority: 'reminder', slot: draftSlot(draft.id), reader: draft.personId },
  );
}

import { stepRefusal } from '../../core/dispute.ts';
import type { MatterNoteId, RoomId } from '../../core/ids.ts';
import type { Matter } from '../../core/matter.ts';
import { partyOf, type PartyKey } from '../../core/party.ts';
import type { Person } from '../../core/people.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import { sayPrivately } from '../matter/say-privately.ts';
import { traceMatter, type Work } from '../work.ts';

/**
 * Keeps a note of whoever has the matter. What one side told in confidence is sealed from the other, and from every side alike: only
 * those who mediate read notes (core/matter-permission.ts, `mayReadNotes`; People's Mediation Act, Art. 15 (4): no secrets are
 * given away).
 * @param side whose words they are; null: of no side in particular
 * @param roomId where it was written
 */
export async function keepNote(
  work: Work,
  matter: Matter,
  person: Person,
  { side, words, roomId }: { side: PartyKey | null; words: string; roomId: RoomId | null },
): Promise<MatterResult> {
  const refusal = matter.kind === 'dispute' ? stepRefusal(matter, 'note') : null;
  if (refusal !== null) return refusal;
  if (side !== null && partyOf(matter.body.parties, side) === undefined) return { kind: 'matter_none' };
  const id = work.ids.next<MatterNoteId>(work.now);
  await work.tx.matters.addNote({ id, matterId: matter.id, side, byId: person.id, at: work.now, words: words.trim() });
  await traceMatter(work, matter, 'matter_noted', person.id, { note: id, side });
  await sayPrivately(work, person.id, { kind: 'matter_note_kept', noteId: id }, { priority: 'answer' }, roomId);
  return { kind: 'matter_noted' };
}

import type { DraftPiece, HazardDraft } from '../../core/hazard-draft.ts';
import { withPiece } from '../../core/hazard-draft.ts';
import type { PlaceSaid } from '../../core/corrected-place.ts';
import type { HazardResult } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { Work } from '../work.ts';
import { keepTelling } from './keep-telling.ts';
import { lockStanding } from './lock-hazard.ts';

/**
 * More of a report that has its number already: another picture, the position, a word. It becomes evidence of the hazard, and
 * nothing is said to it: the number was given.
 * @param corrected where it is, by whoever told, instead of what they had said; null: nothing was put right
 */
export async function addToHazard(
  work: Work,
  draft: HazardDraft,
  piece: DraftPiece,
  person: Person,
  corrected: PlaceSaid | null = null,
): Promise<HazardResult | { kind: 'added' }> {
  const hazard = draft.hazardId === null ? null : await lockStanding(work, draft.hazardId);
  if (hazard === null || hazard.state === 'closed') return { kind: 'hazard_none' };
  const known = { ...withPiece(draft, piece), ...corrected };
  await work.tx.hazards.putDraft({ ...known, touchedAt: work.now });
  const place = corrected === null ? 'fills' : 'moves';
  await keepTelling(work, hazard, known, { person, words: piece.words.trim(), fileIds: piece.fileIds, place });
  return { kind: 'added' };
}

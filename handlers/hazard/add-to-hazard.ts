import type { DraftPiece, HazardDraft } from '../../core/hazard-draft.ts';
import { withPiece } from '../../core/hazard-draft.ts';
import { hazardPosition } from '../../core/hazard-owner.ts';
import type { Hazard } from '../../core/hazard.ts';
import type { HazardResult } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { Work } from '../work.ts';
import { traceHazard } from '../work.ts';
import { keepWithHazard } from './claim-files.ts';
import { saveHazard, showHazard } from './show-hazard.ts';

/**
 * More of a report that has its number already: another picture, the position, a word. It becomes evidence of the hazard, and
 * nothing is said to it: the number was given.
 */
export async function addToHazard(
  work: Work,
  draft: HazardDraft,
  piece: DraftPiece,
  person: Person,
): Promise<HazardResult | { kind: 'added' }> {
  const hazard = draft.hazardId === null ? null : await work.tx.hazards.lock(draft.hazardId);
  if (hazard === null || hazard.state === 'closed') return { kind: 'hazard_none' };
  const reports = await work.tx.hazards.reports(hazard.id);
  const report = reports.findLast(({ personId }) => personId === person.id);
  const known = withPiece(draft, piece);
  await work.tx.hazards.putDraft({ ...known, touchedAt: work.now });
  const actor = draft.anonymous || known.anonymous ? null : person.id;
  const kept = await keepWithHazard(work, hazard, piece.fileIds, 'before', actor);
  const words = piece.words.trim();
  if (report !== undefined) {
    await work.tx.hazards.putReport({
      ...report,
      fileIds: [...report.fileIds, ...kept],
      words: known.words,
      kinds: known.kinds,
      placeWords: known.placeWords,
      placeId: known.placeId,
      position: known.position,
      anonymous: report.anonymous || known.anonymous,
    });
  }
  const better = withMore(work, hazard, known, reports.length === 1);
  await saveHazard(work, better);
  if (words !== '') await traceHazard(work, hazard, 'detail_added', actor, { words });
  await showHazard(work, better);
  return { kind: 'added' };
}

/** What the only teller adds completes the hazard; of several tellers' hazards only what was missing is filled. */
function withMore(work: Work, hazard: Hazard, told: HazardDraft, only: boolean): Hazard {
  const place = work.zone.places.find(({ id }) => id === told.placeId) ?? null;
  return {
    ...hazard,
    words: only && told.words !== '' ? told.words : hazard.words,
    kinds: only ? [...new Set([...hazard.kinds, ...told.kinds])] : hazard.kinds,
    placeId: hazard.placeId ?? told.placeId,
    placeWords: hazard.placeWords === '' ? told.placeWords : hazard.placeWords,
    position: hazard.position ?? hazardPosition(told.position, place),
    severity: told.severity === 'urgent' ? 'urgent' : hazard.severity,
    people: hazard.people ?? told.people,
  };
}

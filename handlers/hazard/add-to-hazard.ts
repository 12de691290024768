import type { DraftPiece, HazardDraft } from '../../core/hazard-draft.ts';
import { withPiece } from '../../core/hazard-draft.ts';
import type { PlaceSaid } from '../../core/corrected-place.ts';
import { hazardArea, hazardPosition } from '../../core/hazard-owner.ts';
import type { Hazard } from '../../core/hazard.ts';
import type { HazardResult } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import { weighPlace } from '../place/weigh-place.ts';
import type { Work } from '../work.ts';
import { traceHazard } from '../work.ts';
import { keepWithHazard } from './claim-files.ts';
import { saveHazard, showHazard } from './show-hazard.ts';

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
  const hazard = draft.hazardId === null ? null : await work.tx.hazards.lock(draft.hazardId);
  if (hazard === null || hazard.state === 'closed') return { kind: 'hazard_none' };
  const reports = await work.tx.hazards.reports(hazard.id);
  const report = reports.findLast(({ personId }) => personId === person.id);
  const known = { ...withPiece(draft, piece), ...corrected };
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
  const only = reports.length === 1;
  const better = withMore(work, hazard, known, { only, moved: only && corrected !== null });
  await saveHazard(work, better);
  if (words !== '') await traceHazard(work, hazard, 'detail_added', actor, { words });
  if (better.placeId !== hazard.placeId) await weighPlace(work, hazard.placeId);
  await showHazard(work, better, { moved: only && corrected !== null });
  return { kind: 'added' };
}

/**
 * What the only teller adds completes the hazard; of several tellers' hazards only what was missing is filled. `moved`: the only
 * teller has put the place right, so that what was known of it before is none.
 */
function withMore(
  work: Work,
  was: Hazard,
  told: HazardDraft,
  { only, moved }: { only: boolean; moved: boolean },
): Hazard {
  const hazard = moved ? { ...was, placeId: null, placeWords: '', position: null } : was;
  const placeId = hazard.placeId ?? told.placeId;
  const place = work.zone.places.find(({ id }) => id === placeId) ?? null;
  const sent = hazardPosition(told.position, place, work.zone.places);
  // Whoever alone tells of it sends a better position by sending another one.
  const position = only && told.position !== null ? (sent ?? hazard.position) : (hazard.position ?? sent);
  return {
    ...hazard,
    words: only && told.words !== '' ? told.words : hazard.words,
    kinds: only ? [...new Set([...hazard.kinds, ...told.kinds])] : hazard.kinds,
    placeId,
    placeWords: hazard.placeWords === '' ? told.placeWords : hazard.placeWords,
    position,
    area: hazardArea(work.zone.places, place, position).area,
    severity: told.severity === 'urgent' ? 'urgent' : hazard.severity,
    people: hazard.people ?? told.people,
  };
}

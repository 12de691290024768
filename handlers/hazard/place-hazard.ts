import { correctedPlace } from '../../core/corrected-place.ts';
import { hazardArea, hazardPosition } from '../../core/hazard-owner.ts';
import { standingsOf } from '../../core/hazard-permission.ts';
import type { HazardId } from '../../core/ids.ts';
import type { Position } from '../../core/message.ts';
import type { Person } from '../../core/people.ts';
import type { HazardResult } from '../../core/tap-result.ts';
import { weighPlace } from '../place/weigh-place.ts';
import type { Work } from '../work.ts';
import { traceHazard } from '../work.ts';
import { lockStanding } from './lock-hazard.ts';
import { nameOf, type SaidByQuote } from './add-by-quote.ts';
import { saveHazard, showHazard } from './show-hazard.ts';

/**
 * Puts the place of a hazard right in the words of an officer or its leader, until its end. Who has it stays: a human gives it to
 * somebody else. Null: this person may not, or the words and the position name no place.
 */
export async function placeHazard(
  work: Work,
  id: HazardId,
  by: Person,
  { place, position }: Pick<SaidByQuote, 'place'> & { position: Position | null },
): Promise<HazardResult | null> {
  const hazard = await lockStanding(work, id);
  if (hazard === null || hazard.state === 'closed') return null;
  const standings = standingsOf(by, hazard, await work.tx.hazards.reports(hazard.id));
  if (!standings.has('officer') && !standings.has('leader')) return null;
  const { places } = work.zone;
  const better = place === null ? null : correctedPlace(hazard, place.now, { places, named: place.named });
  if (better === null && position === null) return null;
  const { placeId, placeWords } = better ?? hazard;
  const known = places.find((one) => one.id === placeId) ?? null;
  const at = hazardPosition(position ?? (better === null ? hazard.position : null), known, places);
  const moved = { ...hazard, placeId, placeWords, position: at, area: hazardArea(places, known, at).area };
  const saved = await saveHazard(work, moved);
  await traceHazard(work, hazard, 'place_set', by.id, { words: placeWords, ...position });
  await weighPlace(work, hazard.placeId);
  await showHazard(work, saved, { moved: true });
  return { kind: 'hazard_placed', name: better === null ? '' : nameOf(work, better) };
}

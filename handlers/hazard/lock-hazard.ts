import type { Hazard, HazardStep } from '../../core/hazard.ts';
import { canStep } from '../../core/hazard.ts';
import type { HazardId, PersonId } from '../../core/ids.ts';
import type { HazardResult, Refusal } from '../../core/tap-result.ts';
import { spokenName } from '../../core/spoken-name.ts';
import type { Work } from '../work.ts';

/** A step that came too late, or too early: where it stands, and who brought it there where that may be said. */
export async function already(work: Work, hazard: Hazard): Promise<HazardResult> {
  const by = await doneBy(work, hazard);
  return { kind: 'hazard_already', state: hazard.state, by };
}

function doerOf(hazard: Hazard): PersonId | null {
  if (hazard.state === 'closed') return hazard.checkedById ?? hazard.fixedById;
  if (hazard.state === 'fixed') return hazard.fixedById;
  if (hazard.state === 'accepted') return hazard.ownerId;
  return hazard.officerId;
}

async function doneBy(work: Work, hazard: Hazard): Promise<string> {
  const id = doerOf(hazard);
  const person = id === null ? null : await work.tx.people.byId(id);
  return person === null ? '' : spokenName(person);
}

/**
 * The hazard, locked until the end of the transaction, when this step can be taken; else the truth about where it stands.
 * Of two people who tap at once the second waits here and then hears of the first. Where a step changes two hazards, they are
 * locked in the order of their ids.
 */
export async function forStep(
  work: Work,
  id: HazardId,
  step: HazardStep,
): Promise<{ hazard: Hazard } | { refused: HazardResult | Refusal }> {
  const hazard = await work.tx.hazards.lock(id);
  if (hazard === null) return { refused: { kind: 'stale' } };
  return canStep(hazard, step) ? { hazard } : { refused: await already(work, hazard) };
}

/** The hazard under this id, or the one in which it goes on since it was merged, locked until the end of the transaction. */
export async function lockStanding(work: Work, id: HazardId): Promise<Hazard | null> {
  const hazard = await work.tx.hazards.lock(id);
  if (hazard?.outcome !== 'merged' || hazard.mergedIntoId === null) return hazard;
  return lockStanding(work, hazard.mergedIntoId);
}

import type { Satisfaction } from '../../core/hazard.ts';
import type { HazardId } from '../../core/ids.ts';
import type { HazardResult, Refusal } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { Work } from '../work.ts';
import { traceHazard } from '../work.ts';
import { already } from './lock-hazard.ts';
import { namedActor } from './reopen-hazard.ts';
import { saveHazard, showHazard } from './show-hazard.ts';

/** What the reporter says after the end; asked once, and the last word counts. */
export async function rateHazard(
  work: Work,
  id: HazardId,
  person: Person,
  satisfaction: Satisfaction,
): Promise<HazardResult | Refusal> {
  const hazard = await work.tx.hazards.lock(id);
  if (hazard === null) return { kind: 'stale' };
  if (hazard.state !== 'closed' || hazard.outcome !== 'resolved') return already(work, hazard);
  const saved = await saveHazard(work, { ...hazard, satisfaction });
  await traceHazard(work, saved, 'rated', await namedActor(work, id, person), { satisfaction });
  // Somebody is not content: that is worth a message where no card can be edited.
  await showHazard(work, saved, satisfaction === 'bad' ? { priority: 'answer' } : {});
  return { kind: 'hazard_rated', satisfaction };
}

import type { HazardId } from '../../core/ids.ts';
import type { HazardResult, Refusal } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { Work } from '../work.ts';
import { traceHazard } from '../work.ts';
import { already, forStep } from './lock-hazard.ts';
import { saveHazard, showHazard, toPerson } from './show-hazard.ts';

/**
 * A leader puts it under supervision 挂牌督办 (安全生产法 2021, Art. 41 (3)): the machine only proposes it. From then on it is
 * always checked; the deadline does not change by it.
 */
export async function superviseHazard(
  work: Work,
  id: HazardId,
  leader: Person,
  words = '',
): Promise<HazardResult | Refusal> {
  const found = await forStep(work, id, 'supervise');
  if ('refused' in found) return found.refused;
  if (found.hazard.handling === 'supervised') return already(work, found.hazard);
  const saved = await saveHazard(work, { ...found.hazard, handling: 'supervised' });
  await traceHazard(work, saved, 'supervised', leader.id, words === '' ? {} : { words });
  await showHazard(work, saved, { priority: 'answer' });
  // An edit makes no sound, and some platforms edit nothing.
  const notice = { kind: 'hazard_supervised', hazardId: saved.id } as const;
  if (saved.ownerId !== null) await toPerson(work, saved.ownerId, notice, { priority: 'answer' });
  return { kind: 'hazard_supervised' };
}

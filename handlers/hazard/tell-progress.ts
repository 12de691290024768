import type { HazardId } from '../../core/ids.ts';
import type { Person } from '../../core/people.ts';
import type { HazardResult } from '../../core/tap-result.ts';
import { zoneDate } from '../../core/zone-time.ts';
import { toCommand } from '../incident/command-rooms.ts';
import type { Work } from '../work.ts';
import { traceHazard } from '../work.ts';
import { toReporters } from './show-hazard.ts';

/**
 * How far it is, in a sentence of its owner: whoever told of it and the command read it, and it stands in the trace. Null: it is not
 * theirs, or nothing is left to do.
 */
export async function tellProgress(
  work: Work,
  id: HazardId,
  owner: Person,
  words: string,
): Promise<HazardResult | null> {
  const hazard = await work.tx.hazards.lock(id);
  if (hazard === null || hazard.ownerId !== owner.id) return null;
  if (hazard.state !== 'assigned' && hazard.state !== 'accepted') return null;
  await traceHazard(work, hazard, 'progress', owner.id, { words });
  const notice = { kind: 'hazard_progress', hazardId: id } as const;
  await toReporters(work, hazard, () => notice, owner.id);
  const slot = `hazard-progress:${id}:${zoneDate(work.now, work.zone.timeZone)}`;
  await toCommand(work, notice, { priority: 'card', slot });
  return { kind: 'hazard_progress' };
}

import type { HazardId } from '../../core/ids.ts';
import type { Work } from '../work.ts';
import { proposeTwin } from './register-hazard.ts';

/**
 * A stored photo of one hazard looks like one of another: when both are open and of one kind, the command is asked whether they
 * are the same. Never decided by the machine, because two extinguishers look alike.
 * @returns whether the command was asked
 */
export async function noteSimilarPhoto(work: Work, hazardId: HazardId, otherId: HazardId): Promise<boolean> {
  if (hazardId === otherId) return false;
  const [hazard, other] = await Promise.all([work.tx.hazards.byId(hazardId), work.tx.hazards.byId(otherId)]);
  if (hazard === null || other === null || hazard.state === 'closed' || other.state === 'closed') return false;
  if (!hazard.kinds.some((kind) => other.kinds.includes(kind))) return false;
  const [younger, older] = hazard.reportedAt >= other.reportedAt ? [hazard, other] : [other, hazard];
  await proposeTwin(work, younger, older);
  return true;
}

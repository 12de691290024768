import { hazardOfSubject } from '../../core/hazard.ts';
import type { HazardId } from '../../core/ids.ts';
import type { KeptFile } from '../../core/ports/files.ts';
import type { Work } from '../work.ts';
import { proposeTwin } from './propose-twin.ts';
import { similarPhotos } from './similar-photo.ts';

/**
 * A photo of how a hazard is has been stored: when another hazard has one that looks the same, the command is asked whether
 * the two are one. One question for a photo, about the nearest that it can be.
 * @returns whether the command was asked
 */
export async function noteSimilarFile(work: Work, file: KeptFile): Promise<boolean> {
  const hazardId = hazardOfSubject(file.subject);
  if (hazardId === null || file.role !== 'before') return false;
  const others = new Set((await similarPhotos(work.tx, file)).map((similar) => similar.hazardId));
  for (const otherId of others) if (await noteSimilarPhoto(work, hazardId, otherId)) return true;
  return false;
}

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

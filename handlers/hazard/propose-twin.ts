import type { Hazard } from '../../core/hazard.ts';
import { toCommand } from '../incident/command-rooms.ts';
import type { Work } from '../work.ts';

/** The command is asked whether two hazards are one; the newer one's buttons carry it. */
export async function proposeTwin(work: Work, hazard: Hazard, other: Hazard): Promise<void> {
  await toCommand(
    work,
    { kind: 'hazard_twin', hazardId: hazard.id, otherId: other.id },
    { priority: 'reminder', slot: `hazard-twin:${hazard.id}` },
  );
}

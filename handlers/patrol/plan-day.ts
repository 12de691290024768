import { storedZone } from '../people/zone-facts.ts';
import type { Work } from '../work.ts';
import { planShifts } from './plan-shifts.ts';
import { tellGaps } from './tell-gaps.ts';

/** The timer `shift_plan`. Subject `zone`: shifts are planned one day further. `gaps`: an hour and a half later, who is missing. */
export async function planDay(work: Work, subject: string): Promise<void> {
  if (subject === 'gaps') return tellGaps(work);
  // A zone file may have come in by another process a moment ago: what is planned follows what is stored.
  const zone = (await storedZone(work.tx)) ?? work.zone;
  await planShifts({ ...work, zone });
}

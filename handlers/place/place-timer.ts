import type { PlaceId } from '../../core/ids.ts';
import { nextAt, hazardRules } from '../hazard/rules.ts';
import { setTimer } from '../set-timer.ts';
import type { Work } from '../work.ts';

/** While a place's colour may change by itself it is looked at each morning; at rest it is not. */
export async function setColourTimer(work: Work, placeId: PlaceId, atRest: boolean): Promise<void> {
  if (atRest) await work.tx.timers.cancel('hazard_colour', placeId);
  else await setTimer(work, 'hazard_colour', placeId, nextAt(work, hazardRules(work).digestAt));
}

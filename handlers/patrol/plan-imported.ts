import { storedZone } from '../people/zone-facts.ts';
import type { Work } from '../work.ts';
import { planShifts, type PlanSummary } from './plan-shifts.ts';

/** Nobody waits yet, but a transaction is given up after some seconds. */
const atOnce = 400;

/**
 * Plans the shifts of the zone as it is stored, outside the running bot: after an import, and when the program starts. No platform is
 * known here, and whoever runs timers looks by itself.
 */
export async function planImported(work: Pick<Work, 'tx' | 'now' | 'ids'>): Promise<PlanSummary> {
  const zone = await storedZone(work.tx);
  if (zone === null) return { added: 0, changed: 0, cancelled: 0 };
  const notHere = { can: () => ({ react: false, edit: false }), keepPrivate: () => undefined, notify: () => undefined };
  const outside: Work = { ...work, zone, ...notHere };
  return planShifts(outside, atOnce);
}

import type { Agreement } from '../../core/agreement.ts';
import { courtConfirmation, inForce, isPerformed } from '../../core/agreement-steps.ts';
import type { Matter } from '../../core/matter.ts';
import { workingCalendar } from '../../core/working-days.ts';
import { zoneDate } from '../../core/zone-time.ts';
import { hazardRules } from '../hazard/rules.ts';
import { traceMatter, type Work } from '../work.ts';
import { planVisits } from './follow-up.ts';
import { finishAgreement } from './finish-agreement.ts';
import { planCourt } from './court-steps.ts';
import { planTerms } from './remind-payment.ts';
import { showWork } from './show-work.ts';
import { tellSides } from './tell-sides.ts';

/**
 * Brings an agreement into force when nothing is wanting to it: from now on it binds the sides (People's Mediation Act, Art. 31), the
 * court's thirty days run, what is due is reminded of, and the visits are planned. Else it is only kept.
 */
export async function takeEffect(work: Work, matter: Matter, agreement: Agreement): Promise<Matter> {
  const now = inForce(agreement, matter.body.parties, work.now);
  if (now.effectiveAt === null) {
    const kept: Matter = { ...matter, changedAt: work.now, body: { ...matter.body, agreement: now } };
    await work.tx.matters.put(kept);
    await showWork(work, kept);
    return kept;
  }
  const today = zoneDate(work.now, work.zone.timeZone);
  // The days off are the zone's, which the section of the hazards holds for everything.
  const court = courtConfirmation(today, workingCalendar(hazardRules(work).calendar));
  const begun = now.terms.some(({ payments }) => payments.length > 0);
  const effective: Matter = {
    ...matter,
    state: begun ? 'performing' : 'effective',
    outcome: now.form === 'written' ? 'agreed_written' : 'agreed_oral',
    effectiveAt: work.now,
    changedAt: work.now,
    body: { ...matter.body, agreement: now, court },
  };
  await work.tx.timers.cancel('matter_deadline', matter.id);
  await work.tx.timers.cancel('matter_session', matter.id);
  await traceMatter(work, matter, 'agreement_effective', null, { form: now.form });
  const planned = await planVisits(work, effective);
  // What has no day and no sum, such as quiet at night, has only begun: whether it holds is asked on the visits.
  if (now.terms.length > 0 && isPerformed(now)) return finishAgreement(work, planned, null);
  await work.tx.matters.put(planned);
  await planTerms(work, planned);
  await planCourt(work, planned);
  await tellSides(work, planned, () => ({ kind: 'matter_turn', matterId: matter.id, turn: 'effective' }));
  await showWork(work, planned, { moved: true });
  return planned;
}

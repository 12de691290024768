import type { Signature } from '../../core/agreement.ts';
import { canAgree, unsigned, withSignature } from '../../core/agreement-steps.ts';
import { sideOf } from '../../core/dispute.ts';
import type { Matter } from '../../core/matter.ts';
import { partyOf } from '../../core/party.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import type { MatterAct } from '../matter/matter-act.ts';
import { traceMatter, type Work } from '../work.ts';
import { showConsents } from './ask-consent.ts';
import { showWork } from './show-work.ts';
import { takeEffect } from './take-effect.ts';

/**
 * Puts a name under a written agreement, or says no to it. A side agrees by a tap, and signs the paper with the mediator, who notes it
 * with that side's key; the value `seal` is the mediator's own signature and the committee's seal, the last that is wanting
 * (People's Mediation Act, Art. 29). A tap is no reliable electronic signature (Electronic Signature Law, Art. 13), so the seal is
 * taken to say that the signed paper is there.
 */
export async function signAgreement(work: Work, matter: Matter, act: MatterAct): Promise<MatterResult> {
  const { agreement, parties } = matter.body;
  if (!canAgree(matter, 'sign') || agreement === null) return { kind: 'matter_already', state: matter.state };
  const owner = act.rights.has('owner');
  if (owner && act.value === 'seal') {
    const waiting = unsigned(agreement, parties).length;
    if (waiting > 0) return { kind: 'matter_signed', waiting };
    await traceMatter(work, matter, 'agreement_signed', act.person.id, { how: 'seal' });
    await takeEffect(work, matter, { ...agreement, sealedAt: work.now });
    return { kind: 'matter_effective' };
  }
  const key = owner ? (partyOf(parties, act.value)?.key ?? null) : sideOf(matter, act.person.id);
  if (key === null) return { kind: 'matter_not_yours' };
  if (!owner && act.value === 'no') return sayNo(work, matter, act, key);
  const how: Signature['how'] = owner ? 'paper' : 'tap';
  const signed = withSignature(agreement, { key, how, at: work.now });
  const kept = await takeEffect(work, matter, signed);
  if (signed !== agreement) await traceMatter(work, matter, 'agreement_signed', act.person.id, { side: key, how });
  return { kind: 'matter_signed', waiting: unsigned(kept.body.agreement ?? signed, parties).length };
}

/** These are not the terms: the owner hears it and writes them anew, or goes on mediating. */
async function sayNo(work: Work, matter: Matter, { person }: MatterAct, side: string): Promise<MatterResult> {
  const back: Matter = {
    ...matter,
    state: 'mediating',
    changedAt: work.now,
    body: { ...matter.body, agreement: null },
  };
  await work.tx.matters.put(back);
  await traceMatter(work, matter, 'agreement_signed', person.id, { side, how: 'no' });
  await showConsents(work, back);
  await showWork(work, back, { loud: true });
  return { kind: 'matter_moved', state: 'mediating' };
}

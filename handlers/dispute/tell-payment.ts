import type { Agreement, Term } from '../../core/agreement.ts';
import { canAgree, isPerformed, leftOf, openTerms, withAnswer, withPayment } from '../../core/agreement-steps.ts';
import { readerOf, sideOf } from '../../core/dispute.ts';
import type { Matter } from '../../core/matter.ts';
import { partyOf, type PartyKey } from '../../core/party.ts';
import type { MatterResult, PrivateNotice } from '../../core/private-notice.ts';
import { zoneDate } from '../../core/zone-time.ts';
import type { MatterAct } from '../matter/matter-act.ts';
import { sayPrivately } from '../matter/say-privately.ts';
import { questionSlot } from '../matter/show-questions.ts';
import { traceMatter, type Work } from '../work.ts';
import { breakAgreement, finishAgreement } from './finish-agreement.ts';
import { planTerms } from './remind-payment.ts';
import { showWork } from './show-work.ts';

/** Who says it: a side, or the owner for them. */
function teller(matter: Matter, { person, rights }: MatterAct): PartyKey | 'owner' | null {
  return rights.has('owner') ? 'owner' : sideOf(matter, person.id);
}

/** The term that is meant: the one of the number, else the first that is open and concerns this side. */
function termMeant(agreement: Agreement, n: string, by: PartyKey | 'owner'): Term | undefined {
  if (n !== '') return agreement.terms.find((term) => String(term.n) === n);
  const open = openTerms(agreement);
  return open.find((term) => by === 'owner' || term.from === by || term.to === by);
}

/**
 * Something was paid, or a deed was done. Told by whoever owes it, the other side is asked whether it came; told by that side or
 * by the owner it is confirmed. More than what is due goes on to the next instalment.
 * @param yuan null: all that is left of the term
 */
export async function tellPayment(
  work: Work,
  matter: Matter,
  act: MatterAct,
  yuan: number | null,
): Promise<MatterResult> {
  const { agreement } = matter.body;
  if (!canAgree(matter, 'pay') || agreement === null) return notNow(matter);
  const by = teller(matter, act);
  const term = by === null ? undefined : termMeant(agreement, act.value, by);
  if (by === null || term === undefined) return { kind: 'matter_already', state: matter.state };
  if (term.doneAt !== null) return { kind: 'matter_payment_confirmed', done: isPerformed(agreement) };
  const told = withPayment(agreement, term.n, yuan, by, work.now);
  await traceMatter(work, matter, 'payment_told', act.person.id, { term: term.n, side: by });
  const confirmed = by === 'owner' || by === term.to;
  const kept = await keep(work, matter, told, act);
  if (!confirmed) {
    await tellSide(work, kept, term.to, { kind: 'matter_payment', matterId: matter.id, term: term.n, step: 'told' });
    return { kind: 'matter_paid_noted' };
  }
  return { kind: 'matter_payment_confirmed', done: kept.state === 'performed' || kept.state === 'archived' };
}

/** The side that is owed, or the owner, says whether what was told has come. Without anything told, yes means that all came. */
export async function answerPayment(work: Work, matter: Matter, act: MatterAct, came: boolean): Promise<MatterResult> {
  const { agreement } = matter.body;
  if (!canAgree(matter, 'pay') || agreement === null) return notNow(matter);
  const by = teller(matter, act);
  const term = by === null ? undefined : termMeant(agreement, act.value, by);
  if (by === null || term === undefined || (by !== 'owner' && by !== term.to)) return { kind: 'matter_not_yours' };
  const asked = term.payments.some(({ agreed }) => agreed === null);
  if (!asked && came) return tellPayment(work, matter, { ...act, value: String(term.n) }, null);
  await traceMatter(work, matter, 'payment_confirmed', act.person.id, { term: term.n, came });
  const kept = await keep(work, matter, withAnswer(agreement, term.n, came, work.now), act);
  const step = came ? 'confirmed' : 'denied';
  await tellSide(work, kept, term.from, { kind: 'matter_payment', matterId: matter.id, term: term.n, step });
  if (!came && isLate(work, term)) {
    await breakAgreement(work, kept, act.person.id);
    return { kind: 'matter_moved', state: 'broken' };
  }
  return came
    ? { kind: 'matter_payment_confirmed', done: kept.state === 'performed' || kept.state === 'archived' }
    : { kind: 'matter_paid_noted' };
}

/** Its day is over, on the zone's calendar. */
function isLate(work: Work, { dueOn }: Term): boolean {
  return dueOn !== null && dueOn < zoneDate(work.now, work.zone.timeZone);
}

/** Keeps what was paid; when nothing is left the matter is performed, else its next reminder is set anew. */
async function keep(work: Work, matter: Matter, agreement: Agreement, act: MatterAct): Promise<Matter> {
  const body = { ...matter.body, agreement };
  if (isPerformed(agreement)) return finishAgreement(work, { ...matter, body }, act.person.id);
  const begun = agreement.terms.some((term) => term.doneAt !== null || leftOf(term) < (term.amountYuan ?? 0));
  const state = begun && matter.state === 'effective' ? 'performing' : matter.state;
  const kept: Matter = { ...matter, state, changedAt: work.now, body };
  await work.tx.matters.put(kept);
  await planTerms(work, kept);
  await showWork(work, kept);
  return kept;
}

/** To the one side; when the bot does not know it, the owner hears it and rings. */
async function tellSide(work: Work, matter: Matter, key: PartyKey, notice: PrivateNotice): Promise<void> {
  const party = partyOf(matter.body.parties, key);
  const reader = (party === undefined ? null : readerOf(matter, party)) ?? matter.ownerId;
  if (reader !== null)
    await sayPrivately(work, reader, notice, { priority: 'answer', slot: questionSlot(work, matter) });
}

function notNow(matter: Matter): MatterResult {
  return matter.body.agreement === null
    ? { kind: 'matter_not_yet', need: 'terms' }
    : { kind: 'matter_already', state: matter.state };
}

import type { Agreement, CourtConfirmation, Payment, Signature, Term } from './agreement.ts';
import type { DisputeKind } from './catalogue.ts';
import type { Instant } from './clock.ts';
import { meetsApart } from './dispute.ts';
import type { Matter, MatterBody, MatterState } from './matter.ts';
import { takesPart, type Party, type PartyKey } from './party.ts';
import type { WorkingCalendar } from './working-days.ts';

/** What can be done once the sides agree; what comes before is in core/dispute.ts. */
export type AgreementStep =
  /** Writing the terms down, also anew while somebody has not signed (Art. 28). */
  | 'agree'
  | 'sign'
  /** Saying that something was paid or done, or did not come (Art. 31: what was agreed is to be performed). */
  | 'pay'
  | 'perform'
  /** Not performed: the committee urges, and the sides can go to court about it (Art. 31, 32). */
  | 'break'
  /** The court's confirmation (Art. 33). */
  | 'court'
  /** A return visit. */
  | 'visit';

const bound: readonly MatterState[] = ['effective', 'performing', 'broken'];

/** From which states a step can be taken; whatever is not listed is too early or too late. */
export const agreementStates: Readonly<Record<AgreementStep, readonly MatterState[]>> = {
  agree: ['accepted', 'mediating', 'agreed'],
  sign: ['agreed'],
  pay: bound,
  perform: bound,
  break: ['effective', 'performing'],
  court: [...bound, 'performed'],
  visit: [...bound, 'performed', 'ended'],
};

/** Whether this step can be taken in the state in which the matter is. */
export function canAgree(matter: Pick<Matter, 'state'>, step: AgreementStep): boolean {
  return agreementStates[step].includes(matter.state);
}

/**
 * What has to be agreed on in writing: labour disputes (劳动争议调解仲裁法 2007, Art. 14) and those between patients and hospitals
 * (医疗纠纷预防和处理条例 2018, Art. 39).
 */
const writtenKinds: ReadonlySet<DisputeKind> = new Set<DisputeKind>(['wages', 'work_injury', 'dismissal', 'medical']);

/**
 * Whether word of mouth will do (People's Mediation Act, Art. 28, 30). Not where the law wants it in writing, and not where the
 * sides are not to meet: each reads by itself what it is to agree to.
 */
export function mayAgreeOrally({ danger, about }: Pick<MatterBody, 'danger' | 'about'>): boolean {
  return !meetsApart({ danger, about }) && (about === null || !writtenKinds.has(about));
}

/** What a term needs to be one; numbers are given by their order. */
export type TermAgreed = Pick<Term, 'from' | 'to' | 'amountYuan' | 'words' | 'dueOn'>;

/**
 * What the sides agreed on, not yet signed (People's Mediation Act, Art. 28: in writing, or orally with a record of its content;
 * Art. 29: its facts, its terms, how and by when they are done).
 */
export function agreementOf(form: Agreement['form'], facts: string, terms: readonly TermAgreed[]): Agreement {
  const numbered = terms.map((term, i): Term => ({ ...term, n: i + 1, payments: [], doneAt: null, reminded: [] }));
  return { form, facts, terms: numbered, signatures: [], sealedAt: null, effectiveAt: null, fileIds: [] };
}

/** Whose name is not under it yet, of those who take part, in the order of the sides. */
export function unsigned(agreement: Agreement, parties: readonly Party[]): PartyKey[] {
  const signed = new Set(agreement.signatures.map(({ key }) => key));
  return parties.flatMap((party) => (takesPart(party) && !signed.has(party.key) ? party.key : []));
}

/** The same with one more name under it; a second signature of a side changes nothing. */
export function withSignature(agreement: Agreement, signature: Signature): Agreement {
  if (agreement.signatures.some(({ key }) => key === signature.key)) return agreement;
  return { ...agreement, signatures: [...agreement.signatures, signature] };
}

/**
 * Takes effect when it may: a written one once every side has signed and the mediator has signed and sealed it (Art. 29); an oral
 * one when the sides agree (Art. 30). Else it is unchanged.
 */
export function inForce(agreement: Agreement, parties: readonly Party[], at: Instant): Agreement {
  if (agreement.effectiveAt !== null) return agreement;
  const ready = agreement.form === 'oral' || (agreement.sealedAt !== null && unsigned(agreement, parties).length === 0);
  return ready ? { ...agreement, effectiveAt: at } : agreement;
}

/** What was paid of a term and not denied, in yuan; `confirmed`: only what the other side, or the owner, has said yes to. */
export function paidOf(term: Term, confirmed = false): number {
  const counted = term.payments.filter(({ agreed }) => (confirmed ? agreed === true : agreed !== false));
  return counted.reduce((sum, { yuan }) => sum + yuan, 0);
}

/** What is still to be paid of a term, in yuan, by what was confirmed; 0 of a deed. */
export function leftOf(term: Term): number {
  return term.doneAt !== null ? 0 : Math.max(0, (term.amountYuan ?? 0) - paidOf(term, true));
}

/** The terms that are not done, those due first coming first; one without a day was due at once. */
export function openTerms(agreement: Agreement): Term[] {
  const open = agreement.terms.filter(({ doneAt }) => doneAt === null);
  return open.toSorted((one, other) => (one.dueOn ?? '').localeCompare(other.dueOn ?? '') || one.n - other.n);
}

/**
 * The same with a payment, or a deed that was done, told by somebody. A sum that is more than a term still needs goes on to the
 * next one of the same two sides; the rest of an overpayment stays with the last. What the owner or the side that is owed tells
 * is confirmed by that.
 * @param n the term it is for; it must be one of the agreement's
 * @param yuan null: all that is left of it
 */
export function withPayment(
  agreement: Agreement,
  n: number,
  yuan: number | null,
  by: PartyKey | 'owner',
  at: Instant,
): Agreement {
  const first = agreement.terms.find((term) => term.n === n);
  if (first === undefined) return agreement;
  const chain = [
    first,
    ...openTerms(agreement).filter((term) => term.n !== n && term.from === first.from && term.to === first.to),
  ].filter((term) => term.amountYuan !== null || term.n === n);
  let rest = yuan ?? (first.amountYuan === null ? 0 : Math.max(0, first.amountYuan - paidOf(first)));
  const paid = new Map<number, number>();
  for (const [i, term] of chain.entries()) {
    const last = i === chain.length - 1;
    const share = last ? rest : Math.min(rest, Math.max(0, (term.amountYuan ?? 0) - paidOf(term)));
    if (share > 0 || i === 0) paid.set(term.n, share);
    rest -= share;
    if (rest <= 0) break;
  }
  const confirmed = by === 'owner' || by === first.to;
  const payment = (share: number): Payment => ({
    yuan: share,
    toldBy: by,
    at,
    confirmedAt: confirmed ? at : null,
    agreed: confirmed ? true : null,
  });
  return {
    ...agreement,
    terms: agreement.terms.map((term) => {
      const share = paid.get(term.n);
      return share === undefined ? term : settled({ ...term, payments: [...term.payments, payment(share)] }, at);
    }),
  };
}

/** The same after the side that is owed, or the owner, said whether what was told of this term has come. */
export function withAnswer(agreement: Agreement, n: number, came: boolean, at: Instant): Agreement {
  const answered = (payment: Payment): Payment =>
    payment.agreed === null ? { ...payment, agreed: came, confirmedAt: at } : payment;
  return {
    ...agreement,
    terms: agreement.terms.map((term) =>
      term.n === n ? settled({ ...term, payments: term.payments.map(answered) }, at) : term,
    ),
  };
}

/** The same with all that is still open told as done by the owner. */
export function withAllDone(agreement: Agreement, at: Instant): Agreement {
  return openTerms(agreement).reduce((done, { n }) => {
    const answered = withAnswer(done, n, true, at);
    const open = answered.terms.some((term) => term.n === n && term.doneAt === null);
    return open ? withPayment(answered, n, null, 'owner', at) : answered;
  }, agreement);
}

/** Done once the whole sum is confirmed; a deed, once anybody confirmed that it was done. Reminders begin anew with each payment. */
function settled(term: Term, at: Instant): Term {
  const done =
    term.amountYuan === null
      ? term.payments.some(({ agreed }) => agreed === true)
      : paidOf(term, true) >= term.amountYuan;
  return { ...term, doneAt: done ? (term.doneAt ?? at) : null };
}

/** Whether nothing is left to be done. */
export function isPerformed(agreement: Agreement): boolean {
  return agreement.terms.every(({ doneAt }) => doneAt !== null);
}

/** Days before a term's day on which the kind reminder goes out, and after it on which the late one does. */
const soonDays = 3;
const lateDays = 1;

/** Which reminder of a term is due by this day of the zone and has not gone out; null: none. Never more than one a day. */
export function reminderDue(term: Term, today: string): Term['reminded'][number] | null {
  if (term.doneAt !== null || term.dueOn === null) return null;
  const left = daysBetween(today, term.dueOn);
  const step = left > 0 ? (left <= soonDays ? 'soon' : null) : left > -lateDays ? 'due' : 'late';
  return step === null || term.reminded.includes(step) ? null : step;
}

/** The day, after today, on which one of the terms wants a reminder; null: none is left. */
export function nextReminderOn(agreement: Agreement, today: string): string | null {
  const dates = openTerms(agreement).flatMap(({ dueOn, reminded }) => {
    if (dueOn === null) return [];
    const due = Temporal.PlainDate.from(dueOn);
    const steps = { soon: due.subtract({ days: soonDays }), due, late: due.add({ days: lateDays }) };
    return Object.entries(steps).flatMap(([step, date]) =>
      reminded.some((done) => done === step) ? [] : [date.toString()],
    );
  });
  return dates.filter((date) => date > today).toSorted()[0] ?? null;
}

/** The days after the agreement took effect on which the court's thirty are spoken of. */
export const courtDays = [7, 20, 27] as const;

/**
 * The court's confirmation can be applied for within thirty days from the day on which the agreement took effect (People's
 * Mediation Act, Art. 33; Civil Procedure Law 2023, Art. 205). That day itself does not count, and when the last day is a day off
 * the next working day is the last (Civil Procedure Law, Art. 85; Civil Code, Art. 201, 203).
 * @param effectiveOn ISO date on the zone's calendar
 */
export function courtConfirmation(effectiveOn: string, calendar: WorkingCalendar): CourtConfirmation {
  let last = Temporal.PlainDate.from(effectiveOn).add({ days: 30 });
  while (!calendar.kindOf(last.toString()).working) last = last.add({ days: 1 });
  return { lastDay: last.toString(), reminded: [], state: null, appliedAt: null, decidedAt: null };
}

/** Whole days from one ISO date to another; negative when the other is before it. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

import type { Agreement, Term } from '../../core/agreement.ts';
import { nextReminderOn, reminderDue } from '../../core/agreement-steps.ts';
import { readerOf } from '../../core/dispute.ts';
import type { MatterId, PersonId } from '../../core/ids.ts';
import type { Matter } from '../../core/matter.ts';
import { partyOf } from '../../core/party.ts';
import { zoneDate } from '../../core/zone-time.ts';
import { sayPrivately } from '../matter/say-privately.ts';
import { questionSlot } from '../matter/show-questions.ts';
import { setTimer } from '../set-timer.ts';
import type { Work } from '../work.ts';
import { morningOf } from './day-at.ts';

/** Sets the timer for the next reminder of what was agreed; when there is none left, takes it away. */
export async function planTerms(work: Work, matter: Matter): Promise<void> {
  const { agreement } = matter.body;
  const { timeZone } = work.zone;
  const today = zoneDate(work.now, timeZone);
  const missed = agreement?.terms.some((term) => reminderDue(term, today) !== null) === true;
  const next = agreement === null ? null : nextReminderOn(agreement, today);
  // What fell due while the agreement was being written is spoken of today, if the morning is still to come, else tomorrow.
  if (missed && morningOf(today, timeZone) > work.now)
    return setTimer(work, 'matter_term', matter.id, morningOf(today, timeZone));
  const tomorrow = Temporal.PlainDate.from(today).add({ days: 1 }).toString();
  const on = missed ? tomorrow : next;
  if (on === null) await work.tx.timers.cancel('matter_term', matter.id);
  else await setTimer(work, 'matter_term', matter.id, morningOf(on, timeZone));
}

/**
 * Reminds kindly of what is due: whoever owes it three days before and on the day; a day after it both sides and the owner. Each
 * once for each term.
 */
export async function remindTerms(work: Work, subject: string): Promise<void> {
  const matter = await work.tx.matters.lock(subject as MatterId);
  const agreement = matter?.body.agreement ?? null;
  if (matter === null || agreement === null || !isBinding(matter)) return;
  const today = zoneDate(work.now, work.zone.timeZone);
  const terms: Term[] = [];
  for (const term of agreement.terms) {
    const step = reminderDue(term, today);
    if (step !== null) await tell(work, matter, term, step);
    terms.push(step === null ? term : { ...term, reminded: passed(term, step) });
  }
  const reminded: Agreement = { ...agreement, terms };
  const kept: Matter = { ...matter, changedAt: work.now, body: { ...matter.body, agreement: reminded } };
  await work.tx.matters.put(kept);
  await planTerms(work, kept);
}

function isBinding({ state }: Matter): boolean {
  return state === 'effective' || state === 'performing' || state === 'broken';
}

/** Earlier reminders that were missed are not made up for: "due soon" a day late helps nobody. */
function passed(term: Term, step: Term['reminded'][number]): Term['reminded'] {
  const order = ['soon', 'due', 'late'] as const;
  return [...new Set([...term.reminded, ...order.slice(0, order.indexOf(step) + 1)])];
}

async function tell(work: Work, matter: Matter, term: Term, step: 'soon' | 'due' | 'late'): Promise<void> {
  const notice = { kind: 'matter_payment', matterId: matter.id, term: term.n, step } as const;
  const keys = step === 'late' ? [term.from, term.to] : [term.from];
  const readers = keys.map((key) => {
    const party = partyOf(matter.body.parties, key);
    return party === undefined ? null : readerOf(matter, party);
  });
  // Whom the bot does not know the owner rings.
  const owner = step === 'late' || readers.includes(null) ? [matter.ownerId] : [];
  const told = new Set<PersonId>([...readers, ...owner].filter((id) => id !== null));
  for (const id of told)
    await sayPrivately(work, id, notice, { priority: 'reminder', slot: questionSlot(work, matter) });
}

import type { Agreement } from '../../core/agreement.ts';
import { agreementOf, canAgree, mayAgreeOrally, withPayment, type TermAgreed } from '../../core/agreement-steps.ts';
import { saidTerms } from '../../core/agreement-words.ts';
import type { RoomId } from '../../core/ids.ts';
import type { Matter } from '../../core/matter.ts';
import { allAgree } from '../../core/party.ts';
import type { Person } from '../../core/people.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import { calledOff } from '../../core/session-steps.ts';
import { zoneDate } from '../../core/zone-time.ts';
import { askWords } from '../matter/ask-words.ts';
import { questionSlot } from '../matter/show-questions.ts';
import { traceMatter, type Work } from '../work.ts';
import { showConsents } from './ask-consent.ts';
import { showWork } from './show-work.ts';
import { takeEffect } from './take-effect.ts';
import { showSessions } from './tell-session.ts';
import { tellSides } from './tell-sides.ts';

/** What the sides agreed on, in the owner's words or as rows of a form. */
export interface Agreed {
  form: Agreement['form'];
  words: string;
  /** Missing: they are read out of the words. */
  terms?: readonly TermAgreed[];
}

/** The owner says that they agree: now the terms are wanted in words. Too early or too late is said as such. */
export async function askForTerms(
  work: Work,
  matter: Matter,
  person: Person,
  form: Agreement['form'],
  roomId: RoomId | null,
): Promise<MatterResult> {
  return (
    tooEarly(matter) ??
    askWords(
      work,
      matter,
      person,
      roomId,
      form === 'oral' && mayAgreeOrally(matter.body) ? 'terms_oral' : 'terms_written',
    )
  );
}

/**
 * Writes down what the sides agreed on. A written agreement goes to each side that the bot knows, to be read and signed; an oral
 * one is in force at once, and its words are the record (People's Mediation Act, Art. 28, 30). What has to be in writing goes out
 * to be signed although it was told as an oral one. Written anew before everybody has signed, it takes the earlier one's place and
 * every signature is wanted again.
 */
export async function writeAgreement(
  work: Work,
  matter: Matter,
  person: Person,
  { form: wished, words, terms }: Agreed,
): Promise<MatterResult> {
  const early = tooEarly(matter);
  if (early !== null) return early;
  const { body } = matter;
  const form = mayAgreeOrally(body) ? wished : 'written';
  const today = Temporal.PlainDate.from(zoneDate(work.now, work.zone.timeZone));
  const said =
    terms === undefined ? saidTerms(words, body.parties, today) : { terms, paidYuan: 0, beside: words.trim() };
  // An oral one is recorded as it was said; of a written one the terms say themselves, and its facts are what stands beside them.
  const facts = form === 'oral' ? words.trim() : said.beside;
  let agreement: Agreement = { ...agreementOf(form, facts, said.terms), writtenAt: work.now };
  if (said.paidYuan > 0) agreement = withPayment(agreement, 1, said.paidYuan, 'owner', work.now);
  // Nobody has to choose a time any more; what is booked stays, to sign there.
  const sessions = body.sessions.map((session) => (session.state === 'proposed' ? calledOff(session) : session));
  const written: Matter = { ...matter, state: 'agreed', changedAt: work.now, body: { ...body, sessions, agreement } };
  await work.tx.matters.put(written);
  await traceMatter(work, matter, 'agreement_written', person.id, { form, terms: said.terms.length });
  // What was said to the question stays; what it can be changed by are the terms now.
  await showConsents(work, written);
  await showSessions(
    work,
    written,
    sessions.filter(({ state }) => state === 'cancelled'),
  );
  if (form === 'oral') {
    await takeEffect(work, written, agreement);
    return { kind: 'matter_effective' };
  }
  // Whom the bot does not know signs on paper, with the mediator.
  const toRead = { kind: 'matter_terms', matterId: matter.id, writtenAt: work.now } as const;
  const slot = questionSlot(work, matter);
  await tellSides(work, written, ({ key: side }) => ({ ...toRead, side }), 'answer', { slot });
  await showWork(work, written, { moved: true });
  return { kind: 'matter_terms_sent' };
}

function tooEarly(matter: Matter): MatterResult | null {
  if (canAgree(matter, 'agree')) return null;
  const open = matter.state === 'reported' || matter.state === 'screened' || matter.state === 'assigned';
  if (open && !allAgree(matter.body.parties)) return { kind: 'matter_not_yet', need: 'consent' };
  return { kind: 'matter_already', state: matter.state };
}

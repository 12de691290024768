import { canAgree, withAllDone } from '../../core/agreement-steps.ts';
import type { Matter } from '../../core/matter.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import type { MatterAct } from '../matter/matter-act.ts';
import type { Work } from '../work.ts';
import { noteCourt } from './court-steps.ts';
import { breakAgreement, finishAgreement } from './finish-agreement.ts';
import { noteVisit } from './follow-up.ts';
import { signAgreement } from './sign-agreement.ts';
import { answerPayment, tellPayment } from './tell-payment.ts';
import { askForTerms } from './write-agreement.ts';

/**
 * Does what a button about an agreement asks for; whoever tapped may do it. Null: it is about something else.
 * @param matter locked, so that two taps follow one another
 */
export async function tapAgreement(work: Work, matter: Matter, act: MatterAct): Promise<MatterResult | null> {
  switch (act.verb) {
    case 'matter_agree':
      return askForTerms(work, matter, act.person, act.value === 'oral' ? 'oral' : 'written', act.roomId);
    case 'matter_sign':
      return signAgreement(work, matter, act);
    case 'matter_paid':
      return tellPayment(work, matter, act, null);
    case 'matter_got':
      return answerPayment(work, matter, act, true);
    case 'matter_not_got':
      return answerPayment(work, matter, act, false);
    case 'matter_performed':
      return sayPerformed(work, matter, act);
    case 'matter_broken':
      if (!canAgree(matter, 'break')) return { kind: 'matter_already', state: matter.state };
      await breakAgreement(work, matter, act.person.id);
      return { kind: 'matter_moved', state: 'broken' };
    case 'matter_court':
      return noteCourt(work, matter, act);
    case 'matter_visit':
      return noteVisit(work, matter, act);
    default:
      return null;
  }
}

/** The owner knows that all of it is done, whatever was told. */
async function sayPerformed(work: Work, matter: Matter, { person }: MatterAct): Promise<MatterResult> {
  const { agreement } = matter.body;
  if (!canAgree(matter, 'perform') || agreement === null) return { kind: 'matter_already', state: matter.state };
  const done = { ...matter, body: { ...matter.body, agreement: withAllDone(agreement, work.now) } };
  await finishAgreement(work, done, person.id);
  return { kind: 'matter_moved', state: 'performed' };
}

import type { TimerKind } from '../../core/ports/timers.ts';
import { askConsentAgain } from '../dispute/ask-consent.ts';
import { remindCourt } from '../dispute/court-steps.ts';
import { remindDeadline } from '../dispute/extend-mediation.ts';
import { askVisit } from '../dispute/follow-up.ts';
import { remindTerms } from '../dispute/remind-payment.ts';
import { remindSession } from '../dispute/remind-session.ts';
import type { Work } from '../work.ts';
import { forgetMatters } from './forget-matters.ts';
import { offerDue } from './offer-due.ts';
import { openingDue } from './open-glass.ts';
import { remindOwner } from './remind-owner.ts';
import { whenTalkDue } from './resume-matter.ts';

type MatterTimerKind = Extract<TimerKind, `matter_${string}`>;

/** What each timer of private matters does when it falls due. The subject is a matter's or an opening's id, or `zone`. */
export const whenMatterDue: Record<MatterTimerKind, (work: Work, subject: string) => Promise<void>> = {
  matter_talk: whenTalkDue,
  matter_offer: offerDue,
  matter_consent: askConsentAgain,
  matter_session: remindSession,
  matter_deadline: remindDeadline,
  matter_idle: remindOwner,
  matter_term: remindTerms,
  matter_court: remindCourt,
  matter_follow_up: askVisit,
  matter_opening: openingDue,
  matter_forget: (work) => forgetMatters(work),
};

import { canAgree, daysBetween } from '../../core/agreement-steps.ts';
import type { Term } from '../../core/agreement.ts';
import { canStep } from '../../core/dispute.ts';
import type { Card } from '../../core/message.ts';
import { isOpen } from '../../core/session-steps.ts';
import { zoneDate } from '../../core/zone-time.ts';
import { matterCourt, matterMoreTime, matterPayment, matterTerms, matterVisit } from './matter-deal.ts';
import { matterSession, matterTimes } from './matter-session.ts';
import { matterButton, privateCard, type MatterShown } from './matter-shown.ts';
import { matterConsent } from './matter-turns.ts';
import { line, type Presenting } from './presenting.ts';

/** Where a promise stands for its two sides; null: nothing is to be said of it now. */
function stepOf(term: Term, side: string, presenting: Presenting): 'soon' | 'due' | 'late' | 'told' | null {
  if (term.doneAt !== null || (term.from !== side && term.to !== side)) return null;
  if (term.payments.some(({ agreed }) => agreed === null)) return 'told';
  if (term.dueOn === null) return 'soon';
  const left = daysBetween(zoneDate(presenting.now, presenting.timeZone), term.dueOn);
  return left > 0 ? 'soon' : left === 0 ? 'due' : 'late';
}

/** Everything that a side is asked just now, each with its buttons, as their chat would show it one by one. */
export function sideCards(shown: MatterShown, presenting: Presenting): Card[] {
  const { matter, side } = shown;
  if (side === null) return [];
  const about = { matterId: matter.id, side } as const;
  if (shown.rights.has('asked'))
    return [matterConsent(shown, { kind: 'matter_consent', ...about }, presenting)].filter((card) => card !== null);
  const { sessions, agreement, followUps } = matter.body;
  const own = sessions.filter((session) => isOpen(session) && (session.side === undefined || session.side === side));
  const terms = (agreement?.terms ?? []).flatMap((term) => {
    const step = stepOf(term, side, presenting);
    return step === null
      ? []
      : matterPayment(shown, { kind: 'matter_payment', term: term.n, step, ...about }, presenting);
  });
  const visit = followUps.find(({ at, dueAt }) => at === null && dueAt <= presenting.now);
  return [
    canStep(matter, 'ask_consent') ? matterConsent(shown, { kind: 'matter_consent', ...about }, presenting) : null,
    ...own.map(({ n, state }) =>
      state === 'proposed'
        ? matterTimes(shown, { kind: 'matter_times', session: n, ...about }, presenting)
        : matterSession(shown, { kind: 'matter_session', session: n, step: 'day', ...about }, [], presenting),
    ),
    canAgree(matter, 'sign') ? matterTerms(shown, { kind: 'matter_terms', ...about }, presenting) : null,
    ...terms,
    matterCourt(shown, { day: 0 }, presenting),
    matterMoreTime(shown, { kind: 'matter_more_time', ...about }, presenting),
    visit === undefined ? null : matterVisit(shown, { kind: 'matter_visit', days: visit.days, ...about }, presenting),
    withdrawal(shown, presenting),
  ].filter((card): card is Card => card !== null && asksSomething(card));
}

/** What only tells stands on the page already. */
function asksSomething({ actions }: Card): boolean {
  return actions.flat().some(({ verb }) => verb !== 'matter_look');
}

/** Nobody has to go on. */
function withdrawal({ matter }: MatterShown, presenting: Presenting): Card | null {
  if (matter.kind !== 'dispute' || !canStep(matter, 'withdraw')) return null;
  const { texts } = presenting;
  return privateCard(matter, 'next', presenting, {
    lines: line(texts.matter.page.withdraw),
    actions: [[matterButton(texts, 'matter_withdraw', matter.token)]],
  });
}

import { canAgree, unsigned } from '../../core/agreement-steps.ts';
import { canStep, mediationEndsAt } from '../../core/dispute.ts';
import { isOver } from '../../core/matter.ts';
import type { Card } from '../../core/message.ts';
import { partyOf } from '../../core/party.ts';
import type { NoticeOf } from './drawing.ts';
import { allowedRows, matterButton, privateCard, sideNamed, type MatterShown } from './matter-shown.ts';
import { dateSaid, daySaid } from './matter-when.ts';
import { line, type Presenting } from './presenting.ts';

/** The terms are there, to be read by a tap, and signed or not. */
export function matterTerms(
  shown: MatterShown,
  { side }: NoticeOf<'matter_terms'>,
  presenting: Presenting,
): Card | null {
  const { matter } = shown;
  const { agreement, parties } = matter.body;
  const { texts } = presenting;
  // Somebody said no to it, and it is spoken of again.
  if (agreement === null)
    return privateCard(matter, 'news', presenting, { lines: line(texts.matter.toSide.termsOff(isOver(matter))) });
  const { matter_sign: label } = texts.matter.choice;
  const open = canAgree(matter, 'sign') && unsigned(agreement, parties).includes(side);
  const words = texts.matter.toSide;
  const sign = [
    matterButton(texts, 'matter_sign', matter.token, { value: 'yes', label: label.yes, style: 'primary' }),
    matterButton(texts, 'matter_sign', matter.token, { value: 'no', label: label.no }),
  ];
  return privateCard(matter, open ? 'question' : 'news', presenting, {
    lines: open ? words.terms.flatMap((one) => line(one)) : line(words.termsSigned),
    actions: allowedRows(shown, [[matterButton(texts, 'matter_look', matter.token)], ...(open ? [sign] : [])]),
  });
}

/** Something is due or was told as paid; how much, and to whom, comes by a tap. */
export function matterPayment(
  shown: MatterShown,
  { term: n, step }: NoticeOf<'matter_payment'>,
  presenting: Presenting,
): Card | null {
  const { matter, side } = shown;
  const term = matter.body.agreement?.terms.find((one) => one.n === n);
  if (term === undefined) return null;
  const asking = step === 'soon' || step === 'due' || step === 'late' || step === 'told';
  if (asking && (term.doneAt !== null || !canAgree(matter, 'pay'))) return null;
  const { texts } = presenting;
  const as = shown.rights.has('owner') ? 'owner' : side === term.from ? 'debtor' : 'creditor';
  const money = term.amountYuan !== null;
  const due = term.dueOn === null ? '' : dateSaid(term.dueOn, presenting);
  const make = (verb: 'matter_paid' | 'matter_got' | 'matter_not_got', primary = false) =>
    matterButton(texts, verb, matter.token, {
      value: String(n),
      ...(money ? {} : { label: texts.matter.toSide.deed[verb] }),
      ...(primary ? { style: 'primary' } : {}),
    });
  const answers =
    as === 'debtor'
      ? [make('matter_paid', true)]
      : as === 'owner'
        ? [make('matter_paid'), make('matter_got')]
        : [make('matter_got', true), make('matter_not_got')];
  const quiet = step === 'confirmed' || (as === 'creditor' && step === 'soon') || (as === 'debtor' && step === 'told');
  return privateCard(matter, quiet || step === 'denied' ? 'news' : 'next', presenting, {
    lines: texts.matter.toSide.payment(step, as, { due, money }).flatMap((one) => line(one)),
    actions: allowedRows(shown, [quiet ? [] : answers, [matterButton(texts, 'matter_look', matter.token)]]),
  });
}

/** So many of the thirty days for the court are over. */
export function matterCourt(
  shown: MatterShown,
  { day }: { day: NoticeOf<'matter_court'>['day'] | 0 },
  presenting: Presenting,
): Card | null {
  const { matter } = shown;
  const { court } = matter.body;
  if (court === null || court.state !== null || !canAgree(matter, 'court')) return null;
  const { texts } = presenting;
  const { matter_court: label } = texts.matter.choice;
  return privateCard(matter, 'next', presenting, {
    lines: texts.matter.toSide.court(day, dateSaid(court.lastDay, presenting)).flatMap((one) => line(one)),
    actions: allowedRows(shown, [
      [
        matterButton(texts, 'matter_court', matter.token, { value: 'applied', label: label.applied }),
        matterButton(texts, 'matter_court', matter.token, { value: 'none', label: label.none }),
      ],
    ]),
  });
}

/** Agree to more time? To the owner: who has. */
export function matterMoreTime(
  shown: MatterShown,
  { side }: NoticeOf<'matter_more_time'>,
  presenting: Presenting,
): Card | null {
  const { matter } = shown;
  const { extension, parties } = matter.body;
  if (extension === null) return null;
  const { texts } = presenting;
  const words = texts.matter.toSide;
  if (side === null) {
    const open = parties.filter(({ key }) => !extension.agreed.includes(key));
    const names = open.map((party) => sideNamed(party, parties, texts));
    return privateCard(matter, 'news', presenting, { lines: line(words.moreTimeState(names)) });
  }
  if (extension.askedDays === 0 || !canStep(matter, 'extend') || partyOf(parties, side) === undefined) return null;
  const { matter_extend: label } = texts.matter.choice;
  return privateCard(matter, 'question', presenting, {
    lines: words.moreTime(extension.askedDays).flatMap((one) => line(one)),
    actions: allowedRows(shown, [
      [
        matterButton(texts, 'matter_extend', matter.token, { value: 'yes', label: label.yes }),
        matterButton(texts, 'matter_extend', matter.token, { value: 'no', label: label.no }),
      ],
    ]),
  });
}

const usualDays = 15;

/** Owner: the month is over soon, or over. */
export function matterDeadline(
  shown: MatterShown,
  { step }: NoticeOf<'matter_deadline'>,
  presenting: Presenting,
): Card | null {
  const { matter, rules } = shown;
  const ends = mediationEndsAt(matter, rules.mediationDays, presenting.timeZone);
  if (ends === null || !canStep(matter, 'extend')) return null;
  const { texts } = presenting;
  const { choice, toSide } = texts.matter;
  const make = (verb: 'matter_agree' | 'matter_fail', value: string, label: string) =>
    matterButton(texts, verb, matter.token, { value, label });
  const days = String(usualDays);
  return privateCard(matter, 'next', presenting, {
    // It ends with its last day, at midnight.
    lines: toSide.deadline(step, daySaid(ends - 1, presenting)).flatMap((one) => line(one)),
    actions: allowedRows(shown, [
      [
        make('matter_agree', 'written', choice.matter_agree.written),
        make('matter_fail', 'failed', choice.matter_fail.failed),
      ],
      [matterButton(texts, 'matter_extend', matter.token, { value: days, label: texts.matter.moreDays(usualDays) })],
    ]),
  });
}

/** Does it hold, did it help? */
export function matterVisit(
  shown: MatterShown,
  { days }: NoticeOf<'matter_visit'>,
  presenting: Presenting,
): Card | null {
  const { matter } = shown;
  const visit = matter.body.followUps.find((one) => one.days === days);
  if (visit === undefined || visit.at !== null || !canAgree(matter, 'visit')) return null;
  const { texts } = presenting;
  const { matter_visit: label } = texts.matter.choice;
  const own = shown.rights.has('owner') && shown.side === null;
  const look = own ? [[matterButton(texts, 'matter_look', matter.token)]] : [];
  const { toSide } = texts.matter;
  const unsettled = matter.kind === 'dispute' && (matter.body.agreement?.effectiveAt ?? null) === null && !own;
  const asked = unsettled ? toSide.visitUnsettled(days) : toSide.visit(days, matter.kind, own);
  return privateCard(matter, 'question', presenting, {
    lines: asked.flatMap((one) => line(one)),
    actions: allowedRows(shown, [
      [
        matterButton(texts, 'matter_visit', matter.token, { value: 'yes', label: label.yes, style: 'primary' }),
        matterButton(texts, 'matter_visit', matter.token, { value: 'no', label: label.no }),
      ],
      ...look,
    ]),
  });
}

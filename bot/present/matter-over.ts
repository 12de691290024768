import { canAgree } from '../../core/agreement-steps.ts';
import { canStep, meetsApart, mediationEndsAt } from '../../core/dispute.ts';
import type { MatterId } from '../../core/ids.ts';
import type { Card, CardAction } from '../../core/message.ts';
import { openSession } from '../../core/session-steps.ts';
import { zoneDate } from '../../core/zone-time.ts';
import type { Desk, Drawn, NoticeOf } from './drawing.ts';
import { sessionPast, timesOver } from './matter-session.ts';
import { allowedRows, matterButton, onMatter, privateCard, type MatterShown } from './matter-shown.ts';
import { dateSaid, daySaid, timeSaid } from './matter-when.ts';
import { line, type Presenting } from './presenting.ts';

type QuestionKind =
  | 'matter_payment'
  | 'matter_court'
  | 'matter_more_time'
  | 'matter_deadline'
  | 'matter_visit'
  | 'matter_terms'
  | 'matter_times_answered'
  | 'matter_times_wished'
  | 'matter_session'
  | 'matter_session_over';

/** What is said in the place of a question; null: it is still open. */
type Over = string | null;
/** The same, with what can still be tapped. */
interface Answered {
  text: string;
  actions: CardAction[][];
}

/** Draws a question as it is asked; and one that was asked before as how it ended, should it be over by now. */
export function onQuestion<K extends QuestionKind>(
  kind: K,
  present: (shown: MatterShown, notice: NoticeOf<K>, desk: Desk) => Card | null,
): (notice: NoticeOf<K> & { matterId: MatterId }, desk: Desk) => Promise<Drawn | null> {
  return onMatter((shown, notice, desk) => {
    if (notice.over !== true) return present(shown, notice, desk);
    // Whoever had it before is asked nothing any more.
    const { presenting } = desk;
    const gone = shown.side === null && !shown.rights.has('owner') && !shown.rights.has('teller');
    const over = gone ? presenting.texts.matter.work.offerOver : ends[kind](shown, notice, presenting);
    if (over === null) return present(shown, notice, desk);
    const { text, actions } = typeof over === 'string' ? { text: over, actions: [] } : over;
    return privateCard(shown.matter, 'news', presenting, { lines: line(text), actions });
  });
}

function payment(shown: MatterShown, { term: n, step }: NoticeOf<'matter_payment'>, { texts }: Presenting): Over {
  const { matter, side, rights } = shown;
  const term = matter.body.agreement?.terms.find((one) => one.n === n);
  if (term === undefined) return null;
  const money = term.amountYuan !== null;
  if (term.doneAt !== null || !canAgree(matter, 'pay')) return texts.matter.over.payment(term.doneAt !== null, money);
  const as = rights.has('owner') ? 'owner' : side === term.from ? 'debtor' : 'creditor';
  const waiting = term.payments.some(({ agreed }) => agreed === null);
  const said = (now: 'told' | 'confirmed' | 'denied'): string =>
    texts.matter.toSide.payment(now, as, { due: '', money }).join('');
  if (step !== 'told') return waiting && as === 'debtor' ? said('told') : null;
  return waiting ? null : said(term.payments.at(-1)?.agreed === false ? 'denied' : 'confirmed');
}

function court({ matter }: MatterShown, _notice: NoticeOf<'matter_court'>, presenting: Presenting): Over {
  const { court: asked } = matter.body;
  const { over, toSide } = presenting.texts.matter;
  if (asked === null) return null;
  const lastDay = dateSaid(asked.lastDay, presenting);
  if (asked.state !== null)
    return asked.state === 'none' ? over.court('none', lastDay) : toSide.turn[`court_${asked.state}`];
  if (matter.state === 'performed') return over.court('performed', lastDay);
  if (!canAgree(matter, 'court')) return over.court('ended', lastDay);
  return zoneDate(presenting.now, presenting.timeZone) > asked.lastDay ? over.court('late', lastDay) : null;
}

function moreTime(
  shown: MatterShown,
  { side, round = 1 }: NoticeOf<'matter_more_time'>,
  presenting: Presenting,
): Over | Answered {
  const { matter, rules } = shown;
  const { extension, suspended } = matter.body;
  const { texts, timeZone } = presenting;
  const { over, choice } = texts.matter;
  if (extension === null) return null;
  if (round !== (extension.round ?? 1)) return over.moreTime('anew', '');
  if (extension.askedDays === 0) {
    const endsAt = extension.agreed.length === 0 ? null : mediationEndsAt(matter, rules.mediationDays, timeZone);
    return endsAt === null ? over.moreTime('refused', '') : over.moreTime('agreed', daySaid(endsAt - 1, presenting));
  }
  if (!canStep(matter, 'extend')) return over.moreTime(suspended === null ? 'moved' : 'rests', '');
  if (side === null || !extension.agreed.includes(side)) return null;
  const no = matterButton(texts, 'matter_extend', matter.token, { value: 'no', label: choice.matter_extend.no });
  return { text: over.moreTimeSaid, actions: allowedRows(shown, [[no]]) };
}

function deadline(
  { matter, rules }: MatterShown,
  { endsAt }: NoticeOf<'matter_deadline'>,
  presenting: Presenting,
): Over {
  const { over } = presenting.texts.matter;
  if (matter.body.suspended !== null) return over.deadline('rests', '');
  if (!canStep(matter, 'extend')) return over.deadline('moved', '');
  const now = mediationEndsAt(matter, rules.mediationDays, presenting.timeZone);
  return now === null || endsAt === undefined || now === endsAt
    ? null
    : over.deadline('longer', daySaid(now - 1, presenting));
}

function visit({ matter }: MatterShown, { days }: NoticeOf<'matter_visit'>, { texts }: Presenting): Over {
  const answered = matter.body.followUps.some((one) => one.days === days && one.at !== null);
  return answered || !canAgree(matter, 'visit') ? texts.matter.over.visit(answered) : null;
}

/** Written anew since; what became of these terms themselves is drawn where they are asked about. */
function terms({ matter }: MatterShown, { writtenAt }: NoticeOf<'matter_terms'>, { texts }: Presenting): Over {
  const { agreement } = matter.body;
  return agreement === null || writtenAt === undefined || agreement.writtenAt === writtenAt
    ? null
    : texts.matter.over.terms;
}

function timesAnswered(
  shown: MatterShown,
  { session: n }: NoticeOf<'matter_times_answered'>,
  presenting: Presenting,
): Over {
  const session = shown.matter.body.sessions.find((one) => one.n === n);
  if (session === undefined) return null;
  const cannot = Object.values(session.answers).some((times) => times.length === 0);
  const open = session.state === 'proposed' || (session.state === 'booked' && cannot);
  return open && canStep(shown.matter, 'propose') ? null : timesOver(session, presenting);
}

function timesWished(
  { matter }: MatterShown,
  { side, times, instead }: NoticeOf<'matter_times_wished'>,
  presenting: Presenting,
): Over {
  const { over, toSide } = presenting.texts.matter;
  if (!canStep(matter, 'propose')) return over.times;
  const open = openSession(matter.body, meetsApart(matter.body) ? side : undefined);
  if (open?.state === 'proposed' && times.every((at) => open.times.includes(at))) return over.wishAsked;
  const booked = open?.state === 'booked' ? open.startsAt : null;
  return booked === null || instead === undefined || booked === instead
    ? null
    : toSide.timesFixed(timeSaid(booked, presenting));
}

function met({ matter }: MatterShown, { session: n }: NoticeOf<'matter_session_over'>, { texts }: Presenting): Over {
  const session = matter.body.sessions.find((one) => one.n === n);
  if (session === undefined) return null;
  const { over } = texts.matter;
  if (session.state === 'missed') return over.met('missed');
  if (session.state === 'held' && (session.record !== '' || matter.kind !== 'dispute')) return over.met('held');
  const open = session.state === 'booked' || session.state === 'held';
  return open && canStep(matter, 'hold') ? null : over.met('moved');
}

function told(shown: MatterShown, { session: n }: NoticeOf<'matter_session'>, presenting: Presenting): Over {
  const session = shown.matter.body.sessions.find((one) => one.n === n);
  return session === undefined || session.state === 'booked' ? null : sessionPast(session, presenting);
}

const ends: {
  [K in QuestionKind]: (shown: MatterShown, notice: NoticeOf<K>, presenting: Presenting) => Over | Answered;
} = {
  matter_payment: payment,
  matter_court: court,
  matter_more_time: moreTime,
  matter_deadline: deadline,
  matter_visit: visit,
  matter_terms: terms,
  matter_times_answered: timesAnswered,
  matter_times_wished: timesWished,
  matter_session: told,
  matter_session_over: met,
};

import { mayAgreeOrally } from '../../core/agreement-steps.ts';
import { canStep, invited, meetsApart } from '../../core/dispute.ts';
import { timeValue, wishValue } from '../../core/course-tap.ts';
import { isOver } from '../../core/matter.ts';
import type { Card, CardAction, CardLink } from '../../core/message.ts';
import { partyOf } from '../../core/party.ts';
import type { Session } from '../../core/session.ts';
import { isOpen, openSession, overlap } from '../../core/session-steps.ts';
import { spokenName } from '../../core/spoken-name.ts';
import { zoneTime } from '../../core/zone-time.ts';
import type { TimesEnd } from '../texts/matter-course-texts.ts';
import type { NoticeOf } from './drawing.ts';
import { allowedRows, matterButton, partyNamed, privateCard, type MatterShown } from './matter-shown.ts';
import { holdLine } from './matter-work.ts';
import { metButtons } from './matter-work-buttons.ts';
import { soonSaid, timeSaid } from './matter-when.ts';
import { line, type Presenting } from './presenting.ts';

function sessionOf({ matter }: MatterShown, n: number): Session | undefined {
  return matter.body.sessions.find((one) => one.n === n);
}

/** Which of these times suit you? What was chosen stands on its button. */
export function matterTimes(
  shown: MatterShown,
  { session: n, side }: NoticeOf<'matter_times'>,
  presenting: Presenting,
): Card | null {
  const { matter } = shown;
  const session = sessionOf(shown, n);
  if (session === undefined) return null;
  const { texts } = presenting;
  const words = texts.matter.toSide;
  const chosen = session.answers[side];
  const open = session.state === 'proposed' && canStep(matter, 'choose');
  const times = session.times.map((at, i) => ({ i, at, when: timeSaid(at, presenting) }));
  const buttons = times.map(({ i, when }) => [
    matterButton(texts, 'matter_time', matter.token, {
      value: timeValue({ session: n, said: i }),
      label: chosen?.includes(i) === true ? words.timeChosen(when) : when,
    }),
  ]);
  const none = matterButton(texts, 'matter_time', matter.token, {
    value: timeValue({ session: n, said: 'none' }),
    label: texts.matter.choice.matter_time.none,
  });
  return privateCard(matter, open ? 'question' : 'news', presenting, {
    lines: open
      ? [
          ...line(chosen?.length === 0 ? words.timesNone : words.times),
          ...times.flatMap(({ i, when }) => line(words.time(i + 1, when))),
          ...line(session.side === undefined || matter.kind !== 'dispute' ? null : words.sessionApart, 'quiet'),
        ]
      : line(words.timesOver(timesEnd(shown, session), fixedAt(session, presenting))),
    actions: open ? allowedRows(shown, [...buttons, [none]]) : [],
  });
}

/** What came of times that nobody has to choose among any more. */
function timesEnd({ matter }: MatterShown, { state }: Session): TimesEnd {
  if (matter.state === 'suspended') return 'rests';
  if (state !== 'proposed' && state !== 'cancelled') return 'fixed';
  if (matter.body.agreement !== null) return 'agreed';
  if (isOver(matter)) return 'ended';
  return matter.body.sessions.some(isOpen) ? 'others' : 'off';
}

const fixedAt = ({ startsAt }: Session, presenting: Presenting): string =>
  startsAt === null ? '' : timeSaid(startsAt, presenting);

/** To the owner, of times that nobody has to see to any more. */
export function timesOver(session: Session, presenting: Presenting): string {
  const { over, toSide } = presenting.texts.matter;
  const fixed = session.state === 'proposed' || session.state === 'cancelled' ? '' : fixedAt(session, presenting);
  return fixed === '' ? over.times : toSide.timesFixed(fixed);
}

/** Owner: how the sides answered. */
export function matterTimesAnswered(
  shown: MatterShown,
  { session: n }: NoticeOf<'matter_times_answered'>,
  presenting: Presenting,
): Card | null {
  const { matter } = shown;
  const session = sessionOf(shown, n);
  if (session === undefined || session.state === 'held' || session.state === 'cancelled') return null;
  const { texts, now } = presenting;
  const words = texts.matter.toSide;
  const { parties } = matter.body;
  const sides = invited(session, parties).map((party) => {
    const answer = session.answers[party.key];
    const times = (answer ?? []).flatMap((i) => {
      const at = session.times[i];
      return at === undefined ? [] : timeSaid(at, presenting);
    });
    return words.timesOf(partyNamed(matter, party, texts), times, answer !== undefined);
  });
  const found = overlap(session, parties, now);
  const fixed = session.state === 'booked' && session.startsAt !== null ? timeSaid(session.startsAt, presenting) : null;
  const next =
    fixed !== null ? words.timesFixed(fixed) : found.kind === 'waiting' ? words.timesWaiting : words.timesClash;
  return privateCard(matter, 'next', presenting, {
    lines: [...sides.flatMap((side) => line(side)), ...line(next, 'strong')],
    actions: allowedRows(shown, [[matterButton(texts, 'matter_times', matter.token)]]),
  });
}

/** Owner: a side asks for other times; one tap takes one of them, or asks the other sides. */
export function matterTimesWished(
  shown: MatterShown,
  { side, times }: NoticeOf<'matter_times_wished'>,
  presenting: Presenting,
): Card | null {
  const { matter } = shown;
  const { texts, timeZone, now } = presenting;
  const { parties } = matter.body;
  const party = partyOf(parties, side);
  if (party === undefined) return null;
  const words = texts.matter.toSide;
  const apart = meetsApart(matter.body);
  const booked = openSession(matter.body, apart ? side : undefined);
  const startsAt = booked?.state === 'booked' ? booked.startsAt : null;
  const open = canStep(matter, 'propose') ? times.filter((at) => at > now && at !== startsAt) : [];
  const clocks = open.map((at) => {
    const { date, clock } = zoneTime(at, timeZone);
    return { at, date, clock };
  });
  const button = (how: 'take' | 'ask', of: readonly number[], label: string): CardAction =>
    matterButton(texts, 'matter_times', matter.token, { value: wishValue({ how, side, times: of }), label });
  const take = clocks.map(({ at, date, clock }) => [
    button('take', [at], words.wishTake(date, clock, startsAt !== null)),
  ]);
  const ask = button('ask', open, words.wishAsk(clocks.map(({ date, clock }) => [date, clock] as const)));
  return privateCard(matter, 'next', presenting, {
    lines: [
      ...line(
        words.timesWished(
          partyNamed(matter, party, texts),
          times.map((at) => timeSaid(at, presenting)),
        ),
        'strong',
      ),
      ...line(startsAt === null ? null : words.wishedInstead(timeSaid(startsAt, presenting)), 'quiet'),
    ],
    actions: allowedRows(shown, open.length === 0 ? [] : [...take, ...(apart || parties.length < 2 ? [] : [[ask]])]),
  });
}

/** It is booked, near, changed or off. When, in plain sight; where and with whom, covered. */
export function matterSession(
  shown: MatterShown,
  { session: n, step }: NoticeOf<'matter_session'>,
  calendar: CardLink[],
  presenting: Presenting,
): Card | null {
  const { matter, owner, side } = shown;
  const session = sessionOf(shown, n);
  if (session === undefined || session.startsAt === null) return null;
  if (step === 'past')
    return privateCard(matter, 'news', presenting, { lines: line(sessionPast(session, presenting)) });
  const off = step === 'off';
  const dispute = matter.kind === 'dispute';
  if (!off && session.state !== 'booked') return null;
  const words = presenting.texts.matter.toSide;
  const when = soonSaid(session.startsAt, presenting);
  const cant = matterButton(presenting.texts, 'matter_time', matter.token, {
    value: timeValue({ session: n, said: 'none' }),
    label: words.cannotCome,
  });
  // Of what nobody near by may know it says when, and nothing else; what it is stands behind the number.
  const bare = off || (!dispute && (step === 'day' || step === 'hour'));
  return privateCard(matter, step === 'booked' || step === 'changed' || off ? 'news' : 'next', presenting, {
    lines: [
      ...line(words.session(step, when), 'strong'),
      ...(side === null ? holdLine(shown, presenting) : []),
      ...(bare
        ? []
        : [
            ...line(session.placeWords === '' ? null : words.sessionWhere(session.placeWords), 'hidden'),
            ...line(owner === null ? null : words.sessionWith(spokenName(owner), dispute), 'hidden'),
            ...line(session.side === undefined || side === null || !dispute ? null : words.sessionApart),
            ...line(dispute && side !== null && step !== 'hour' ? words.sessionBring : null),
          ]),
      ...line(side !== null && !off ? words.sessionCant : null, 'quiet'),
    ],
    actions: off || side === null || step === 'hour' ? [] : allowedRows(shown, [[cant]]),
    links: bare ? [] : calendar,
  });
}

/** Instead of what was told of it: it was moved, is over, or is off. */
export function sessionPast(session: Session, presenting: Presenting): string {
  const { state } = session;
  const toCome = (session.startsAt ?? 0) > presenting.now;
  const how = state === 'booked' ? 'moved' : state === 'cancelled' && toCome ? 'off' : 'over';
  return presenting.texts.matter.toSide.sessionPast(how, fixedAt(session, presenting));
}

/** Owner: how did it go? */
export function matterSessionOver(
  shown: MatterShown,
  { session: n }: NoticeOf<'matter_session_over'>,
  presenting: Presenting,
): Card | null {
  const { matter } = shown;
  const session = sessionOf(shown, n);
  const recorded = session?.state === 'held' && (session.record !== '' || matter.kind !== 'dispute');
  if (session === undefined || recorded || (session.state !== 'booked' && session.state !== 'held')) return null;
  const { texts } = presenting;
  const words = texts.matter;
  const { parties } = matter.body;
  const { token } = matter;
  if (matter.kind !== 'dispute')
    return privateCard(matter, 'question', presenting, {
      lines: line(words.toSide.overMet),
      actions: allowedRows(shown, [metButtons(shown, presenting), [matterButton(texts, 'matter_done', token)]]),
    });
  const absent = invited(session, parties).map((party) =>
    matterButton(texts, 'matter_absent', token, {
      value: party.key,
      label: words.sideAbsent(partyNamed(matter, party, texts)),
    }),
  );
  const held =
    session.side !== undefined && partyOf(parties, session.side) !== undefined ? { value: session.side } : {};
  const agree = words.choice.matter_agree;
  const oral = matterButton(texts, 'matter_agree', token, { value: 'oral', label: agree.oral });
  return privateCard(matter, 'question', presenting, {
    lines: [...line(words.toSide.over), ...line(words.toSide.overNext, 'quiet')],
    actions: allowedRows(shown, [
      [matterButton(texts, 'matter_held', token, { ...held, style: 'primary' })],
      absent,
      [
        matterButton(texts, 'matter_agree', token, { value: 'written', label: agree.written }),
        ...(mayAgreeOrally(matter.body) ? [oral] : []),
      ],
      [matterButton(texts, 'matter_fail', token, { value: 'failed', label: words.choice.matter_fail.failed })],
    ]),
  });
}

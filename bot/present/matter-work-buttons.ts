import { canAgree, mayAgreeOrally, unsigned } from '../../core/agreement-steps.ts';
import { canStep, invited } from '../../core/dispute.ts';
import type { MatterVerb } from '../../core/matter-verb.ts';
import { isByAppointment, isOver } from '../../core/matter.ts';
import type { CardAction } from '../../core/message.ts';
import { partyOf } from '../../core/party.ts';
import { sideValue } from '../../core/course-tap.ts';
import { openSession } from '../../core/session-steps.ts';
import { zoneDate } from '../../core/zone-time.ts';
import { matterButton, sideNamed, type MatterShown } from './matter-shown.ts';
import type { Presenting } from './presenting.ts';

type Rows = CardAction[][];

/** What the owner of a dispute can do now; whatever the law's rules do not allow in this state is not offered. */
export function disputeButtons(shown: MatterShown, presenting: Presenting): Rows {
  return [
    ...consentRows(shown, presenting),
    ...sessionRows(shown, presenting),
    ...agreementRows(shown, presenting),
    ...courtRows(shown, presenting),
    ...visitRows(shown, presenting),
    ...restRows(shown, presenting),
  ];
}

type Make = (verb: MatterVerb, options?: { value?: string; label?: string; style?: CardAction['style'] }) => CardAction;

function maker({ matter }: MatterShown, { texts }: Presenting): Make {
  return (verb, options) => matterButton(texts, verb, matter.token, options);
}

function consentRows(shown: MatterShown, presenting: Presenting): Rows {
  const { matter } = shown;
  const { parties } = matter.body;
  // A third side that was named later is still to say so.
  if (!canStep(matter, 'note_consent')) return [];
  const make = maker(shown, presenting);
  const { texts } = presenting;
  return parties
    .filter(({ consent }) => consent !== 'yes')
    .map((party) =>
      (['yes', 'no', 'unreached'] as const).map((said) =>
        make('matter_consent', {
          value: sideValue(said, party.key),
          label: texts.matter.sideSays(sideNamed(party, parties, texts), said),
        }),
      ),
    );
}

function sessionRows(shown: MatterShown, presenting: Presenting): Rows {
  const { matter } = shown;
  if (!canStep(matter, 'propose')) return [];
  const { texts, now } = presenting;
  const make = maker(shown, presenting);
  const session = openSession(matter.body);
  const times = make('matter_times', session === null ? { style: 'primary' } : {});
  if (session === null) return [[times, make('matter_held')]];
  if (session.state !== 'booked' || session.startsAt === null) return [[times, make('matter_cancel')]];
  if (session.startsAt > now) return [[times, make('matter_cancel')]];
  const { parties } = matter.body;
  const absent = invited(session, parties).map((party) =>
    make('matter_absent', { value: party.key, label: texts.matter.sideAbsent(sideNamed(party, parties, texts)) }),
  );
  return [[make('matter_held', { style: 'primary' })], absent];
}

function agreementRows(shown: MatterShown, presenting: Presenting): Rows {
  const { matter } = shown;
  const { agreement, parties } = matter.body;
  const { texts } = presenting;
  const { choice } = texts.matter;
  const make = maker(shown, presenting);
  const rows: Rows = [];
  if (canAgree(matter, 'sign') && agreement !== null) {
    const open = unsigned(agreement, parties);
    const signs = open.flatMap((key) => {
      const party = partyOf(parties, key);
      if (party === undefined) return [];
      return make('matter_sign', { value: key, label: texts.matter.sideSigned(sideNamed(party, parties, texts)) });
    });
    rows.push(
      open.length === 0
        ? [make('matter_sign', { value: 'seal', label: choice.matter_sign.seal, style: 'primary' })]
        : signs,
    );
  } else if (canAgree(matter, 'agree')) {
    rows.push([
      make('matter_agree', { value: 'written', label: choice.matter_agree.written }),
      ...(mayAgreeOrally(matter.body)
        ? [make('matter_agree', { value: 'oral', label: choice.matter_agree.oral })]
        : []),
    ]);
  }
  if (canAgree(matter, 'perform'))
    rows.push([make('matter_performed'), ...(canAgree(matter, 'break') ? [make('matter_broken')] : [])]);
  return rows;
}

/** The step at the court that can follow the last one. */
function courtRows(shown: MatterShown, presenting: Presenting): Rows {
  const { matter } = shown;
  const { court } = matter.body;
  if (court === null || !canAgree(matter, 'court')) return [];
  if (court.state === null && zoneDate(presenting.now, presenting.timeZone) > court.lastDay) return [];
  const { matter_court: label } = presenting.texts.matter.choice;
  const make = maker(shown, presenting);
  const to = (value: keyof typeof label): CardAction => make('matter_court', { value, label: label[value] });
  if (court.state === null) return [[to('applied'), to('none')]];
  return court.state === 'applied' ? [[to('confirmed'), to('rejected')]] : [];
}

/** A return visit that is due, or was answered by nobody. */
export function visitRows(shown: MatterShown, presenting: Presenting): Rows {
  const { matter } = shown;
  const visit = matter.body.followUps.find(({ at }) => at === null);
  if (visit === undefined || visit.dueAt > presenting.now || !canAgree(matter, 'visit')) return [];
  const { matter_visit: label } = presenting.texts.matter.choice;
  const make = maker(shown, presenting);
  return [
    [
      make('matter_visit', { value: 'yes', label: label.yes, style: 'primary' }),
      make('matter_visit', { value: 'no', label: label.no }),
    ],
  ];
}

const usualDays = 15;

function restRows(shown: MatterShown, presenting: Presenting): Rows {
  const { matter } = shown;
  const { texts } = presenting;
  const make = maker(shown, presenting);
  const label = texts.matter.choice.matter_fail;
  const fails = canStep(matter, 'fail')
    ? [
        make('matter_fail', { value: 'failed', label: label.failed }),
        ...(matter.state === 'assigned' ? [make('matter_fail', { value: 'no_contact', label: label.no_contact })] : []),
      ]
    : [];
  const more = canStep(matter, 'extend')
    ? [make('matter_extend', { value: String(usualDays), label: texts.matter.moreDays(usualDays) })]
    : [];
  const rest = canStep(matter, 'go_on')
    ? [make('matter_go_on', { style: 'primary' })]
    : canStep(matter, 'suspend')
      ? [make('matter_suspend')]
      : [];
  const away = matter.state === 'assigned' ? [make('matter_conflict')] : [];
  const given = isOver(matter) || matter.state === 'effective' || matter.state === 'performing';
  return [fails, [...more, ...rest], given ? [] : [make('matter_give_back'), make('matter_step_up'), ...away]];
}

/** What whoever has any other kind of matter can do. */
export function otherButtons(shown: MatterShown, presenting: Presenting): Rows {
  const { matter } = shown;
  const { texts } = presenting;
  const make = maker(shown, presenting);
  if (isOver(matter)) return visitRows(shown, presenting);
  const answering = matter.kind === 'legal_question';
  const done = make('matter_done', {
    style: 'primary',
    ...(answering ? { label: texts.matter.work.writeAnswer } : {}),
  });
  const ack = matter.kind === 'help_request' ? [make('matter_ack')] : [];
  const times = isByAppointment(matter) && canStep(matter, 'propose') ? [make('matter_times')] : [];
  const session = openSession(matter.body);
  const begun = session?.state === 'booked' && (session.startsAt ?? 0) <= presenting.now;
  const off = session === null || begun ? [] : [make('matter_cancel')];
  return [
    ...(begun ? [metButtons(shown, presenting)] : []),
    [...ack, ...times, ...off],
    [done],
    [make('matter_give_back'), make('matter_step_up')],
  ];
}

/** An appointment with one person is over: they came, or they did not. */
export function metButtons(shown: MatterShown, presenting: Presenting): CardAction[] {
  const make = maker(shown, presenting);
  return [make('matter_held', { style: 'primary' }), make('matter_absent', { label: presenting.texts.matter.notMet })];
}

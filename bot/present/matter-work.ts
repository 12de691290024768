import { unsigned } from '../../core/agreement-steps.ts';
import { canStep, meetsApart, mediationEndsAt } from '../../core/dispute.ts';
import { isOver } from '../../core/matter.ts';
import type { Card, CardLine } from '../../core/message.ts';
import { partyOf, takesPart } from '../../core/party.ts';
import { zoneTime } from '../../core/zone-time.ts';
import { mayReadNotes } from '../../core/matter-permission.ts';
import type { Person } from '../../core/people.ts';
import { openSession } from '../../core/session-steps.ts';
import { spokenName } from '../../core/spoken-name.ts';
import { allowedRows, matterButton, partyNamed, privateCard, type MatterShown } from './matter-shown.ts';
import { disputeButtons, otherButtons } from './matter-work-buttons.ts';
import { daySaid, soonSaid } from './matter-when.ts';
import type { NoticeOf } from './drawing.ts';
import { line, type Presenting } from './presenting.ts';

/** Sides by what they are, as everywhere on what comes unasked. */
function rolesOf({ matter }: MatterShown, keys: readonly string[], { texts }: Presenting): string[] {
  const { parties } = matter.body;
  return keys.flatMap((key) => {
    const party = partyOf(parties, key);
    return party === undefined ? [] : partyNamed(matter, party, texts);
  });
}

/** The meeting that is being arranged, or is to come. */
function sessionLines({ matter }: MatterShown, presenting: Presenting): CardLine[] {
  const session = openSession(matter.body);
  const { work } = presenting.texts.matter;
  const at = session?.state === 'booked' ? session.startsAt : null;
  return line(
    session?.state === 'proposed' && canStep(matter, 'propose')
      ? work.timesOpen
      : at === null
        ? null
        : work.booked(soonSaid(at, presenting)),
  );
}

/** What is being waited for, and until when. */
function waitingLines(shown: MatterShown, presenting: Presenting): CardLine[] {
  const { matter, rules } = shown;
  const { parties, agreement, extension, court } = matter.body;
  const words = presenting.texts.matter;
  const open = parties.filter(({ consent }) => consent !== 'yes' && consent !== 'no').map(({ key }) => key);
  const ends = canStep(matter, 'extend') ? mediationEndsAt(matter, rules.mediationDays, presenting.timeZone) : null;
  const unsignedKeys = agreement === null ? [] : unsigned(agreement, parties);
  const asked = extension !== null && extension.askedDays > 0;
  const noMore = parties
    .filter((party) => takesPart(party) && extension?.agreed.includes(party.key) !== true)
    .map(({ key }) => key);
  return [
    ...line(
      canStep(matter, 'note_consent') && open.length > 0
        ? words.work.consentOpen(rolesOf(shown, open, presenting))
        : null,
    ),
    ...sessionLines(shown, presenting),
    ...line(
      matter.state === 'agreed' && agreement !== null
        ? unsignedKeys.length === 0
          ? words.work.signSeal
          : words.work.signOpen(rolesOf(shown, unsignedKeys, presenting))
        : null,
    ),
    ...line(
      court === null
        ? null
        : court.state === 'rejected'
          ? words.work.courtRejected
          : court.state === 'applied'
            ? words.work.courtApplied
            : null,
    ),
    ...line(asked ? words.toSide.moreTimeState(rolesOf(shown, noMore, presenting)) : null),
    ...line(ends === null ? null : words.fact.fact('deadline', daySaid(ends - 1, presenting)), 'quiet'),
  ];
}

/** Who has written, and when: the words themselves stand in what it says, which is asked for. */
function heardLines(shown: MatterShown, heard: NoticeOf<'matter_work'>['heard'], presenting: Presenting): CardLine[] {
  if (heard === undefined) return [];
  const [side] = heard.side === null ? [] : rolesOf(shown, [heard.side], presenting);
  return line(
    presenting.texts.matter.work.heard(side ?? null, zoneTime(heard.at, presenting.timeZone).clock),
    'strong',
  );
}

/** Whoever asked for silence is not to be rung or written to. */
export function holdLine({ matter }: MatterShown, { texts }: Presenting): CardLine[] {
  const silent = (matter.body.silentFor ?? []).length > 0 && !isOver(matter);
  return line(silent ? texts.matter.work.hold : null, 'warning');
}

/** Before anything was done by whoever has it now. */
function isNew({ state, kind, body }: MatterShown['matter']): boolean {
  return (state === 'assigned' || state === 'accepted') && (kind === 'dispute' || body.sessions.length === 0);
}

/** Whoever has it: how it stands, what to do now, and only those buttons that do something now. No name, no word of it. */
export function matterWork(
  shown: MatterShown,
  { heard }: Pick<NoticeOf<'matter_work'>, 'heard'>,
  handedBy: Person | null,
  presenting: Presenting,
): Card {
  const { matter } = shown;
  const { texts } = presenting;
  const words = texts.matter;
  const dispute = matter.kind === 'dispute';
  // Whoever gave it back, or handed it on.
  if (!mayReadNotes(shown.rights))
    return privateCard(matter, 'next', presenting, { lines: line(words.work.offerOver) });
  const look = matterButton(texts, 'matter_look', matter.token);
  const rows = dispute ? disputeButtons(shown, presenting) : otherButtons(shown, presenting);
  const working = canStep(matter, 'propose');
  return privateCard(matter, 'next', presenting, {
    lines: [
      ...heardLines(shown, heard, presenting),
      ...line(words.fact.fact('state', words.state[matter.state]), 'strong'),
      ...line(handedBy !== null && isNew(matter) ? words.work.handedBy(spokenName(handedBy)) : null),
      // While the sides are being asked for a time, nothing else is to be done.
      ...line(
        working && openSession(matter.body)?.state === 'proposed' ? null : words.work.next(matter.state, matter.kind),
      ),
      ...line(dispute && meetsApart(matter.body) ? words.work.nextApart : null, 'warning'),
      ...holdLine(shown, presenting),
      ...(dispute ? waitingLines(shown, presenting) : sessionLines(shown, presenting)),
      ...line(matter.kind === 'legal_question' && matter.state === 'accepted' ? words.work.answerHow : null, 'quiet'),
      ...line(dispute && working ? words.work.write : null, 'quiet'),
    ],
    actions: allowedRows(shown, [[look], ...rows]),
  });
}

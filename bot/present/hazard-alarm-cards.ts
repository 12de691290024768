import { isPaused, type OverdueStep } from '../../core/hazard.ts';
import type { Card, CardAction, CardLine } from '../../core/message.ts';
import type { Person } from '../../core/people.ts';
import { spokenName } from '../../core/spoken-name.ts';
import { deadlineWords, standingOf } from './hazard-deadline.ts';
import { hazardButton, mainKind, mapOf, numberLine, placeLines, wordsOf } from './hazard-lines.ts';
import { ownerActions } from './hazard-order-card.ts';
import type { HazardShown } from './hazard-shown.ts';
import { cardOf, line, type Presenting } from './presenting.ts';

/** Whether this goes to the owner, who can act on it. */
export function isOwner({ hazard }: HazardShown, reader: Person | null, { direct }: Presenting): boolean {
  return direct && reader !== null && reader.id === hazard.ownerId;
}

/** What leader and command can do about something late. */
function leaderActions(
  { hazard }: HazardShown,
  supervision: boolean,
  presenting: Presenting,
): (readonly CardAction[])[] {
  const chase = hazardButton(presenting, 'hazard_chase', hazard.token);
  const clock = hazardButton(presenting, isPaused(hazard) ? 'hazard_resume' : 'hazard_pause', hazard.token);
  if (!supervision || hazard.handling === 'supervised') return [[chase, clock]];
  return [[hazardButton(presenting, 'hazard_supervise', hazard.token, { style: 'primary' })], [chase, clock]];
}

/** Who has it, with a phone: for leader and command, never for a group of others. */
export function ownerLine({ owner }: HazardShown, { texts }: Presenting): CardLine[] {
  return line(owner === null ? null : texts.hazard.fact.owner(spokenName(owner), owner.phone));
}

/**
 * How a deadline stands, with all of its arithmetic, and what can be done. Null when it is no longer so: fixed meanwhile, the
 * clock stopped, or more time given.
 */
export function overdueCard(
  shown: HazardShown,
  { step, lateDays, reader }: { step: OverdueStep; lateDays: number; reader: Person | null },
  presenting: Presenting,
): Card | null {
  const { hazard, deadlines } = shown;
  const { texts, now } = presenting;
  const { alarm, deadline } = texts.hazard;
  const standing = standingOf(hazard, deadlines, now);
  if ((hazard.state !== 'assigned' && hazard.state !== 'accepted') || standing === null) return null;
  const early = standing.kind === 'days_left' || standing.kind === 'span_left';
  if (lateDays >= 0 && early && step.days >= 0) return null;
  const mine = isOwner(shown, reader, presenting);
  const to = mine ? 'owner' : step.to === 'supervision' ? 'supervision' : 'leader';
  return cardOf({
    title: alarm.title(deadline.standing(standing), mainKind(hazard, presenting)),
    lines: [
      ...placeLines(shown, presenting),
      ...line(deadlineWords(hazard, deadlines, presenting), early ? undefined : 'warning'),
      ...(mine ? [] : ownerLine(shown, presenting)),
      ...line(alarm.next[to], 'strong'),
      ...numberLine(hazard, presenting),
    ],
    actions: mine ? ownerActions(hazard, presenting) : leaderActions(shown, to === 'supervision', presenting),
    links: mapOf(shown, presenting),
    loud: !early,
  });
}

/** Somebody asks how it goes: to the owner, else to the command. Null when there is nothing to ask for any more. */
export function chasedCard(shown: HazardShown, reader: Person | null, presenting: Presenting): Card | null {
  const { hazard, deadlines } = shown;
  if (hazard.state === 'closed') return null;
  const { alarm, state } = presenting.texts.hazard;
  const mine = isOwner(shown, reader, presenting);
  return cardOf({
    title: mine ? alarm.chasedOwner(hazard.number) : alarm.chasedCommand(hazard.number),
    lines: [
      ...line(
        presenting.texts.hazard.fact.line('', mainKind(hazard, presenting), state[hazard.state]).trim(),
        'strong',
      ),
      ...placeLines(shown, presenting),
      ...line(deadlineWords(hazard, deadlines, presenting)),
      ...(mine ? [] : ownerLine(shown, presenting)),
      ...line(mine ? alarm.chasedNext : alarm.waitingNext),
    ],
    actions: mine ? ownerActions(hazard, presenting) : [],
    loud: mine,
  });
}

/** To the owner: it is under supervision now, with the deadline as it stands. Null when nothing is left to do. */
export function supervisedCard(shown: HazardShown, presenting: Presenting): Card | null {
  const { hazard, deadlines } = shown;
  if (hazard.state !== 'assigned' && hazard.state !== 'accepted') return null;
  const { alarm, fact } = presenting.texts.hazard;
  return cardOf({
    title: alarm.supervised(hazard.number),
    lines: [
      ...line(fact.line('', mainKind(hazard, presenting), '').trim(), 'strong'),
      ...placeLines(shown, presenting),
      ...line(deadlineWords(hazard, deadlines, presenting), 'warning'),
      ...line(alarm.supervisedNext, 'strong'),
    ],
    actions: ownerActions(hazard, presenting),
    links: mapOf(shown, presenting),
    loud: true,
  });
}

/** Two that look alike: a human says whether they are one. Null once one of them has ended. */
export function twinCard(
  shown: HazardShown,
  other: HazardShown,
  metres: number | null,
  presenting: Presenting,
): Card | null {
  if (shown.hazard.state === 'closed' || other.hazard.state === 'closed') return null;
  const { alarm } = presenting.texts.hazard;
  const both = [other, shown].flatMap((one) => [
    ...line(`${one.hazard.number} ${mainKind(one.hazard, presenting)}`, 'strong'),
    ...placeLines(one, presenting),
    ...line(wordsOf(one, presenting)),
  ]);
  return cardOf({
    title: alarm.twinTitle(shown.hazard.number, other.hazard.number),
    lines: [...both, ...line(metres === null ? null : alarm.apart(metres)), ...line(alarm.twinAsk)],
    actions: [
      [
        hazardButton(presenting, 'hazard_merge', shown.hazard.token, {
          value: other.hazard.number.replace(/^H-/, ''),
          style: 'primary',
        }),
      ],
    ],
  });
}

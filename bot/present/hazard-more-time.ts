import { inWorkingDays, sumDeadline, withExtension } from '../../core/deadline.ts';
import { daysFor } from '../../core/hazard-owner.ts';
import type { Instant } from '../../core/clock.ts';
import type { Card } from '../../core/message.ts';
import { spokenName } from '../../core/spoken-name.ts';
import { ownerLine } from './hazard-alarm-cards.ts';
import { deadlineWords, dueTimeOf } from './hazard-deadline.ts';
import { hazardButton, mainKind, placeLines, unnamed } from './hazard-lines.ts';
import { ownerActions } from './hazard-order-card.ts';
import type { HazardShown } from './hazard-shown.ts';
import { cardOf, clip, line, type Presenting } from './presenting.ts';

/** When it would be due if the wish were granted, reckoned as granting it does; null where the clock stands. */
function dueIfGranted({ hazard, rules, deadlines }: HazardShown, days: number, now: Instant): Instant | null {
  if (hazard.terms === null) return null;
  const usual = daysFor(rules, hazard.kinds, hazard.grade ?? 'ordinary');
  const terms = inWorkingDays(hazard.terms, hazard.assignedAt ?? now, usual);
  return sumDeadline(withExtension(terms, { why: 'granted', days, reason: '', byId: null, at: now }), deadlines).dueAt;
}

/** The owner's wish for more time, for whoever decides: how long, why, and until when it would be. Null once it is decided. */
export function moreAskedCard(shown: HazardShown, presenting: Presenting): Card | null {
  const { hazard, owner, deadlines, tellers } = shown;
  const { asked } = hazard;
  if (asked === null || (hazard.state !== 'assigned' && hazard.state !== 'accepted')) return null;
  const { texts, timeZone, now } = presenting;
  const { alarm } = texts.hazard;
  const until = dueIfGranted(shown, asked.days, now);
  const reason = clip(unnamed(asked.reason, tellers, texts), 200);
  return cardOf({
    title: alarm.moreTitle(owner === null ? hazard.number : spokenName(owner), asked.days),
    lines: [
      ...line(`${hazard.number} ${mainKind(hazard, presenting)}`, 'strong'),
      ...placeLines(shown, presenting),
      ...line(reason === '' ? null : alarm.moreReason(reason)),
      ...line(deadlineWords(hazard, deadlines, presenting)),
      ...line(until === null ? null : alarm.moreUntil(dueTimeOf(until, timeZone))),
      ...ownerLine(shown, presenting),
      ...line(alarm.moreAsk, 'strong'),
    ],
    actions: [
      [
        hazardButton(presenting, 'hazard_extend', hazard.token, { style: 'primary' }),
        hazardButton(presenting, 'hazard_refuse', hazard.token),
      ],
    ],
    loud: true,
  });
}

/** What was decided, with the new deadline's arithmetic. */
export function moreDecidedCard(shown: HazardShown, granted: boolean, presenting: Presenting): Card | null {
  const { hazard, deadlines } = shown;
  if (hazard.state !== 'assigned' && hazard.state !== 'accepted') return null;
  const { order } = presenting.texts.hazard;
  return cardOf({
    title: granted ? order.moreGranted(hazard.number) : order.moreRefused(hazard.number),
    lines: [
      ...placeLines(shown, presenting),
      ...line(deadlineWords(hazard, deadlines, presenting), 'strong'),
      ...line(order.moreNext),
    ],
    actions: ownerActions(hazard, presenting),
  });
}

/** The one thing that is still missing from the owner: a photo of how it is now. Null when it is no longer wanted. */
export function photoWantedCard(shown: HazardShown, presenting: Presenting): Card | null {
  const { hazard } = shown;
  if (hazard.state !== 'assigned' && hazard.state !== 'accepted') return null;
  const { order } = presenting.texts.hazard;
  return cardOf({
    lines: [...line(order.photoWanted(hazard.number), 'strong'), ...line(order.photoHow)],
  });
}

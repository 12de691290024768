import type { Instant } from '../../core/clock.ts';
import type { Hazard } from '../../core/hazard.ts';
import type { Card } from '../../core/message.ts';
import type { Person } from '../../core/people.ts';
import { isOwner } from './hazard-alarm-cards.ts';
import { hazardButton, summaryOf } from './hazard-lines.ts';
import { listLength } from './hazard-list-cards.ts';
import { ownerActions } from './hazard-order-card.ts';
import type { HazardShown } from './hazard-shown.ts';
import { cardOf, line, type Presenting } from './presenting.ts';

const hourMs = 3_600_000;

/** Since when somebody is waited for. */
function waitingSince({ reportedAt, gradedAt, assignedAt, fixedAt, state }: Hazard): Instant {
  const since: Partial<Record<Hazard['state'], Instant | null>> = {
    graded: gradedAt,
    assigned: assignedAt,
    fixed: fixedAt,
  };
  return since[state] ?? reportedAt;
}

/** What waits for somebody, longest first; a single one has its buttons here, for its card is far up. Null: nothing waits. */
export function waitingCard(shown: readonly HazardShown[], reader: Person | null, presenting: Presenting): Card | null {
  const { alarm, order } = presenting.texts.hazard;
  const waiting = shown
    .filter(({ hazard: { state } }) => state !== 'closed' && state !== 'accepted')
    .toSorted((a, b) => waitingSince(a.hazard) - waitingSince(b.hazard));
  const [only, ...others] = waiting;
  if (only === undefined) return null;
  const mine = isOwner(only, reader, presenting);
  const grades = presenting.texts.hazard.choice.hazard_grade;
  const decide =
    others.length === 0 && only.hazard.state === 'reported'
      ? [
          (['ordinary', 'major'] as const).map((value) =>
            hazardButton(presenting, 'hazard_grade', only.hazard.token, { value, label: grades[value] }),
          ),
        ]
      : [];
  return cardOf({
    title: alarm.waitingTitle(waiting.length),
    lines: [
      ...waiting
        .slice(0, listLength)
        .flatMap((one) =>
          line(
            alarm.waitingSince(
              summaryOf(one, presenting),
              alarm.waitingFor(one.hazard.state),
              Math.floor((presenting.now - waitingSince(one.hazard)) / hourMs),
            ),
          ),
        ),
      ...line(mine ? order.next.assigned : alarm.waitingNext, 'strong'),
    ],
    actions: mine ? ownerActions(only.hazard, presenting) : decide,
    loud: true,
  });
}

import type { Instant } from '../../core/clock.ts';
import { isOverdue } from '../../core/hazard.ts';
import type { Card, CardLine } from '../../core/message.ts';
import { dueOf } from './hazard-deadline.ts';
import { summaryOf } from './hazard-lines.ts';
import type { HazardShown } from './hazard-shown.ts';
import { cardOf, line, type Presenting } from './presenting.ts';

/** A group's day: what moved since then, what still goes on. Null when there is nothing to say. */
export function groupDigestCard(shown: readonly HazardShown[], sinceAt: Instant, presenting: Presenting): Card | null {
  const { group } = presenting.texts.hazard;
  if (shown.length === 0) return null;
  const entryOf = (one: HazardShown): CardLine[] => {
    const { hazard } = one;
    const due = isOverdue(hazard, presenting.now) ? null : dueOf(hazard, presenting.timeZone);
    return line(`${summaryOf(one, presenting)}：${group.state(hazard.state, hazard.outcome, due)}`);
  };
  const fresh = shown.filter(({ hazard }) => hazard.changedAt >= sinceAt);
  const going = shown.filter(({ hazard }) => hazard.changedAt < sinceAt);
  return cardOf({
    title: group.digestTitle(shown.length),
    lines: [
      ...line(fresh.length === 0 ? null : group.digestFresh, 'strong'),
      ...fresh.flatMap(entryOf),
      ...line(going.length === 0 ? null : group.digestGoing, 'strong'),
      ...going.flatMap(entryOf),
      ...line(group.digestThanks, 'quiet'),
    ],
  });
}

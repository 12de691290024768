import type { Instant } from '../../core/clock.ts';
import { isOverdue, type Hazard } from '../../core/hazard.ts';
import type { Card, CardLine } from '../../core/message.ts';
import type { Desk } from './drawing.ts';
import { dueOf } from './hazard-deadline.ts';
import { summaryOf } from './hazard-lines.ts';
import { listLength } from './hazard-list-cards.ts';
import { hazardsShown, type HazardShown } from './hazard-shown.ts';
import { cardOf, line, type Presenting } from './presenting.ts';

/** What a group's hazards came to since its last digest. */
export interface GroupDay {
  /** Reported, taken, fixed or closed since then; the newest change first. */
  fresh: readonly HazardShown[];
  /** Open, and nothing of that kind happened; the newest first. */
  going: readonly HazardShown[];
  /** How many of the fresh ones are put right. */
  done: number;
  open: number;
  /** So many are in neither list, to keep it short. */
  more: number;
}

/** A further photo or a remark moves nothing for a group; a step does. */
function hasMoved({ reportedAt, assignedAt, acceptedAt, fixedAt, closedAt, roundAt }: Hazard, since: Instant): boolean {
  return [reportedAt, assignedAt, acceptedAt, fixedAt, closedAt, roundAt].some((at) => at !== null && at >= since);
}

/**
 * Looks up a group's day.
 * @param most how many are looked at, of those that changed and of the open ones
 */
export async function groupDay(sinceAt: Instant, most: number, desk: Desk): Promise<GroupDay> {
  const { hazards } = desk.tools.read;
  const [changed, open] = await Promise.all([
    hazards.changedInRoomSince(desk.room.id, sinceAt, most),
    hazards.ofRoom(desk.room.id, most),
  ]);
  const fresh = changed.filter((hazard) => hasMoved(hazard, sinceAt));
  const known = new Set(fresh.map(({ id }) => id));
  const going = open.filter(({ id }) => !known.has(id));
  const show = (some: readonly Hazard[], room: number) =>
    hazardsShown(
      some.slice(0, room).map(({ id }) => id),
      desk,
    );
  return {
    fresh: await show(fresh, listLength),
    going: await show(going, Math.max(0, listLength - fresh.length)),
    done: fresh.filter(({ outcome }) => outcome === 'resolved').length,
    open: open.length,
    more: Math.max(0, fresh.length + going.length - listLength),
  };
}

/** A group's day: what moved, with what was put right counted, and what still goes on. Null when nothing has moved. */
export function groupDigestCard(day: GroupDay, presenting: Presenting): Card | null {
  const { group, list } = presenting.texts.hazard;
  const { fresh, going, done, open, more } = day;
  if (fresh.length === 0) return null;
  const entryOf = (one: HazardShown): CardLine[] => {
    const { hazard } = one;
    const due = isOverdue(hazard, presenting.now) ? null : dueOf(hazard, presenting.timeZone);
    return line(`${summaryOf(one, presenting)}：${group.state(hazard.state, hazard.outcome, due)}`);
  };
  return cardOf({
    title: group.digestTitle(done, open),
    lines: [
      ...line(group.digestFresh, 'strong'),
      ...fresh.flatMap(entryOf),
      ...line(going.length === 0 ? null : group.digestGoing, 'strong'),
      ...going.flatMap(entryOf),
      ...line(more === 0 ? null : list.more(more), 'quiet'),
      ...line(group.digestThanks, 'quiet'),
    ],
  });
}

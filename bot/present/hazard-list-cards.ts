import { isOverdue, isPaused, type Hazard } from '../../core/hazard.ts';
import type { DeadlineRules } from '../../core/deadline.ts';
import type { Instant } from '../../core/clock.ts';
import type { HazardId } from '../../core/ids.ts';
import type { Card, CardLine } from '../../core/message.ts';
import { dueOf, standingOf } from './hazard-deadline.ts';
import { mainKind } from './hazard-lines.ts';
import { cardOf, clip, line, type Presenting } from './presenting.ts';

/** Lines of a list that a person still reads. */
export const listLength = 20;

/** Whose list, and with what it is reckoned. */
export interface ListFacts {
  about: 'owned' | 'area' | 'reported' | 'found' | 'to_check';
  /** What to call the place of each hazard that is shown. */
  where: ReadonlyMap<HazardId, string>;
  deadlines: DeadlineRules;
}

/** To do first: what is late, then what is due first, what has no date last. */
export function byUrgency(hazards: readonly Hazard[], now: Instant): Hazard[] {
  const done = ({ state }: Hazard): number => (state === 'closed' ? 2 : state === 'fixed' ? 1 : 0);
  return hazards.toSorted(
    (a, b) =>
      done(a) - done(b) ||
      Number(isOverdue(b, now)) - Number(isOverdue(a, now)) ||
      (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) ||
      a.reportedAt - b.reportedAt,
  );
}

/** One hazard of a list: what is late is marked. `summed`: the deadline follows in a line of its own. */
export function listEntry(
  hazard: Hazard,
  { where, deadlines }: ListFacts,
  presenting: Presenting,
  summed = false,
): CardLine[] {
  const { texts, now, timeZone } = presenting;
  const { fact, deadline, state, list } = texts.hazard;
  const due = dueOf(hazard, timeZone);
  const standing = standingOf(hazard, deadlines, now);
  const late = isOverdue(hazard, now);
  const mark = late ? '🔴 ' : standing?.kind === 'today' ? '🟡 ' : '';
  const facts = [
    state[hazard.state],
    ...(due === null || summed ? [] : [deadline.short(due)]),
    ...(standing === null || summed ? [] : [deadline.standing(standing)]),
    ...(isPaused(hazard) ? [deadline.stopped] : []),
  ];
  const text = list.entry(
    fact.line(hazard.number, mainKind(hazard, presenting), clip(where.get(hazard.id) ?? hazard.area, 30)),
    facts,
  );
  return line(`${mark}${text}`, late ? 'warning' : undefined);
}

/** What a person has to do, has in the area, or reported: what is late is marked and comes first. */
export function listCard(hazards: readonly Hazard[], facts: ListFacts, presenting: Presenting): Card {
  const { list } = presenting.texts.hazard;
  const { about } = facts;
  if (about === 'reported' && !presenting.direct) return cardOf({ lines: line(list.privately) });
  if (hazards.length === 0) return cardOf({ lines: line(list.empty[about]) });
  const late = hazards.filter((hazard) => isOverdue(hazard, presenting.now)).length;
  const more = hazards.length - listLength;
  return cardOf({
    title: list.title(about, hazards.length, late),
    lines: [
      ...byUrgency(hazards, presenting.now)
        .slice(0, listLength)
        .flatMap((hazard) => listEntry(hazard, facts, presenting)),
      ...line(more > 0 ? list.more(more) : null, 'quiet'),
      ...line(list.how[about], 'quiet'),
    ],
  });
}

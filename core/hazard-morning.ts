import type { Instant } from './clock.ts';
import type { DeadlineRules } from './deadline.ts';
import { lateDays } from './deadline.ts';
import { dueStep, overdueSteps } from './hazard-overdue.ts';
import { isOverdue, type Hazard, type OverdueStep } from './hazard.ts';
import type { HazardId } from './ids.ts';
import type { HazardRules } from './zone/hazard-rules.ts';

/** Whose morning's list: what the person has to do, or what a leader's area has. */
export type MorningAbout = 'owned' | 'area';

/** Working days before its deadline in which something is "due soon". */
const soonDays = 1;

/** Of what somebody has, what belongs into the morning's list. */
export interface MorningDue<One> {
  late: readonly One[];
  today: readonly One[];
  /** Only in an owner's list. */
  soon: readonly One[];
}

/** An alarm of this morning, and whom it would have been for. */
export interface MorningStep {
  hazardId: HazardId;
  to: OverdueStep['to'];
}

/** What is late, due today, or due on the next working day. A list with nothing late and nothing due today is not sent. */
export function dueInMorning<One extends Hazard>(
  hazards: readonly One[],
  about: MorningAbout,
  rules: DeadlineRules,
  now: Instant,
): MorningDue<One> {
  const running = hazards.filter(
    ({ state, dueAt }) => (state === 'assigned' || state === 'accepted') && dueAt !== null,
  );
  const late = running.filter((hazard) => isOverdue(hazard, now));
  const left = running.flatMap((hazard) => {
    if (hazard.deadline === null || isOverdue(hazard, now)) return [];
    return [{ hazard, days: hazard.deadline.unit === 'hours' ? 0 : -lateDays(hazard.deadline, now, rules) }];
  });
  const within = (first: number, last: number): One[] =>
    left.filter(({ days }) => days >= first && days <= last).map(({ hazard }) => hazard);
  return { late, today: within(-Infinity, 0), soon: about === 'owned' ? within(1, soonDays) : [] };
}

/** The alarm that falls due by `until`; null: none does, or it was raised already. */
export function stepBy(
  hazard: Pick<Hazard, 'deadline' | 'alarms'>,
  overdue: HazardRules['overdue'],
  rules: DeadlineRules,
  until: Instant,
): OverdueStep | null {
  if (hazard.deadline === null) return null;
  return dueStep(overdueSteps(hazard.deadline, overdue, rules), hazard.alarms, until).step;
}

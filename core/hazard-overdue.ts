import type { Instant } from './clock.ts';
import type { DeadlineRules, DeadlineSum } from './deadline.ts';
import { zoneInstant } from './deadline.ts';
import type { OverdueStep } from './hazard.ts';
import { addWorkingDays } from './working-days.ts';
import type { HazardRules } from './zone/hazard-rules.ts';

/** A step and the instant of it: when work begins on that day. */
export interface DatedStep {
  step: OverdueStep;
  at: Instant;
}

/**
 * All alarms of a deadline in order: the owner before and after it, then the leader, then the proposal of supervision
 * 挂牌督办. Days are working days. Nothing while the clock stands.
 */
export function overdueSteps(
  sum: DeadlineSum,
  overdue: HazardRules['overdue'],
  rules: DeadlineRules,
): readonly DatedStep[] {
  const { dueDate, dueAt } = sum;
  if (dueDate === null || dueAt === null) return [];
  const steps: OverdueStep[] = [
    ...overdue.ownerDays.map((days): OverdueStep => ({ to: 'owner', days })),
    { to: 'leader', days: overdue.leaderDays },
    { to: 'supervision', days: overdue.supervisionDays },
  ];
  const dated = steps.map((step): DatedStep => {
    // A deadline in hours is over at its own hour, and said so then.
    if (step.days === 0 && sum.unit === 'hours') return { step, at: dueAt };
    return {
      step,
      at: zoneInstant(addWorkingDays(rules.calendar, dueDate, step.days), rules.workStart, rules.timeZone),
    };
  });
  // Reminders from before the clock ran would come at once and all together.
  return dated.filter(({ at }) => at > sum.startAt).sort((a, b) => a.at - b.at);
}

/** The step to be taken now, if any (the last of those that are due and not taken), and when the next one falls due. */
export function dueStep(
  steps: readonly DatedStep[],
  taken: number,
  now: Instant,
): { step: OverdueStep | null; taken: number; nextAt: Instant | null } {
  const due = steps.filter(({ at }) => at <= now).length;
  const last = due > taken ? steps[due - 1] : undefined;
  return { step: last?.step ?? null, taken: Math.max(due, taken), nextAt: steps[Math.max(due, taken)]?.at ?? null };
}

import type { DeadlineTerms } from '../../core/deadline.ts';
import { sumDeadline } from '../../core/deadline.ts';
import { isPaused, type Hazard } from '../../core/hazard.ts';
import { dueStep, overdueSteps } from '../../core/hazard-overdue.ts';
import { setTimer } from '../set-timer.ts';
import type { Work } from '../work.ts';
import { atWork, deadlineRules, hazardRules, nextAt } from './rules.ts';

/** The hazard with these terms, added up; the alarms count anew, and those whose day is past are not raised again. */
export function withTerms(work: Work, hazard: Hazard, terms: DeadlineTerms): Hazard {
  const rules = deadlineRules(work);
  const deadline = sumDeadline(terms, rules);
  const running = hazard.state === 'assigned' || hazard.state === 'accepted';
  const steps = overdueSteps(deadline, hazardRules(work).overdue, rules);
  return {
    ...hazard,
    terms,
    deadline,
    dueAt: running ? deadline.dueAt : null,
    alarms: steps.filter(({ at }) => at <= work.now).length,
  };
}

/** Sets the timer of the next alarm, or takes it away when nothing runs. To be called after every change of the clock. */
export async function setAlarms(work: Work, hazard: Hazard): Promise<void> {
  const running = hazard.state === 'assigned' || hazard.state === 'accepted';
  if (!running || hazard.deadline === null || isPaused(hazard)) {
    await work.tx.timers.cancel('hazard_overdue', hazard.id);
    return;
  }
  const steps = overdueSteps(hazard.deadline, hazardRules(work).overdue, deadlineRules(work));
  const { nextAt: at } = dueStep(steps, hazard.alarms, work.now);
  if (at === null) await work.tx.timers.cancel('hazard_overdue', hazard.id);
  else await setTimer(work, 'hazard_overdue', hazard.id, at);
}

/** While somebody has to decide, accept or check, it is brought up again; else not. */
export async function setWaiting(work: Work, hazard: Hazard): Promise<void> {
  const waits =
    hazard.state === 'reported' || hazard.state === 'graded' || hazard.state === 'assigned' || hazard.state === 'fixed';
  if (!waits) {
    await work.tx.timers.cancel('hazard_waiting', hazard.id);
    return;
  }
  const urgent = hazard.severity === 'urgent' && hazard.state !== 'fixed';
  const at = urgent ? work.now + 3_600_000 : atWork(work, hazardRules(work).waitingHours);
  await setTimer(work, 'hazard_waiting', hazard.id, at);
}

/** Sees to it that the morning's lists go out tomorrow. */
export async function setDigest(work: Work): Promise<void> {
  await setTimer(work, 'hazard_digest', 'zone', nextAt(work, hazardRules(work).digestAt));
}

/** Takes every timer of a hazard away. */
export async function stopTimers(work: Work, hazard: Pick<Hazard, 'id'>): Promise<void> {
  await work.tx.timers.cancel('hazard_overdue', hazard.id);
  await work.tx.timers.cancel('hazard_waiting', hazard.id);
}

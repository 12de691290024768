import { withoutPause, withPause } from '../../core/deadline.ts';
import { isPaused } from '../../core/hazard.ts';
import type { HazardId } from '../../core/ids.ts';
import type { HazardResult, Refusal } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { Work } from '../work.ts';
import { traceHazard } from '../work.ts';
import { tellDelay } from './extend-deadline.ts';
import { setAlarms, withTerms } from './keep-clock.ts';
import { already, forStep } from './lock-hazard.ts';
import { dueTime } from './rules.ts';
import { saveHazard, showHazard } from './show-hazard.ts';

/** The leader stops the clock, with a reason (a typhoon, a part on order, a court): no day counts until it runs again. */
export async function pauseClock(
  work: Work,
  id: HazardId,
  leader: Person,
  reason: string,
): Promise<HazardResult | Refusal> {
  const found = await forStep(work, id, 'pause');
  if ('refused' in found) return found.refused;
  const { hazard } = found;
  if (hazard.terms === null || isPaused(hazard)) return already(work, hazard);
  if (reason.trim() === '') return { kind: 'hazard_reason_wanted' };
  const saved = await saveHazard(
    work,
    withTerms(work, hazard, withPause(hazard.terms, 'asked', reason.trim(), work.now)),
  );
  await traceHazard(work, saved, 'paused', leader.id, { reason });
  await setAlarms(work, saved);
  await showHazard(work, saved, { priority: 'answer' });
  await tellDelay(work, saved);
  return { kind: 'hazard_paused' };
}

/** The clock runs again: every working day on which it stood is added. */
export async function resumeClock(work: Work, id: HazardId, leader: Person): Promise<HazardResult | Refusal> {
  const found = await forStep(work, id, 'resume');
  if ('refused' in found) return found.refused;
  const { hazard } = found;
  if (hazard.terms === null || !isPaused(hazard)) return already(work, hazard);
  const saved = await saveHazard(work, withTerms(work, hazard, withoutPause(hazard.terms, work.now)));
  await traceHazard(work, saved, 'resumed', leader.id, { dueDate: saved.deadline?.dueDate ?? null });
  await setAlarms(work, saved);
  await showHazard(work, saved, { priority: 'answer' });
  return { kind: 'hazard_resumed', due: dueTime(work, saved.dueAt) };
}

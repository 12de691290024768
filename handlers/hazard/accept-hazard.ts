import type { Hazard } from '../../core/hazard.ts';
import type { HazardId } from '../../core/ids.ts';
import type { HazardResult, Refusal } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { Work } from '../work.ts';
import { traceHazard } from '../work.ts';
import { setAlarms, setWaiting, withTerms } from './keep-clock.ts';
import { forStep } from './lock-hazard.ts';
import { dueTime, hazardRules } from './rules.ts';
import { saveHazard, showHazard, toReporters } from './show-hazard.ts';

/**
 * The owner takes it: on the spot 立查立改, then it is due within hours; or by the deadline 限期整改 that already runs. A promise
 * on the spot never makes the deadline later than it was.
 */
export async function acceptHazard(
  work: Work,
  id: HazardId,
  owner: Person,
  how: 'spot' | 'deadline',
): Promise<HazardResult | Refusal> {
  const known = await work.tx.hazards.lock(id);
  if (known?.state === 'accepted' && known.ownerId === owner.id) {
    const handling = known.handling ?? 'by_deadline';
    return { kind: 'hazard_accepted', handling, due: dueTime(work, known.dueAt), already: true };
  }
  const found = await forStep(work, id, 'accept');
  if ('refused' in found) return found.refused;
  const accepted: Hazard = { ...found.hazard, state: 'accepted', acceptedAt: work.now };
  const saved = await saveHazard(work, how === 'spot' ? onTheSpot(work, accepted) : accepted);
  await traceHazard(work, saved, 'accepted', owner.id, {
    handling: saved.handling,
    dueDate: saved.deadline?.dueDate ?? null,
  });
  await setAlarms(work, saved);
  await setWaiting(work, saved);
  await showHazard(work, saved, { priority: 'card' });
  await toReporters(work, saved, (report) => ({
    kind: 'hazard_turn',
    hazardId: saved.id,
    reportId: report.id,
    turn: 'accepted',
  }));
  const handling = saved.handling ?? 'by_deadline';
  return { kind: 'hazard_accepted', handling, due: dueTime(work, saved.dueAt), already: false };
}

function onTheSpot(work: Work, hazard: Hazard): Hazard {
  const { terms } = hazard;
  if (terms === null || hazard.handling === 'supervised') return hazard;
  const spot = withTerms(work, hazard, {
    ...terms,
    startAt: work.now,
    given: { unit: 'hours', count: hazardRules(work).onTheSpotHours },
  });
  const sooner = hazard.dueAt === null || (spot.dueAt !== null && spot.dueAt < hazard.dueAt);
  return { ...(sooner ? spot : hazard), handling: 'on_the_spot' };
}

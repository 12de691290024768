import type { Hazard } from '../../core/hazard.ts';
import { canStep } from '../../core/hazard.ts';
import type { HazardId } from '../../core/ids.ts';
import type { HazardResult, Refusal } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { Work } from '../work.ts';
import { traceHazard } from '../work.ts';
import { moveFiles } from './claim-files.ts';
import { setAlarms, setWaiting, stopTimers } from './keep-clock.ts';
import { already } from './lock-hazard.ts';
import { saveHazard, showHazard, toReporters } from './show-hazard.ts';

/** Both, locked in the order of their ids, so that two mergers never wait for each other in a ring. */
async function lockBoth(work: Work, a: HazardId, b: HazardId): Promise<[Hazard | null, Hazard | null]> {
  const [low, high] = a < b ? [a, b] : [b, a];
  const first = await work.tx.hazards.lock(low);
  const second = await work.tx.hazards.lock(high);
  return a < b ? [first, second] : [second, first];
}

/**
 * A human says that two hazards are one. The older goes on, with the better known place, the graver grade and the sooner of
 * the two deadlines, so that merging never wins time; the tellings and the evidence of the other join it. Nothing of the other
 * is lost: splitting brings it back as it was.
 */
export async function mergeHazards(
  work: Work,
  id: HazardId,
  otherId: HazardId,
  actor: Person,
): Promise<HazardResult | Refusal> {
  if (id === otherId) return { kind: 'stale' };
  const [one, other] = await lockBoth(work, id, otherId);
  if (one === null || other === null) return { kind: 'stale' };
  for (const hazard of [one, other]) if (!canStep(hazard, 'merge')) return already(work, hazard);
  const [kept, gone] = olderFirst(one, other);
  const into = await saveHazard(work, together(kept, gone));
  const merged = await saveHazard(work, {
    ...gone,
    state: 'closed',
    outcome: 'merged',
    stateBeforeMerge: gone.state,
    mergedIntoId: kept.id,
    closedAt: work.now,
    dueAt: null,
  });
  await stopTimers(work, merged);
  await toReporters(work, merged, (report) => ({
    kind: 'hazard_turn',
    hazardId: into.id,
    reportId: report.id,
    turn: 'merged',
  }));
  for (const report of await work.tx.hazards.reports(merged.id)) {
    await work.tx.hazards.putReport({ ...report, hazardId: into.id, fromHazardId: merged.id });
    await moveFiles(work, report.fileIds, into);
  }
  await work.tx.hazards.shareTellers(merged.id, into.id);
  await traceHazard(work, into, 'merged', actor.id, { from: merged.number });
  await traceHazard(work, merged, 'merged', actor.id, { into: into.number });
  await setAlarms(work, into);
  await setWaiting(work, into);
  await showHazard(work, merged);
  await showHazard(work, into, { priority: 'answer' });
  return { kind: 'hazard_merged', into: into.number };
}

function olderFirst(a: Hazard, b: Hazard): [Hazard, Hazard] {
  const older = a.reportedAt - b.reportedAt || (a.number < b.number ? -1 : 1);
  return older < 0 ? [a, b] : [b, a];
}

/** How far a hazard has come: the work that was done on either counts. */
const progress: Readonly<Record<Hazard['state'], number>> = {
  reported: 0,
  graded: 1,
  assigned: 2,
  accepted: 3,
  fixed: 4,
  closed: 5,
};

function together(kept: Hazard, gone: Hazard): Hazard {
  const ahead = progress[gone.state] > progress[kept.state] && kept.ownerId === null ? gone : kept;
  const clock = soonerClock(kept, gone, ahead);
  return {
    ...kept,
    state: ahead.state,
    handling: ahead.handling,
    ownerId: ahead.ownerId,
    leaderId: kept.leaderId ?? gone.leaderId,
    officerId: kept.officerId ?? gone.officerId,
    fixedById: ahead.fixedById,
    gradedAt: kept.gradedAt ?? gone.gradedAt,
    assignedAt: ahead.assignedAt,
    acceptedAt: ahead.acceptedAt,
    fixedAt: ahead.fixedAt,
    round: ahead.round,
    roundAt: ahead.roundAt,
    draw: ahead.draw,
    grade: kept.grade === 'major' || gone.grade === 'major' ? 'major' : (kept.grade ?? gone.grade),
    severity: gone.severity === 'urgent' ? 'urgent' : kept.severity,
    kinds: [...new Set([...kept.kinds, ...gone.kinds])],
    placeId: kept.placeId ?? gone.placeId,
    placeWords: kept.placeWords === '' ? gone.placeWords : kept.placeWords,
    position: kept.position ?? gone.position,
    people: kept.people ?? gone.people,
    ...clock,
  };
}

type Clock = Pick<Hazard, 'terms' | 'deadline' | 'dueAt' | 'alarms'>;

function soonerClock(kept: Hazard, gone: Hazard, ahead: Hazard): Clock {
  const own = ahead.dueAt ?? Infinity;
  const rival = ahead === kept ? gone : kept;
  const sooner = rival.dueAt !== null && rival.dueAt < own && ahead.dueAt !== null ? rival : ahead;
  const { terms, deadline, dueAt, alarms } = sooner;
  return { terms, deadline, dueAt, alarms };
}

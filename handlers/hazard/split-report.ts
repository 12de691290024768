import type { Hazard, HazardReport } from '../../core/hazard.ts';
import type { HazardId, PersonId } from '../../core/ids.ts';
import type { HazardResult, Refusal } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { Work } from '../work.ts';
import { traceHazard } from '../work.ts';
import { moveFiles } from './claim-files.ts';
import { setAlarms, setWaiting, withTerms } from './keep-clock.ts';
import { openFor } from './register-hazard.ts';
import { saveHazard, showHazard, toReporters } from './show-hazard.ts';

/** The telling that is split off: the person's own where the person told of it, else the one that joined last. */
function apartFrom(reports: readonly HazardReport[], actorId: PersonId): HazardReport | null {
  const joined = reports.slice(1);
  return joined.findLast(({ personId }) => personId === actorId) ?? joined.at(-1) ?? null;
}

/**
 * Somebody says that what joined is not the same. What was a hazard of its own is that again, as it was, and its clock never
 * stopped; what joined when it was told becomes a hazard with a number of its own, as old as its telling.
 */
export async function splitReport(work: Work, id: HazardId, actor: Person): Promise<HazardResult | Refusal> {
  const from = await work.tx.hazards.lock(id);
  if (from === null) return { kind: 'stale' };
  const reports = await work.tx.hazards.reports(id);
  const apart = apartFrom(reports, actor.id);
  if (apart === null) return { kind: 'stale' };
  const own = apart.fromHazardId === null ? await openOwn(work, from, apart) : await bringBack(work, from, apart);
  if (own === null) return { kind: 'stale' };
  await work.tx.hazards.shareTellers(from.id, own.id);
  await traceHazard(work, from, 'split', actor.id, { to: own.number });
  await traceHazard(work, own, 'split', actor.id, { from: from.number });
  await showHazard(work, from);
  await showHazard(work, own, { priority: 'answer', isNew: own.state === 'reported' });
  await toReporters(
    work,
    own,
    (report) => ({ kind: 'hazard_turn', hazardId: own.id, reportId: report.id, turn: 'split' }),
    actor.id,
  );
  return { kind: 'hazard_split', number: own.number };
}

async function openOwn(work: Work, from: Hazard, report: HazardReport): Promise<Hazard> {
  const own = await openFor(work, report, from);
  await move(work, report, own);
  return own;
}

async function move(work: Work, report: HazardReport, to: Hazard): Promise<void> {
  await work.tx.hazards.putReport({ ...report, hazardId: to.id, fromHazardId: null });
  await moveFiles(work, report.fileIds, to);
}

async function bringBack(work: Work, from: Hazard, apart: HazardReport): Promise<Hazard | null> {
  const merged = apart.fromHazardId === null ? null : await work.tx.hazards.lock(apart.fromHazardId);
  if (merged?.outcome !== 'merged' || merged.stateBeforeMerge === null) return null;
  for (const report of await work.tx.hazards.reports(from.id)) {
    if (report.fromHazardId === merged.id) await move(work, report, merged);
  }
  const back: Hazard = {
    ...merged,
    state: merged.stateBeforeMerge,
    outcome: null,
    mergedIntoId: null,
    stateBeforeMerge: null,
    closedAt: null,
  };
  const saved = await saveHazard(work, back.terms === null ? back : withTerms(work, back, back.terms));
  await setAlarms(work, saved);
  await setWaiting(work, saved);
  return saved;
}

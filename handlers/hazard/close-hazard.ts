import type { Hazard } from '../../core/hazard.ts';
import type { PersonId } from '../../core/ids.ts';
import type { Work } from '../work.ts';
import { traceHazard } from '../work.ts';
import { stopTimers } from './keep-clock.ts';
import { showAfterPhoto } from './show-hazard-photo.ts';
import { saveHazard, showHazard, toReporters } from './show-hazard.ts';

/**
 * Closes 销号 what is fixed. Everybody who told of it sees the pair of photos and is asked once, by the bot and not by whoever
 * did the work, whether it is well.
 */
export async function closeHazard(
  work: Work,
  hazard: Hazard,
  checkedById: PersonId | null,
  words: string,
): Promise<Hazard> {
  const closed = await saveHazard(work, {
    ...hazard,
    state: 'closed',
    outcome: 'resolved',
    checkedById,
    closedAt: work.now,
    dueAt: null,
    endWords: words,
  });
  await stopTimers(work, closed);
  await traceHazard(work, closed, 'closed', checkedById, {
    round: closed.round,
    late: closed.deadline?.dueAt !== null && (closed.fixedAt ?? 0) > (closed.deadline?.dueAt ?? Infinity),
  });
  const asked = new Set<string>();
  for (const report of await work.tx.hazards.reports(closed.id)) {
    if (report.ratingAskedAt !== null || report.personId === null) continue;
    asked.add(report.id);
    await work.tx.hazards.putReport({ ...report, ratingAskedAt: work.now });
  }
  await toReporters(work, closed, (report) => ({
    kind: 'hazard_closed',
    hazardId: closed.id,
    reportId: report.id,
    ask: asked.has(report.id),
  }));
  await showHazard(work, closed, { priority: 'answer' });
  await showAfterPhoto(work, closed);
  return closed;
}

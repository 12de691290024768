import type { HazardId } from '../../core/ids.ts';
import type { HazardResult, Refusal } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { Work } from '../work.ts';
import { traceHazard } from '../work.ts';
import { stopTimers } from './keep-clock.ts';
import { already, forStep } from './lock-hazard.ts';
import { namedActor } from './reopen-hazard.ts';
import { saveHazard, showHazard } from './show-hazard.ts';

/**
 * 看错了: whoever told of it takes it back. It ends when nobody else told of it and nobody has begun the work or found it
 * major; else only this telling is taken back, or it is too late and the person is told so.
 */
export async function withdrawReport(
  work: Work,
  id: HazardId,
  person: Person,
  words = '',
): Promise<HazardResult | Refusal> {
  const found = await forStep(work, id, 'withdraw');
  if ('refused' in found) return found.refused;
  const { hazard } = found;
  const reports = await work.tx.hazards.reports(id);
  const own = reports.filter(({ personId }) => personId === person.id);
  if (own.length === 0) return { kind: 'hazard_none' };
  const actor = await namedActor(work, id, person);
  const others = reports.some(({ personId }) => personId !== person.id);
  if (!others && hazard.grade === 'major') return already(work, hazard);
  await traceHazard(work, hazard, 'withdrawn', actor, words === '' ? {} : { words });
  if (others) {
    // Nobody is told of its turns by this telling any more; what was seen stays.
    for (const report of own) await work.tx.hazards.putReport({ ...report, personId: null });
    await showHazard(work, await saveHazard(work, hazard));
    return { kind: 'hazard_withdrawn_own' };
  }
  const ended = await saveHazard(work, {
    ...hazard,
    state: 'closed',
    outcome: 'withdrawn',
    closedAt: work.now,
    dueAt: null,
    asked: null,
    endWords: words,
  });
  await stopTimers(work, ended);
  await showHazard(work, ended, { priority: 'answer' });
  return { kind: 'hazard_withdrawn' };
}

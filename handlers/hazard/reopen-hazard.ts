import type { HazardId } from '../../core/ids.ts';
import type { HazardResult, Refusal } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { Work } from '../work.ts';
import { traceHazard } from '../work.ts';
import { sendBack } from './check-hazard.ts';
import { already, forStep } from './lock-hazard.ts';
import { hazardRules } from './rules.ts';

const dayMs = 86_400_000;

/**
 * "Still broken": whoever told of it opens it again with one tap, for as many days as the zone says. The owner has it again at
 * once; the clock goes on where it stood, with time for the work. An owner who left is replaced, or the command chooses.
 */
export async function reopenHazard(
  work: Work,
  id: HazardId,
  person: Person,
  words = '',
): Promise<HazardResult | Refusal> {
  const found = await forStep(work, id, 'reopen');
  if ('refused' in found) return found.refused;
  const { hazard } = found;
  if (work.now - (hazard.closedAt ?? 0) > hazardRules(work).reopenDays * dayMs) return already(work, hazard);
  await traceHazard(work, hazard, 'reopened', await namedActor(work, id, person), words === '' ? {} : { words });
  await sendBack(work, hazard, 'assigned', words);
  return { kind: 'hazard_reopened' };
}

/** Whoever told anonymously is no actor in the trace. */
export async function namedActor(work: Work, id: HazardId, person: Person): Promise<Person['id'] | null> {
  const reports = await work.tx.hazards.reports(id);
  return reports.some(({ personId, anonymous }) => anonymous && personId === person.id) ? null : person.id;
}

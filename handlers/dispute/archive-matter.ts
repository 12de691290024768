import { isOver, type Matter } from '../../core/matter.ts';
import { usualKeepDays } from '../../core/zone/private-rules.ts';
import { privateRules } from '../matter/rules.ts';
import { traceMatter, type Work } from '../work.ts';

/**
 * Archives a matter that is over and whose visits are all done; never before, so that none ends without somebody having asked
 * how it went on, or a leader having heard that nobody has.
 */
export async function archiveIfVisited(work: Work, matter: Matter): Promise<Matter> {
  const visited = matter.body.followUps.every(({ at }) => at !== null);
  return isOver(matter) && matter.state !== 'archived' && visited ? archive(work, matter) : matter;
}

/** From now on nothing of it is done any more; its time until it is forgotten runs. */
export async function archive(work: Work, matter: Matter): Promise<Matter> {
  const keepDays = privateRules(work).keepDays[matter.kind] ?? usualKeepDays[matter.kind];
  const archived: Matter = {
    ...matter,
    state: 'archived',
    archivedAt: work.now,
    dueAt: null,
    changedAt: work.now,
    forgetAt: work.now + keepDays * 86_400_000,
  };
  await work.tx.matters.put(archived);
  await traceMatter(work, matter, 'matter_archived', null);
  return archived;
}

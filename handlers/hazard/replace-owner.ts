import type { Hazard } from '../../core/hazard.ts';
import type { PersonId, TimerId } from '../../core/ids.ts';
import type { Work } from '../work.ts';
import { traceHazard } from '../work.ts';
import { giveTo } from './assign-hazard.ts';
import { ownersOf } from './find-people.ts';
import { setAlarms, setWaiting } from './keep-clock.ts';
import { hazardRules } from './rules.ts';
import { saveHazard, showHazard } from './show-hazard.ts';

/** More than anybody has to do at once. */
const most = 200;

/** An owner who left does nothing any more: the next of the zone file has it, or the command chooses. True: it was so. */
export async function replaceOwner(work: Work, hazard: Hazard): Promise<boolean> {
  const owner = hazard.ownerId === null ? null : await work.tx.people.byId(hazard.ownerId);
  if (owner?.active === true) return false;
  const by = { rules: hazardRules(work), places: work.zone.places };
  const [next] = await ownersOf(work.tx.people, by, hazard);
  if (next !== undefined) {
    await giveTo(work, hazard, next, null);
    return true;
  }
  const free = await saveHazard(work, { ...hazard, state: 'graded', ownerId: null, acceptedAt: null, dueAt: null });
  if (hazard.ownerId !== null) await traceHazard(work, free, 'handed_back', null, { why: 'owner_left' });
  await setAlarms(work, free);
  await setWaiting(work, free);
  await showHazard(work, free, { priority: 'answer' });
  return true;
}

/** Somebody leaves: what they had to put right is looked at again at once, and not when its deadline comes up. */
export async function releaseOwner(work: Pick<Work, 'tx' | 'now' | 'ids'>, ownerId: PersonId): Promise<void> {
  for (const { id, state } of await work.tx.hazards.ofOwner(ownerId, most)) {
    if (state !== 'assigned' && state !== 'accepted') continue;
    const timer = {
      id: work.ids.next<TimerId>(work.now),
      kind: 'hazard_overdue',
      subject: id,
      dueAt: work.now,
    } as const;
    await work.tx.timers.set(timer);
  }
}

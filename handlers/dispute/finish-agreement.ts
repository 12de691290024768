import type { PersonId } from '../../core/ids.ts';
import type { Matter } from '../../core/matter.ts';
import { traceMatter, type Work } from '../work.ts';
import { archiveIfVisited } from './archive-matter.ts';
import { showWork } from './show-work.ts';
import { tellSides } from './tell-sides.ts';

/** Everything that was agreed is done: no reminder any more, and only the return visits are left. */
export async function finishAgreement(work: Work, matter: Matter, by: PersonId | null): Promise<Matter> {
  const performed: Matter = { ...matter, state: 'performed', endedAt: work.now, dueAt: null, changedAt: work.now };
  await work.tx.matters.put(performed);
  await work.tx.timers.cancel('matter_term', matter.id);
  await work.tx.timers.cancel('matter_court', matter.id);
  await traceMatter(work, matter, 'agreement_performed', by);
  await tellSides(work, performed, () => ({ kind: 'matter_turn', matterId: matter.id, turn: 'performed' }));
  await showWork(work, performed, { moved: true });
  return archiveIfVisited(work, performed);
}

/** A side does not do what it promised: the other side hears what it can do now, and the owner urges (Art. 31). */
export async function breakAgreement(work: Work, matter: Matter, by: PersonId | null): Promise<Matter> {
  const broken: Matter = { ...matter, state: 'broken', changedAt: work.now };
  await work.tx.matters.put(broken);
  await traceMatter(work, matter, 'agreement_broken', by);
  await tellSides(work, broken, () => ({ kind: 'matter_turn', matterId: matter.id, turn: 'broken' }));
  await showWork(work, broken, { moved: true });
  return broken;
}

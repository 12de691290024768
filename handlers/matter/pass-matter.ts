import type { Matter, Pass } from '../../core/matter.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import type { Person } from '../../core/people.ts';
import { traceMatter, type Work } from '../work.ts';
import { giveBack } from './give-back.ts';
import { setStandings, thoseWho } from './matter-standings.ts';
import { isOpenToTake, offerOn } from './offer-matter.ts';

/**
 * Somebody who was asked can't take it, or knows a side of it (a mediator keeps neutral: People's Mediation Act, Art. 15 (1)).
 * The others can still take it; when nobody is left the next room is asked at once. Who has it already gives it back.
 */
export async function passMatter(
  work: Work,
  matter: Matter,
  person: Person,
  why: Exclude<Pass['why'], 'left'>,
): Promise<MatterResult> {
  if (why === 'conflict') await traceMatter(work, matter, 'matter_conflict', person.id);
  if (matter.ownerId === person.id) return giveBack(work, matter, why, person.id);
  if (!isOpenToTake(matter)) return { kind: 'matter_already', state: matter.state };
  if (why === 'busy') await traceMatter(work, matter, 'matter_passed', person.id);
  const offered = (await thoseWho(work, matter, 'offered')).filter((id) => id !== person.id);
  const desk = (await thoseWho(work, matter, 'desk')).filter((id) => id !== person.id);
  await setStandings(work, matter, { offered, ...(why === 'conflict' ? { desk } : {}) });
  const passes = [...matter.body.passes, { personId: person.id, why, at: work.now }];
  const passed: Matter = { ...matter, changedAt: work.now, body: { ...matter.body, passes } };
  await work.tx.matters.put(passed);
  if (offered.length === 0 && passed.stop < passed.body.route.length) await offerOn(work, passed);
  return { kind: 'matter_passed' };
}

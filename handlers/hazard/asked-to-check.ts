import type { Hazard } from '../../core/hazard.ts';
import type { Person } from '../../core/people.ts';
import type { Work } from '../work.ts';
import { checkersOf } from './find-people.ts';
import { hazardRules } from './rules.ts';

/** More than wait in any zone at once. */
const mostLooked = 50;

/** What waits for a second look by this person: named for it, or the leader. */
export async function askedToCheck(work: Work, person: Person): Promise<Hazard[]> {
  const by = { rules: hazardRules(work), places: work.zone.places };
  const asked: Hazard[] = [];
  for (const hazard of await work.tx.hazards.awaitingCheck(mostLooked)) {
    const named = await checkersOf(work.tx.people, by, hazard);
    if (named.some(({ id }) => id === person.id) || (hazard.leaderId === person.id && hazard.fixedById !== person.id))
      asked.push(hazard);
  }
  return asked;
}

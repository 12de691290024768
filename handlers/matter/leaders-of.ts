import { isSide } from '../../core/matter-permission.ts';
import type { Matter } from '../../core/matter.ts';
import type { Person } from '../../core/people.ts';
import type { Work } from '../work.ts';

/** Who answers for a matter where nobody else does: the leaders; where there are none the duty officers, then the administrators. */
export async function leadersOf(work: Work, matter: Matter): Promise<Person[]> {
  for (const role of ['leader', 'duty_officer', 'admin'] as const) {
    const people = (await work.tx.people.withRole(role)).filter((person) => !isSide(person, matter));
    if (people.length > 0) return people;
  }
  return [];
}

import type { PatrolVerb } from '../../core/patrol-verb.ts';
import type { Person } from '../../core/people.ts';
import { mayOnShift, shiftStandings } from '../../core/shift-permission.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import type { Work } from '../work.ts';
import { patrolRules } from './rules.ts';

/** Whether this person may do `verb` to a shift. Teams are read only for somebody who is neither of its crew nor an officer. */
export async function mayInShift(work: Work, view: ShiftView, person: Person, verb: PatrolVerb): Promise<boolean> {
  const police = patrolRules(work).policeContacts;
  if (mayOnShift(shiftStandings(person, view.people, [], police), verb)) return true;
  const teams = await work.tx.people.teamsByIds(view.shift.teamIds);
  return mayOnShift(shiftStandings(person, view.people, teams, police), verb);
}

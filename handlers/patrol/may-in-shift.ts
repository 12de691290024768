import type { PersonId } from '../../core/ids.ts';
import type { PatrolVerb } from '../../core/patrol-verb.ts';
import type { Person } from '../../core/people.ts';
import { mayOnShift, shiftStandings } from '../../core/shift-permission.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { cameAlone } from '../../core/shift.ts';
import type { Work } from '../work.ts';
import { patrolRules } from './rules.ts';

/** Whether this person may do `verb` to a shift. Teams are read only for somebody who is neither of its crew nor an officer. */
export async function mayInShift(work: Work, view: ShiftView, person: Person, verb: PatrolVerb): Promise<boolean> {
  const police = patrolRules(work).policeContacts;
  if (mayOnShift(shiftStandings(person, view.people, [], police), verb)) return true;
  const teams = await work.tx.people.teamsByIds(view.shift.teamIds);
  return mayOnShift(shiftStandings(person, view.people, teams, police), verb);
}

/** Whether somebody only came along, and nobody knows who they are: what they send says nothing of the crew. */
export async function isStranger(work: Work, view: ShiftView, id: PersonId): Promise<boolean> {
  const own = view.people.find(({ personId }) => personId === id);
  if (own === undefined || !cameAlone(own)) return false;
  const [person] = await work.tx.people.byIds([id]);
  return person === undefined || !(await mayInShift(work, view, person, 'shift_safe'));
}

import type { PatrolResult } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { isCrew, isThere } from '../../core/shift-choice.ts';
import { tellersOf, type Welfare } from '../../core/shift.ts';
import { spokenName } from '../../core/spoken-name.ts';
import type { Work } from '../work.ts';
import { heardOf } from './heard-of.ts';
import { mayInShift } from './may-in-shift.ts';
import { saveShift } from './show-shift.ts';

/**
 * All is well 平安, says one of the crew, or the leader or officer who rang them. It says nothing of who is there. The shift must
 * be locked before.
 * @param ofAll they say it of everybody, or of who told of trouble; of the crew alone, for whoever rang them speaks of all
 */
export async function answerWelfare(work: Work, view: ShiftView, person: Person, ofAll = false): Promise<PatrolResult> {
  const { state, welfare } = view.shift;
  if (state !== 'running' && state !== 'closing' && welfare === null) return { kind: 'shift_none' };
  const own = isCrew(view, person.id);
  // Who is asked for their own sake, or does not know of it, says nothing of another who told of trouble.
  const tellers = welfare?.trouble === undefined ? [] : tellersOf(welfare.trouble).filter((id) => id !== person.id);
  if (own && !ofAll && tellers.length > 0 && !(await leadsThem(work, view, person))) {
    const mates = await work.tx.people.byIds(tellers);
    return { kind: 'trouble_open', who: mates.map(spokenName) };
  }
  // That one of them is well says nothing of another whom they do not find.
  const others = welfare?.trouble === undefined && welfare?.missing?.ids.includes(person.id) === false;
  if (own && welfare?.missing !== undefined && others) {
    const mates = await work.tx.people.byIds(welfare.missing.ids);
    return { kind: 'mate_open', who: mates.map(spokenName) };
  }
  const calm = welfare === null ? view : withWelfare(view, own ? withoutTrouble(welfare) : justAsked(welfare));
  // What is left of it is written whoever was heard of a moment ago.
  if (welfare?.trouble !== undefined && calm.shift.welfare?.missing !== undefined) await saveShift(work, calm.shift);
  await heardOf(work, calm, person.id, null);
  return own ? { kind: 'shift_safe' } : { kind: 'shift_safe', rang: true };
}

/** An officer, or a leader who does not walk with them and rang, whoever is down for the shift. */
async function leadsThem(work: Work, view: ShiftView, person: Person): Promise<boolean> {
  if (person.roles.some((role) => role === 'duty_officer' || role === 'admin')) return true;
  const walks = view.people.some((one) => one.personId === person.id && isThere(one));
  return !walks && mayInShift(work, view, person, 'shift_out');
}

function withWelfare(view: ShiftView, welfare: Welfare): ShiftView {
  return { ...view, shift: { ...view.shift, welfare } };
}

/** Whoever said that something is wrong takes it back, or a mate who speaks of all of them. */
function withoutTrouble({ step, askedId, askedAt, missing }: Welfare): Welfare {
  return { step, askedId, askedAt, ...(missing === undefined ? {} : { missing }) };
}

/** Who leads them, or the officer, has rung whoever was missing or in trouble. */
function justAsked({ step, askedId, askedAt }: Welfare): Welfare {
  return { step, askedId, askedAt };
}

import type { PatrolResult } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { isCrew } from '../../core/shift-choice.ts';
import type { Welfare } from '../../core/shift.ts';
import { spokenName } from '../../core/spoken-name.ts';
import type { Work } from '../work.ts';
import { heardOf } from './heard-of.ts';

/**
 * All is well 平安, says one of the crew, or the leader or officer who rang them. It says nothing of who is there. The shift must
 * be locked before.
 */
export async function answerWelfare(work: Work, view: ShiftView, person: Person): Promise<PatrolResult> {
  const { state, welfare } = view.shift;
  if (state !== 'running' && state !== 'closing' && welfare === null) return { kind: 'shift_none' };
  const own = isCrew(view, person.id);
  // That one of them is well says nothing of another whom they do not find.
  const others = welfare?.trouble === undefined && welfare?.missing?.ids.includes(person.id) === false;
  if (own && welfare?.missing !== undefined && others) {
    const mates = await work.tx.people.byIds(welfare.missing.ids);
    return { kind: 'mate_open', who: mates.map(spokenName) };
  }
  const calm = welfare === null ? view : withWelfare(view, own ? withoutTrouble(welfare) : justAsked(welfare));
  await heardOf(work, calm, person.id, null);
  return own ? { kind: 'shift_safe' } : { kind: 'shift_safe', rang: true };
}

function withWelfare(view: ShiftView, welfare: Welfare): ShiftView {
  return { ...view, shift: { ...view.shift, welfare } };
}

/** Whoever said that something is wrong, or a mate of theirs, takes it back. */
function withoutTrouble({ step, askedId, askedAt, missing }: Welfare): Welfare {
  return { step, askedId, askedAt, ...(missing === undefined ? {} : { missing }) };
}

/** Who leads them, or the officer, has rung whoever was missing or in trouble. */
function justAsked({ step, askedId, askedAt }: Welfare): Welfare {
  return { step, askedId, askedAt };
}

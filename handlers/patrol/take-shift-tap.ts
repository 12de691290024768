import type { TapResult } from '../../core/tap-result.ts';
import type { PatrolVerb } from '../../core/patrol-verb.ts';
import type { Person } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { allGear } from '../../core/shift-gear.ts';
import type { Work } from '../work.ts';
import { answerWelfare } from './answer-welfare.ts';
import { askLeave } from './ask-leave.ts';
import { endShift } from './end-shift.ts';
import { excusePoints } from './excuse-points.ts';
import { giveHandover, givingTo, takeHandover } from './hand-over.ts';
import { muster } from './muster.ts';
import { mayInShift } from './may-in-shift.ts';
import { returnGear, takeGear } from './take-gear.ts';
import { tellTrouble } from './tell-trouble.ts';
import { callOffUnreported, ringUnreported, sayTheyAreOut } from './settle-unreported.ts';

/** Verbs of a shift itself; those of its check-ins, requests and finds have tokens of their own. */
export type ShiftVerb = Extract<
  PatrolVerb,
  `shift_${string}` | `gear_${string}` | `handover_${string}` | 'points_excuse'
>;

/**
 * Does what a button of a shift asks for, whoever sent it: old messages keep their buttons and their data is forgeable, so right
 * and state are looked up anew.
 * @param value of `points_excuse`: why; '' elsewhere
 */
export async function takeShiftTap(
  work: Work,
  found: ShiftView,
  person: Person,
  verb: ShiftVerb,
  value: string,
): Promise<TapResult> {
  if (verb === 'handover_take') return takeOver(work, found, person);
  const view = await work.tx.shifts.lock(found.shift.id);
  if (view === null || view.shift.state === 'cancelled') return { kind: 'stale' };
  if (!(await mayInShift(work, view, person, verb))) return { kind: 'shift_not_yours' };
  return steps[verb](work, view, person, value);
}

type Step = (work: Work, view: ShiftView, person: Person, value: string) => Promise<TapResult>;

/** What each verb does, once it is allowed. */
const steps: Record<Exclude<ShiftVerb, 'handover_take'>, Step> = {
  shift_here: async (work, view, person) => (await muster(work, view, [person], 'button')).result,
  shift_leave: (work, view, person) =>
    askLeave(work, view, person, { kind: 'leave', withPerson: null, withShift: null, words: '' }),
  shift_end: (work, view, person) => endShift(work, view, person, { distanceKm: null, remarks: '' }),
  shift_safe: (work, view, person) => answerWelfare(work, view, person),
  shift_trouble: (work, view, person) => tellTrouble(work, view, person, ''),
  shift_out: (work, view, person) => sayTheyAreOut(work, view, person),
  shift_off: (work, view, person) => callOffUnreported(work, view, person),
  shift_ring: (work, view, person) => ringUnreported(work, view, person),
  gear_taken: async (work, view, person) => (await takeGear(work, view, person, allGear)).result,
  gear_back: async (work, view, person) => (await returnGear(work, view, person, allGear)).result,
  handover_give: (work, view, person) => giveHandover(work, view, person, ''),
  points_excuse: (work, view, person, value) => excusePoints(work, view, person, { why: value, ns: null }),
};

/**
 * Taking over is the right of those who come. The button stands on the card of what is handed over, or on their own: the shift
 * that hands over is found from either.
 */
async function takeOver(work: Work, found: ShiftView, person: Person): Promise<TapResult> {
  const toId = found.shift.handover?.toShiftId;
  const next = toId === undefined ? null : await work.tx.shifts.view(toId);
  if (next !== null && (await mayInShift(work, next, person, 'handover_take'))) {
    return takeHandover(work, found.shift.id, person, allGear);
  }
  if (!(await mayInShift(work, found, person, 'handover_take'))) return { kind: 'shift_not_yours' };
  const giving = await givingTo(work, found);
  return giving === null ? { kind: 'shift_none' } : takeHandover(work, giving.id, person, allGear);
}

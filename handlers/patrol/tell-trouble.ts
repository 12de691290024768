import type { PersonId } from '../../core/ids.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { isOut, type Welfare } from '../../core/shift.ts';
import type { PatrolResult } from '../../core/tap-result.ts';
import type { Work } from '../work.ts';
import { keepWelfare, tellOfficer } from './check-silence.ts';

/** So much of their words stands on the officer's card. */
const longestWords = 120;

/**
 * Asked whether all is well, one of the crew says that it is not: the officer is told at once, in their words and with whom to ring.
 * From now on only "all is well", said outright, ends it. The shift must be locked before.
 */
export async function tellTrouble(
  work: Work,
  view: ShiftView,
  person: { id: PersonId },
  words: string,
): Promise<PatrolResult> {
  if (!isOut(view.shift) && view.shift.welfare === null) return { kind: 'shift_none' };
  await tellOfficer(work, inTrouble(work, view, person.id, words));
  return { kind: 'shift_trouble' };
}

/** The same where the officer has a card of it already, as of an incident with their numbers. */
export async function keepTrouble(work: Work, view: ShiftView, person: { id: PersonId }, words: string): Promise<void> {
  const { shift } = inTrouble(work, view, person.id, words);
  if (shift.welfare !== null) await keepWelfare(work, { ...view, shift }, shift.welfare);
}

function inTrouble(work: Work, view: ShiftView, toldById: PersonId, words: string): ShiftView {
  const missing = view.shift.welfare?.missing;
  const welfare: Welfare = {
    step: 'officer',
    askedId: null,
    askedAt: work.now,
    ...(missing === undefined ? {} : { missing }),
    trouble: { toldById, words: words.trim().slice(0, longestWords) },
  };
  return { ...view, shift: { ...view.shift, heardAt: work.now, welfare } };
}

import type { PersonId } from '../../core/ids.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { isOut, type TroubleTold, type Welfare } from '../../core/shift.ts';
import type { PatrolResult } from '../../core/tap-result.ts';
import { toCommand } from '../incident/command-rooms.ts';
import type { Work } from '../work.ts';
import { keepWelfare } from './check-silence.ts';

/** So much of their words stands on the officer's card. */
const longestWords = 120;

/**
 * Asked whether all is well, one of the crew says that it is not: the officer is told at once, in their words and with whom to ring.
 * What is told besides comes onto the same card; the same once more changes nothing. From now on only "all is well", said outright,
 * ends it. The shift must be locked before.
 */
export async function tellTrouble(
  work: Work,
  view: ShiftView,
  person: { id: PersonId },
  words: string,
): Promise<PatrolResult> {
  if (!isOut(view.shift) && view.shift.welfare === null) return { kind: 'shift_none' };
  const welfare = inTrouble(work, view, person.id, words);
  if (welfare === null) return { kind: 'shift_trouble' };
  await keepTold(work, view, welfare);
  const notice = { kind: 'welfare_check', shiftId: view.shift.id, step: 'officer' } as const;
  // A trouble that comes after this one is over is a card of its own.
  const slot = `trouble:${view.shift.id}:${String(welfare.askedAt)}`;
  await toCommand(work, notice, { priority: 'answer', slot });
  return { kind: 'shift_trouble' };
}

/** The same where the officer has a card of it already, as of an incident with their numbers. */
export async function keepTrouble(work: Work, view: ShiftView, person: { id: PersonId }, words: string): Promise<void> {
  const welfare = inTrouble(work, view, person.id, words);
  if (welfare !== null) await keepTold(work, view, welfare);
}

function keepTold(work: Work, view: ShiftView, welfare: Welfare): Promise<void> {
  return keepWelfare(work, { ...view, shift: { ...view.shift, heardAt: work.now } }, welfare);
}

/** Null: it is known already. */
function inTrouble(work: Work, { shift }: ShiftView, toldById: PersonId, words: string): Welfare | null {
  const { trouble, missing, askedAt } = shift.welfare ?? {};
  const told = { toldById, words: words.trim().slice(0, longestWords) };
  if (trouble !== undefined && isKnown([trouble, ...(trouble.more ?? [])], told)) return null;
  return {
    step: 'officer',
    askedId: null,
    askedAt: trouble === undefined || askedAt === undefined ? work.now : askedAt,
    ...(missing === undefined ? {} : { missing }),
    trouble: trouble === undefined ? told : { ...trouble, more: [...(trouble.more ?? []), told] },
  };
}

/** A button tells nothing that its words have not told. */
function isKnown(known: readonly TroubleTold[], { toldById, words }: TroubleTold): boolean {
  const own = known.filter((one) => one.toldById === toldById);
  return words === '' ? own.length > 0 : own.some((one) => one.words === words);
}

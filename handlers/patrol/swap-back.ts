import type { PatrolResult, Refusal } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { isSwapped } from '../../core/swap-fits.ts';
import type { Work } from '../work.ts';
import { askLeave } from './ask-leave.ts';
import { patrolRules } from './rules.ts';

const dayMs = 86_400_000;
/** So long ago a shift may be that was swapped for one that is still to come. */
const pastDays = 31;

/** A swap that was granted: where the one is now, where the other one is, and who that is. */
export interface Swapped {
  here: ShiftView;
  there: ShiftView;
  otherId: Person['id'];
}

/** The swaps of this person of which at least one shift is still to come, by the shift to which they go now. */
export async function swapsOf(work: Work, { id }: Pick<Person, 'id'>): Promise<Swapped[]> {
  const found: Swapped[] = [];
  for (const here of await around(work, id)) {
    const otherId = here.people.find(({ personId }) => personId === id)?.standsInForId ?? null;
    if (otherId === null) continue;
    const theirs = await around(work, otherId);
    const there = theirs.find((view) => isSwapped({ given: here, taken: view }, id, otherId));
    if (there !== undefined && (isAhead(here) || isAhead(there))) found.push({ here, there, otherId });
  }
  return found;
}

function around(work: Work, personId: Person['id']): Promise<ShiftView[]> {
  const until = work.now + patrolRules(work).planDays * dayMs;
  return work.tx.shifts.between(work.now - pastDays * dayMs, until, { personId });
}

const isAhead = ({ shift }: ShiftView): boolean => shift.state === 'planned';

/** Asks that both go where they went before: the other one first, then a leader, as for any swap. */
export async function askSwapBack(
  work: Work,
  { here, there, otherId }: Swapped,
  person: Person,
  words: string,
): Promise<PatrolResult | Refusal> {
  const other = await work.tx.people.byId(otherId);
  if (!isAhead(here) || !isAhead(there) || other === null) return { kind: 'swap_over', who: other?.name ?? '' };
  const view = await work.tx.shifts.lock(here.shift.id);
  if (view === null) return { kind: 'shift_none' };
  return askLeave(work, view, person, { kind: 'swap', withPerson: other, withShift: there.shift, words });
}
